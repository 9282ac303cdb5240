using System.Collections.Concurrent;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Pumping;

/// <summary>
/// Places that turned out to be gone, until their people were told: the next private answer about that stream says it, once. Kept in this
/// process only: the dead lane itself is stored, logged and counted.
/// </summary>
public sealed class PlaceTroubles
{
    private const int Bound = 10_000;
    private readonly ConcurrentDictionary<StreamId, string> _byOwner = new();

    /// <param name="reason">A code of the channel, never the platform's text.</param>
    public void Note(StreamId owner, string reason)
    {
        if (_byOwner.Count < Bound)
            _byOwner[owner] = reason;
    }

    /// <summary>The reason, the first time it is asked for; null when there is no trouble.</summary>
    public string? TakeFor(StreamId owner) => _byOwner.TryRemove(owner, out var reason) ? reason : null;
}
