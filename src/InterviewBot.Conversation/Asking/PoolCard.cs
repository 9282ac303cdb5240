using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Asking;

/// <summary>A pool: open questions, of which one is enough. Nothing is said before one is picked, so it has no bridge.</summary>
internal static class PoolCard
{
    public static Card Of(Pen pen)
    {
        var title = pen.Interview.Spot.TopicTitle;
        var topic = pen.View.Topics.FirstOrDefault(t => t.Key == pen.Interview.Spot.Topic);
        return pen.Card(
            title,
            [
                AskingLines.IsItOver(pen),
                AskingLines.EndedTopic(pen),
                new TextLine(title, Tone.Title, pen.GuideLanguage),
                new TextLine(pen.Text["pool.pick"], Tone.Small),
                new ItemList(null, [.. pen.View.Choices.Select(c => Item(pen, c))], Numbered: true, pen.GuideLanguage),
                topic?.IsClosing == true ? new TextLine(pen.Text["closing.reminder"], Tone.Notice) : null,
                AskingLines.Ends(pen) is { } ends ? new TextLine(ends, Tone.Small) : null,
                AskingLines.Person(pen, topic?.Rating),
                AskingLines.FilesNotKept(pen),
            ],
            [
                pen.View.Choices.IsEmpty ? null : Pick(pen),
                pen.Button("button.done-here", pen.Move(Presses.Verbs.LeavePool), ButtonStyle.Primary),
                RateMenu.Of(pen),
                JumpMenu.Of(pen),
                MoreMenu.Of(pen),
                AskingLines.FinishNow(pen),
            ]
        );
    }

    private static string Item(Pen pen, ChoiceView choice) =>
        Pen.Dots(
            choice.Words,
            choice.Passed ? pen.Text["question.asked"] : null,
            choice.Fits is { Length: > 0 } fits && !pen.Interview.Hidden ? pen.Text.With("pool.fits", fits) : null
        );

    private static MenuAction Pick(Pen pen) =>
        new(
            "pick",
            pen.Text["button.pick"],
            [
                .. pen.View.Choices.Select(
                    (c, i) =>
                        new MenuOption(
                            $"{i + 1} {Glance.Of(c.Words, 70)}",
                            pen.Move(Presses.Verbs.Pick, c.Question.ToString()),
                            null,
                            c.Passed ? pen.Text["question.asked"] : null
                        )
                ),
            ]
        );
}
