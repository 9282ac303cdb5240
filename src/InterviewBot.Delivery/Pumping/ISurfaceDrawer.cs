using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Delivery.Pumping;

/// <summary>Draws a surface as it is now, from the log's head.</summary>
public interface ISurfaceDrawer
{
    /// <param name="postedAt">When the card shown now was posted; lines said later lie below it. Null: none is shown.</param>
    /// <returns>Null: there is no such surface (any more).</returns>
    ValueTask<Drawn?> Draw(StreamId stream, string surface, DateTimeOffset? postedAt, CancellationToken ct);
}

/// <param name="Place">Where it belongs; null while it has no place.</param>
/// <param name="ParentSurface">The surface in whose thread it stands; null: top level.</param>
/// <param name="Seq">The stream's seq it was drawn at.</param>
/// <param name="LinesSince">Lines typed below the card shown now.</param>
/// <param name="CalledDownSeq">The commit in which a person last asked for the card at the bottom; 0: none.</param>
/// <param name="Retired">What a card left behind by a re-post becomes.</param>
public sealed record Drawn(
    Drawing Drawing,
    Place? Place,
    string? ParentSurface,
    long Seq,
    int LinesSince,
    long CalledDownSeq,
    Drawing.Line Retired
)
{
    /// <summary>Cards that tell whether this one has arrived: drawn anew once it has.</summary>
    public IReadOnlyList<WakeUp> TellsOfIt { get; init; } = [];
}
