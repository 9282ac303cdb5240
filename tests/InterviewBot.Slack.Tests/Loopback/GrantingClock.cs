namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>The time of day, but every wait is over at once and only added up: how long something waits at most, whatever machine it runs on.</summary>
internal sealed class GrantingClock : TimeProvider
{
    private long granted;

    public TimeSpan Granted => new(Interlocked.Read(ref granted));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
            return base.CreateTimer(callback, state, dueTime, period);
        Interlocked.Add(ref granted, dueTime.Ticks);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
