using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Pumping;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;

namespace InterviewBot.Delivery.Receiving;

/// <summary>Which question a message of ours stands for, so that a reply in its thread belongs to that question.</summary>
internal sealed class OldCards(IOutbox outbox, InterviewDesk interviews)
{
    /// <summary>Null: no card of ours that was left behind, or none that speaks of a question; then it is a note like any other.</summary>
    public async ValueTask<QuestionId?> QuestionOf(Interview interview, string reference)
    {
        var now = await outbox.Surface(interview.Id, Surfaces.Prompt, CancellationToken.None);
        for (var gen = (now?.Gen ?? 0) - 1; gen > 0; gen--)
        {
            var name = LeftBehind.Name(Surfaces.Prompt, gen);
            if (await outbox.Surface(interview.Id, name, CancellationToken.None) is not { Ref: { } left } card)
                continue;
            if (left != reference)
                continue;
            // What it shows was drawn from the interview as it was at that seq, and from nothing else: no clock can mistake it.
            var then = await interviews.AsOf(interview.Id, card.DrawnSeq, CancellationToken.None);
            return card.DrawnHash is null ? then.Spot.Question : Retired.QuestionOf(then) ?? then.Spot.Question;
        }
        return null;
    }
}
