using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Delivery.Receiving;

/// <summary>What people ask the bot: answered privately and at once, nothing is stored.</summary>
internal sealed class Answering(MyInterviews mine)
{
    /// <param name="view">The interview it is about; null: none.</param>
    public async Task<Reply> Answer(AskKind what, Speaker by, InterviewView? view) =>
        what switch
        {
            AskKind.Help => Say(Sentences.Help(by.Language)),
            AskKind.List => Say(Answers.List(await mine.List(by), by.Zone, by.Language)),
            AskKind.Switch => new Reply(true, null, Answers.Switch(await mine.List(by), by.Zone, by.Language)),
            AskKind.Reveal => Say(Sentences.Reveal(by.Language)),
            AskKind.Join => Say(Sentences.Join(by.Language)),
            AskKind.Status when view is null => Say(Answers.List(await mine.List(by), by.Zone, by.Language)),
            _ when view is null => Say(Sentences.NothingRunning(by.Language)),
            AskKind.Status => Say(Answers.Status(view)),
            AskKind.History => Say(Answers.History(view)),
            AskKind.Channel => new Reply(true, null, Answers.Channel(view)),
            AskKind.Cancel => Answers.Cancel(view) is { } card
                ? new Reply(true, null, card)
                : CommandReplies.Refused(by, view.Interview.IsOver ? Refusal.InterviewIsOver : Refusal.AlreadyBegun),
            AskKind.Tip => Say(Answers.Tip(view)),
            _ => throw new System.Diagnostics.UnreachableException($"No answer for {what}."),
        };

    private static Reply Say(string text) => new(true, text, null);
}
