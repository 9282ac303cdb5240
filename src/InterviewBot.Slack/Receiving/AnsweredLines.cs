using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Slack.Receiving;

/// <summary>
/// Lines that were answered, kept for as long as they could come again: what was refused, or told to be kept nowhere, leaves nothing in an
/// interview by which a second delivery or the reading of the history would know it. Ids only, nothing of what was typed.
/// </summary>
internal sealed class AnsweredLines(IAddressBook book, TimeProvider clock)
{
    private const string Kind = "answered";

    // Older lines are never carried out or told, whether they are known or not.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async ValueTask<bool> Knows(Place place, string ts) =>
        await book.Find(SlackHouse.ChannelName, place.Installation, Kind, Key(place, ts), CancellationToken.None)
            is not null;

    /// <summary>Stored before the delivery is acknowledged.</summary>
    public Task Keep(Place place, string ts) =>
        book.Keep(
            new Address(SlackHouse.ChannelName, place.Installation, Kind, Key(place, ts), "{}", clock.GetUtcNow())
        );

    public async Task Tidy(string installation, CancellationToken ct)
    {
        var old = clock.GetUtcNow() - Kept;
        foreach (var line in await book.List(SlackHouse.ChannelName, installation, Kind, ct))
        {
            if (line.At < old)
                await book.Drop(line.Channel, line.Installation, line.Kind, line.Key);
        }
    }

    private static string Key(Place place, string ts) => $"{place.Conversation}/{ts}";
}
