using System.Collections.Concurrent;

namespace InterviewBot.Teams.Showing;

/// <summary>
/// What a bot may send into one conversation: 7 messages in a second, 8 in two, 60 in thirty; service-side splitting counts extra, so a
/// little less is used.
/// </summary>
internal sealed class Pace(TimeProvider clock)
{
    private const int Conversations = 5_000;
    private static readonly (int Messages, TimeSpan Within)[] Limits =
    [
        (3, TimeSpan.FromSeconds(1)),
        (6, TimeSpan.FromSeconds(2)),
        (50, TimeSpan.FromSeconds(30)),
    ];
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _sent = new();

    /// <summary>Zero: it may go now, and is counted. Else nothing is counted and the caller waits so long.</summary>
    public TimeSpan Ask(string conversation)
    {
        if (_sent.Count >= Conversations)
            _sent.Clear();
        var sent = _sent.GetOrAdd(conversation, _ => new Queue<DateTimeOffset>());
        lock (sent)
        {
            var now = clock.GetUtcNow();
            while (sent.Count > Limits[^1].Messages)
                sent.Dequeue();
            var wait = TimeSpan.Zero;
            foreach (var (messages, within) in Limits)
            {
                if (sent.Count < messages)
                    continue;
                var free = sent.ElementAt(sent.Count - messages) + within - now;
                wait = free > wait ? free : wait;
            }
            if (wait <= TimeSpan.Zero)
                sent.Enqueue(now);
            return wait;
        }
    }
}
