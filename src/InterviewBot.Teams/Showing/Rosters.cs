using System.Collections.Concurrent;
using InterviewBot.Teams.Calling;
using InterviewBot.Teams.Remembering;
using Microsoft.Extensions.Options;

namespace InterviewBot.Teams.Showing;

/// <summary>Who reads in a channel. Kept ten minutes, and dropped when members come or go.</summary>
internal sealed class Rosters(Connector connector, IOptions<TeamsOptions> options, TimeProvider clock)
{
    private const int Kept = 2_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (IReadOnlyList<Member> Members, DateTimeOffset At)> _known = new();

    public void Forget(string tenant, string channel) => _known.TryRemove($"{tenant}:{channel}", out _);

    /// <returns>No members: they could not be read, and the answer says why.</returns>
    public async Task<(IReadOnlyList<Member>? Members, ConnectorAnswer? Why)> Of(
        string tenant,
        string channel,
        ChannelAddress address,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue($"{tenant}:{channel}", out var kept) && now - kept.At < Fresh)
            return (kept.Members, null);
        var (last, members) = await connector.Members(address.ServiceUrl, channel, ct);
        if (!last.IsGood)
            return (null, last);
        if (_known.Count >= Kept)
            _known.Clear();
        _known[$"{tenant}:{channel}"] = (members, now);
        return (members, null);
    }

    /// <summary>Guests, and people of organisations that are not served here: names of candidates are not for them.</summary>
    public bool IsForeign(Member member) =>
        member.IsGuest || (member.Tenant is { } tenant && !options.Value.Serves(tenant));
}
