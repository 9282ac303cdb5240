using System.Globalization;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Sqlite;

/// <summary>
/// Who works on which lane. In memory, as one process owns the file and its senders end with it. A lease that ran out still counts until
/// somebody else takes the lane: its holder's word is the last one.
/// </summary>
internal sealed class Leases
{
    private static readonly TimeSpan AckTakesAtMost = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Token, DateTimeOffset Until)> held = [];
    private long tokens;

    public bool IsFree(string lane, DateTimeOffset now)
    {
        lock (gate)
            return !held.TryGetValue(lane, out var lease) || lease.Until <= now;
    }

    /// <summary>A fresh token, or null when somebody holds the lane.</summary>
    public string? Take(string lane, DateTimeOffset now, DateTimeOffset until)
    {
        lock (gate)
        {
            if (held.TryGetValue(lane, out var lease) && lease.Until > now)
                return null;
            var token = (++tokens).ToString(CultureInfo.InvariantCulture);
            held[lane] = (token, until);
            return token;
        }
    }

    public bool Holds(Lease lease)
    {
        lock (gate)
            return held.TryGetValue(lease.Lane, out var found) && found.Token == lease.Token;
    }

    /// <summary>As <see cref="Holds"/>, and keeps the lane from being taken between this look and the commit it is for.</summary>
    public bool Confirm(Lease lease, DateTimeOffset now)
    {
        lock (gate)
        {
            if (!held.TryGetValue(lease.Lane, out var found) || found.Token != lease.Token)
                return false;
            if (found.Until < now + AckTakesAtMost)
                held[lease.Lane] = (found.Token, now + AckTakesAtMost);
            return true;
        }
    }

    public void GiveBack(string lane, string token)
    {
        lock (gate)
        {
            if (held.TryGetValue(lane, out var found) && found.Token == token)
                held.Remove(lane);
        }
    }
}
