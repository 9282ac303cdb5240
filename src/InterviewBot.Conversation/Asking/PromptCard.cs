using InterviewBot.Conversation.Cards;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Asking;

/// <summary>The card with a question: what to say is its largest line.</summary>
internal static class PromptCard
{
    private static readonly char[] Stops = ['?', '？', '.', '。', '!', '！', ' '];

    public static Card Of(Pen pen, AskingView asking)
    {
        var (say, own) = Say(pen, asking);
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
    public static (string Say, string? Own) Say(Pen pen, AskingView asking)
    {
        var spoken = asking.Notes.Say;
        if (!spoken.IsEmpty)
        {
            var say = spoken[Math.Clamp(asking.SayIndex, 0, spoken.Length - 1)];
            return (say, IsSame(say, asking.Words) ? null : asking.Words);
        }
        var wording = Wording.Of(asking.Words);
        // Nobody says a judgement aloud.
        return asking.Fork == ForkKind.Judgement
            ? (wording.Question, wording.Remark)
            : Opener.Spoken(
                wording,
                pen.Spoken,
                asking.Fork == ForkKind.Ask ? Catchword.Experience
                    : asking.Words == asking.TopicTitle ? Catchword.Title
                    : Catchword.Subject
            );
    }

    // A guide whose Say repeats the label would show one sentence twice.
    private static bool IsSame(string say, string words) =>
        string.Equals(say.TrimEnd(Stops), words.Trim().TrimEnd(Stops), StringComparison.OrdinalIgnoreCase);

    public static ItemList? ListenFor(Pen pen, AskingView asking) =>
        // The answers are nothing to share a screen with.
        asking.Notes.ListenFor.IsEmpty || pen.Interview.Hidden
            ? null
            : new ItemList(pen.Text["listen-for"], asking.Notes.ListenFor, Language: pen.GuideLanguage);
}
