using InterviewBot.Conversation.Asking;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Panel;

namespace InterviewBot.Conversation.Ending;

/// <summary>Before the end: what the plan still holds, and one reason for leaving it. Publishes nothing.</summary>
internal static class FinishCard
{
    public static Card Of(Pen pen)
    {
        var missed = pen.View.Topics.Where(CoverageLines.IsMissed).ToList();
        return pen.Card(
            pen.Text["finish.fallback"],
            [
                AskingLines.IsItOver(pen),
                new TextLine(pen.Text.With("finish.title", pen.Who), Tone.Title),
                missed.Count == 0
                    ? new TextLine(pen.Text["finish.all-covered"])
                    : CoverageLines.List(pen.Text, "not-covered", missed, pen.GuideLanguage, flagRequired: true),
                CoverageLines.NotPlanned(pen.Text, pen.View),
                new TextLine(pen.Text["finish.nothing-posted"], Tone.Small),
            ],
            missed.Count == 0
                ?
                [
                    End(pen, "finish.end", EndReasons.AllCovered, ButtonStyle.Primary),
                    pen.Button("button.go-on", pen.Press(Presses.Verbs.GoOn)),
                ]
                :
                [
                    End(pen, "finish.no-time", EndReasons.NoTime, ButtonStyle.Default),
                    End(pen, "finish.enough-seen", EndReasons.EnoughSeen, ButtonStyle.Default),
                    Other(pen),
                    pen.View.ClosingTopic is null || pen.View.Asking?.IsClosing == true
                        ? null
                        : pen.Button("finish.closing-now", pen.Move(Presses.Verbs.WrapUp)),
                    pen.Button("button.go-on", pen.Press(Presses.Verbs.GoOn), ButtonStyle.Primary),
                ]
        );
    }

    private static ButtonAction End(Pen pen, string text, string reason, ButtonStyle style) =>
        pen.Button(text, pen.Press(Presses.Verbs.Finish, reason), style);

    private static MenuAction Other(Pen pen) =>
        new(
            "finish",
            pen.Text["finish.other"],
            [
                new MenuOption(
                    pen.Text["finish.own-words"],
                    pen.Press(Presses.Verbs.Finish),
                    TextArgument: pen.Text["finish.reason"]
                ),
            ]
        );
}
