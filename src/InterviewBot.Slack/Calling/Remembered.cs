using System.Collections.Concurrent;

namespace InterviewBot.Slack.Calling;

/// <summary>Answers of Slack kept for a while, at most 10,000 of a kind.</summary>
internal sealed class Remembered<T>(TimeProvider clock, TimeSpan keep)
    where T : class
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, (T Value, DateTimeOffset Until)> known = new();

    public T? Find(string key) =>
        known.TryGetValue(key, out var found) && found.Until > clock.GetUtcNow() ? found.Value : null;

    public T Keep(string key, T value, TimeSpan? shorter = null)
    {
        if (known.Count >= Most)
            known.Clear();
        known[key] = (value, clock.GetUtcNow() + (shorter ?? keep));
        return value;
    }

    public void Forget(string key) => known.TryRemove(key, out _);
}
