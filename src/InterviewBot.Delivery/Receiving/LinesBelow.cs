using System.Collections.Concurrent;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Receiving;

/// <summary>
/// The newest lines typed in direct conversations, so that a card driven by words comes down too. A memory of this process and no more: when
/// it is lost, notes still count, and the worst is a card that is edited a little higher up.
/// </summary>
public sealed class LinesBelow
{
    // Placement asks for three; a few more for lines of the moment at which a card is drawn.
    private const int Kept = 8;
    private const int Conversations = 10_000;
    private readonly ConcurrentDictionary<string, DateTimeOffset[]> _newest = new();

    public void Typed(Place place, DateTimeOffset at)
    {
        if (_newest.Count >= Conversations)
            _newest.Clear();
        _newest.AddOrUpdate(place.Lane, [at], (_, lines) => [.. lines.Append(at).Order().TakeLast(Kept)]);
    }

    /// <summary>Lines typed after <paramref name="since"/>, as far as remembered.</summary>
    public int Count(Place place, DateTimeOffset since) =>
        _newest.TryGetValue(place.Lane, out var lines) ? lines.Count(at => at > since) : 0;
}
