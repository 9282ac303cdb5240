using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Deciding;

/// <summary>What the bot does by itself. Whether a timer still means anything is looked at when it rings; nothing is ever cancelled.</summary>
internal static class TimerRules
{
    public const string Prepared = "prepared";
    public const string IdleTimer = "idle";
    public const string ClosingTimer = "closing";

    /// <summary>So long after the planned end, or the last act if later, the card asks once whether it is over.</summary>
    public static readonly TimeSpan AskAfter = TimeSpan.FromMinutes(15);

    /// <summary>So long after it, the interview ends itself at the time of the last act.</summary>
    public static readonly TimeSpan EndAfter = TimeSpan.FromMinutes(60);

    public static TimerSet Idle(Interview interview, DateTimeOffset at) =>
        new(IdleTimer, interview.Timers.GetValueOrDefault(IdleTimer) + 1, at);

    /// <summary>When the closing stage has to begin for this end, never before <paramref name="now"/>; null when none is planned, or it takes all the time there is.</summary>
    public static TimerSet? Closing(Interview interview, DateTimeOffset endsAt, DateTimeOffset now)
    {
        var minutes = interview.Plan.Where(t => t is { IsClosing: true, Planned: true }).Sum(t => t.Minutes);
        if (minutes == 0 || minutes >= interview.Minutes)
            return null;
        var due = endsAt - TimeSpan.FromMinutes(minutes);
        return new(ClosingTimer, interview.Timers.GetValueOrDefault(ClosingTimer) + 1, due > now ? due : now);
    }

    public static Decision Decide(Interview interview, InterviewCommand command, DateTimeOffset now) =>
        command switch
        {
            Rang rang when interview.Timers.GetValueOrDefault(rang.Timer) != rang.Generation => Decision.Nothing,
            Rang { Timer: Prepared } when interview.Phase == Phase.Preparing => Decision.Of(
                new InterviewCancelled(true)
            ),
            Rang { Timer: IdleTimer } when interview.IsLive => Quiet(interview, now),
            Rang { Timer: ClosingTimer } when interview is { Phase: Phase.Running, ClosingDue: false } => IsInClosing(
                interview
            )
                ? Decision.Nothing
                : Decision.Of(new ClosingCameDue()),
            SetAside aside when interview.Phase == Phase.Running && interview.CurrentSince <= aside.At => Decision.Of(
                new InterviewPaused(aside.For)
            ),
            _ => Decision.Nothing,
        };

    private static bool IsInClosing(Interview interview)
    {
        var progress = interview.Progress;
        return progress.WrappedUp
            || interview.Planned(interview.Spot.Topic) is { IsClosing: true }
            || interview
                .Plan.Where(t => t is { IsClosing: true, Planned: true })
                .All(t => progress.Topics.TryGetValue(t.Key, out var status) && status != TopicStatus.Begun);
    }

    private static Decision Quiet(Interview interview, DateTimeOffset now)
    {
        var acted = interview.ActedAt ?? now;
        var since = interview.EndsAt is { } end && end > acted ? end : acted;
        if (now >= since + EndAfter)
            return EndingRules.Ended(interview, new InterviewFinished(acted, null, true));
        if (now < since + AskAfter)
            return Decision.Of(Idle(interview, since + AskAfter));
        return interview.IdleAsked
            ? Decision.Of(Idle(interview, since + EndAfter))
            : Decision.Of(new IdleAsked(), Idle(interview, since + EndAfter));
    }
}
