using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Panel;

namespace InterviewBot.Conversation.Asking;

/// <summary>Cards that stand on no question: everything planned was passed, or the guide's text (or the place in it) is not found any more.</summary>
internal static class LostPlaceCard
{
    public static Card NothingLeft(Pen pen)
    {
        // After Wrap up, or when the rest of a topic was left out, the end of the plan is not all of it.
        var missed = pen.View.Topics.Where(CoverageLines.IsMissed).ToList();
        var title = pen.Text[missed.Count == 0 ? "nothing-left.title" : "nothing-left.missed"];
        return pen.Card(
            title,
            [
                AskingLines.IsItOver(pen),
                AskingLines.EndedTopic(pen),
                new TextLine(title, Tone.Title),
                CoverageLines.List(pen.Text, "not-covered", missed, pen.GuideLanguage, flagRequired: true),
                new TextLine(pen.Text["nothing-left.way-on"]),
                AskingLines.Ends(pen) is { } ends ? new TextLine(ends, Tone.Small) : null,
                AskingLines.Person(pen, null),
                AskingLines.FilesNotKept(pen),
            ],
            [
                pen.Button("button.finish", pen.Press(Presses.Verbs.ProposeFinish), ButtonStyle.Primary),
                RateMenu.Of(pen),
                JumpMenu.Of(pen, currentToo: true),
                MoreMenu.Of(pen),
            ]
        );
    }

    public static Card GuideLost(Pen pen) =>
        pen.Card(
            Question(pen),
            [
                AskingLines.IsItOver(pen),
                new TextLine(pen.Text["guide-lost.title"], Tone.Notice),
                new SayLine(Question(pen), pen.GuideLanguage),
                new TextLine(pen.Text[pen.View.Guide is null ? "guide-lost.text-gone" : "guide-lost.choose"]),
                pen.View.Topics.IsEmpty
                    ? null
                    : new ItemList(
                        pen.Text["guide-lost.topics"],
                        [.. pen.View.Topics.Select(t => $"{t.Title}, {JumpMenu.Standing(pen, t)}")],
                        Language: pen.GuideLanguage
                    ),
                AskingLines.Person(pen, null),
            ],
            // Jumping needs the guide's text.
            pen.View.Guide
                is null
                ? [pen.Button("button.finish", pen.Press(Presses.Verbs.ProposeFinish)), MoreMenu.Of(pen)]
                : [JumpMenu.Of(pen, currentToo: true), MoreMenu.Of(pen)]
        );

    private static string Question(Pen pen) =>
        pen.Interview.Spot.Words is { Length: > 0 } words ? Wording.Of(words).Question : pen.Interview.GuideTitle;
}
