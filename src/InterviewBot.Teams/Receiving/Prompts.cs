using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Pumping;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Teams.Receiving;

/// <summary>The card of an interview as it stands now, for the person whose conversation it lives in and for nobody who merely names it.</summary>
internal sealed class Prompts(IOutbox outbox, ISurfaceDrawer drawer)
{
    /// <returns>Null: there is none, or it lives elsewhere.</returns>
    public async Task<Prompt?> Of(Sender by, StreamId interview)
    {
        var row = await outbox.Surface(interview, Surfaces.Prompt, CancellationToken.None);
        var drawn = await drawer.Draw(interview, Surfaces.Prompt, row?.PostedAt, CancellationToken.None);
        return drawn is not null && drawn.Place == by.Place ? new Prompt(drawn, row?.Ref) : null;
    }
}

/// <param name="Ref">The message it stands in; null: not posted yet.</param>
internal sealed record Prompt(Drawn Drawn, string? Ref);
