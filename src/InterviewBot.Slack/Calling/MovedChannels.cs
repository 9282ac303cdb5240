using System.Collections.Concurrent;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Slack.Calling;

/// <summary>
/// Channels whose id Slack changed (when workspaces are merged, or a channel is converted). Interviews name their board by the id of the day
/// it was chosen; what is sent goes to the present one.
/// </summary>
internal sealed class MovedChannels(IAddressBook book, TimeProvider clock)
{
    private const string Kind = "moved-channel";
    private const int Most = 10_000;

    // A channel moves once in years; a ring of moves must not hold a sender.
    private const int MostMoves = 5;
    private readonly ConcurrentDictionary<string, string> known = new();

    public async Task Keep(Workspace ours, string old, string now)
    {
        await book.Keep(new Address(SlackHouse.ChannelName, ours.Id, Kind, old, now, clock.GetUtcNow()));
        known[$"{ours.Id}/{old}"] = now;
    }

    public async ValueTask<string> Now(string installation, string channel)
    {
        for (var move = 0; move < MostMoves && await Next(installation, channel) is { } next; move++)
            channel = next;
        return channel;
    }

    private async ValueTask<string?> Next(string installation, string channel)
    {
        var key = $"{installation}/{channel}";
        if (!known.TryGetValue(key, out var next))
        {
            if (known.Count >= Most)
                known.Clear();
            var moved = await book.Find(SlackHouse.ChannelName, installation, Kind, channel, CancellationToken.None);
            known[key] = next = moved?.Data ?? "";
        }
        return next.Length == 0 ? null : next;
    }
}
