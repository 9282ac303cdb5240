using System.Collections.Concurrent;

namespace InterviewBot.Slack.Receiving;

/// <summary>
/// Copies of a delivery in one process: those in flight share the work, later ones its answer. What was not taken is forgotten, so that the next
/// copy tries again. Not what keeps commits single (that is the cause, in the log), but what keeps answers from coming twice.
/// </summary>
internal sealed class Deliveries(TimeProvider clock)
{
    private const int Most = 50_000;
    private static readonly TimeSpan Keep = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, (Lazy<Task<SlackAnswer>> Work, DateTimeOffset At)> seen = new();

    public async Task<SlackAnswer> Once(string? key, Func<Task<SlackAnswer>> work)
    {
        if (key is null)
            return await work();
        Tidy();
        var mine = new Lazy<Task<SlackAnswer>>(work);
        var (shared, _) = seen.GetOrAdd(key, (mine, clock.GetUtcNow()));
        // Slack's own redelivery, or a replay of what somebody overheard.
        if (shared != mine)
            SlackMetrics.Refused("copy");
        try
        {
            var answer = await shared.Value;
            // A form that is answered with what is wrong in it comes again under the same view and hash.
            if (answer.Status != 200 || answer.Body?.ContainsKey("response_action") == true)
                seen.TryRemove(key, out _);
            return answer;
        }
        catch
        {
            seen.TryRemove(key, out _);
            throw;
        }
    }

    private void Tidy()
    {
        if (seen.Count < Most)
            return;
        var old = clock.GetUtcNow() - Keep;
        foreach (var (key, (_, at)) in seen)
        {
            if (at < old)
                seen.TryRemove(key, out _);
        }
        // More than that many within an hour: better to answer a copy twice than to grow.
        if (seen.Count >= Most)
            seen.Clear();
    }
}
