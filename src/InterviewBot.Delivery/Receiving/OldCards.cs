using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Pumping;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;

namespace InterviewBot.Delivery.Receiving;

/// <summary>Which question a message of ours stood for, so that a reply in its thread belongs to that question.</summary>
internal sealed class OldCards(IOutbox outbox)
{
    // A re-post follows the move that caused it within moments; what stood on the card before those is what was left behind.
    private static readonly TimeSpan BeforeTheMove = TimeSpan.FromSeconds(5);

    /// <summary>Null: no card of ours that was left behind, or not known any more; then it is a note like any other.</summary>
    public async ValueTask<QuestionId?> QuestionOf(Interview interview, string reference)
    {
        var next = await outbox.Surface(interview.Id, Surfaces.Prompt, CancellationToken.None);
        for (var gen = (next?.Gen ?? 0) - 1; gen > 0; gen--)
        {
            var name = LeftBehind.Name(Surfaces.Prompt, gen);
            if (await outbox.Surface(interview.Id, name, CancellationToken.None) is not { } card)
                continue;
            if (card.Ref == reference)
                return next?.PostedAt is { } replacedAt
                    ? interview.Timeline.LastOrDefault(t => t.From <= replacedAt - BeforeTheMove)?.Question
                    : null;
            next = card;
        }
        return null;
    }
}
