using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Asking;

/// <summary>The card with a question: what to say is its largest line.</summary>
internal static class PromptCard
{
    public static Card Of(Pen pen, AskingView asking)
    {
        var (say, own) = Say(asking);
        return pen.Card(
            say,
            [
                AskingLines.IsItOver(pen),
                AskingLines.EndedTopic(pen),
                Bridge.Of(pen, asking),
                new SayLine(say, pen.GuideLanguage),
                own is null ? null : new TextLine(own, Tone.Small, pen.GuideLanguage),
                ListenFor(pen, asking),
                AskingLines.Tip(pen, asking),
                AskingLines.ClosingReminder(pen, asking),
                AskingLines.Progress(pen, asking),
                AskingLines.Person(pen, asking.Rating),
                AskingLines.FilesNotKept(pen),
            ],
            [
                pen.Button("button.next", pen.Move(Presses.Verbs.Next), ButtonStyle.Primary),
                RateMenu.Of(pen),
                SkipMenu.Of(pen),
                JumpMenu.Of(pen),
                MoreMenu.Of(pen),
                AskingLines.FinishNow(pen) ?? BelongsToPrevious.Of(pen),
            ]
        );
    }

    /// <summary>The largest line and, small below it, the guide's own wording or the remarks in it.</summary>
    public static (string Say, string? Own) Say(AskingView asking)
    {
        var spoken = asking.Notes.Say;
        if (!spoken.IsEmpty)
            return (spoken[Math.Clamp(asking.SayIndex, 0, spoken.Length - 1)], asking.Words);
        var wording = Wording.Of(asking.Words);
        return (wording.Question, wording.Remark);
    }

    public static ItemList? ListenFor(Pen pen, AskingView asking) =>
        asking.Notes.ListenFor.IsEmpty
            ? null
            : new ItemList(pen.Text["listen-for"], asking.Notes.ListenFor, Language: pen.GuideLanguage);
}
