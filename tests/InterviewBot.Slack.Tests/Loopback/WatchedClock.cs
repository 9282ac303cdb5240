using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>A clock that a test moves, and that tells what is waited for: moved before somebody waits, it would be waited for in vain.</summary>
internal sealed class WatchedClock() : FakeTimeProvider(System.GetUtcNow())
{
    private readonly List<TimeSpan> waits = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (waits)
            waits.Add(dueTime);
        return timer;
    }

    /// <summary>Until somebody waits about so long.</summary>
    public Task<TimeSpan> Waited(TimeSpan least, TimeSpan most) =>
        Until.Some(
            () =>
            {
                lock (waits)
                    return waits.Where(w => w >= least && w <= most).Select(w => (TimeSpan?)w).FirstOrDefault();
            },
            "Nobody waits so long."
        );
}
