using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Ending;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Asking;

/// <summary>An earlier question, looked at to rate it or to add a note.</summary>
internal static class LookBackCard
{
    private const int MostEarlier = 30;
    private const int MostNotes = 5;
    private const int NoteLength = 120;

    public static Card Of(Pen pen, AskingView asking)
    {
        var (say, own) = PromptCard.Say(pen, asking);
        var notes = pen.Interview.LivingNotes.Where(n => n.Question == asking.Question).ToList();
        return pen.Card(
            say,
            [
                new TextLine(pen.Text["look-back.notice"], Tone.Notice),
                new SayLine(say, pen.GuideLanguage),
                own is null ? null : new TextLine(own, Tone.Small, pen.GuideLanguage),
                PromptCard.ListenFor(pen, asking),
                new TextLine(Pen.Dots(asking.TopicTitle, AskingLines.Ends(pen)), Tone.Small),
                pen.Interview.Hidden
                    ? new TextLine(pen.Text["hidden.line"], Tone.Small)
                    : new TextLine(
                        Pen.Dots(
                            pen.Who,
                            AskingLines.Notes(pen, notes),
                            asking.Rating is { } rating ? Grade.Of(rating, pen.Text) : null
                        ),
                        Tone.Small
                    ),
                // One note stands in the line above.
                pen.Interview.Hidden
                || notes.Count < 2
                    ? null
                    : new ItemList(
                        null,
                        [.. notes.TakeLast(MostNotes).Select(n => Glance.Of(NoteLines.Own(pen, n), NoteLength))],
                        Apart: true
                    ),
            ],
            [
                pen.Button("button.back-to-now", pen.Press(Presses.Verbs.StopLooking), ButtonStyle.Primary),
                RateMenu.Of(pen),
                Earlier(pen, asking.Question),
                MoreMenu.Of(pen),
            ]
        );
    }

    private static MenuAction? Earlier(Pen pen, QuestionId looking)
    {
        var progress = pen.Interview.Progress;
        var others = progress.Order.Reverse().Where(q => q != looking).Take(MostEarlier).ToList();
        return others.Count == 0
            ? null
            : new MenuAction(
                "earlier",
                pen.Text["button.earlier"],
                [
                    .. others.Select(q => new MenuOption(
                        progress.Passed.TryGetValue(q, out var passed) ? passed.Words : q.Node,
                        pen.Press(Presses.Verbs.LookBack, q.ToString())
                    )),
                ]
            );
    }
}
