using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Pumping;

/// <summary>
/// Places that refused, until everybody whose cards wait there was told: the next private answer about a stream says it, once per outage,
/// which ends when something arrives there. Kept in this process only: the dead lane itself is stored, logged and counted.
/// </summary>
public sealed class PlaceTroubles
{
    private const int Bound = 10_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Outage> _byLane = [];

    /// <param name="owners">The streams whose cards wait there.</param>
    /// <param name="reason">A code of the channel, never the platform's text.</param>
    public void Note(string lane, string reason, IEnumerable<StreamId> owners)
    {
        lock (_gate)
        {
            if (!_byLane.TryGetValue(lane, out var outage))
            {
                if (_byLane.Count >= Bound)
                    return;
                _byLane[lane] = outage = new Outage();
            }
            outage.Reason = reason;
            foreach (var owner in owners)
                outage.Told.TryAdd(owner, false);
        }
    }

    /// <summary>Something arrived there again: what was not told yet is not true any more.</summary>
    public void Over(string lane)
    {
        lock (_gate)
            _byLane.Remove(lane);
    }

    /// <summary>An outage of this stream's places, the first time it is asked for; null when there is none to tell.</summary>
    public PlaceTrouble? TakeFor(StreamId owner)
    {
        lock (_gate)
        {
            foreach (var (lane, outage) in _byLane)
            {
                if (outage.Told.TryGetValue(owner, out var told) && !told)
                {
                    outage.Told[owner] = true;
                    return new PlaceTrouble(lane, outage.Reason);
                }
            }
            return null;
        }
    }

    private sealed class Outage
    {
        public string Reason { get; set; } = "";
        public Dictionary<StreamId, bool> Told { get; } = [];
    }
}

public sealed record PlaceTrouble(string Lane, string Reason);
