using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Deciding;

/// <summary>Pauses, the end, and the scorecard. Finish publishes nothing; Submit does.</summary>
internal static class EndingRules
{
    /// <summary>Longest comment and reason, in UTF-16 units.</summary>
    public const int LongestComment = 10_000;
    public const int LongestReason = 300;

    /// <summary>An interview reopened after its end has this long before it asks whether it is over.</summary>
    private static readonly TimeSpan ReopenedFor = TimeSpan.FromMinutes(30);

    public static Decision Decide(Interview interview, InterviewCommand command, Acting acting, DateTimeOffset now) =>
        command switch
        {
            Pause => Live(interview)
                ?? (interview.Phase == Phase.Paused ? Refusal.IsPaused : Decision.Of(new InterviewPaused(null))),
            Resume => Resumed(interview, acting, now),
            ChangeEnd change => Live(interview) ?? ChangeEnd(interview, change, now),
            ProposeFinish => Live(interview)
                ?? (interview.FinishOpen ? Decision.Nothing : Decision.Of(new FinishProposed())),
            GoOn => Live(interview) ?? (interview.FinishOpen ? Decision.Of(new FinishDropped()) : Decision.Nothing),
            Finish finish => Live(interview) ?? Finished(interview, finish, now),
            Reopen => Reopened(interview, acting, now),
            Recommend recommend => Draft(interview)
                ?? (
                    recommend.Value == interview.Recommendation
                        ? Decision.Nothing
                        : Decision.Of(new Recommended(recommend.Value))
                ),
            WriteComment write => Draft(interview)
                ?? (
                    write.Text.Length > LongestComment ? Refusal.TooMuch
                    : write.Text.Trim() == interview.Comment ? Decision.Nothing
                    : Decision.Of(new CommentWritten(write.Text.Trim()))
                ),
            PreviewScorecard preview => Draft(interview)
                ?? (
                    preview.Open == interview.PreviewOpen ? Decision.Nothing
                    : preview.Open && interview.Recommendation is null ? Refusal.NeedsRecommendation
                    : Decision.Of(new PreviewTurned(preview.Open))
                ),
            SubmitScorecard => Draft(interview)
                ?? (
                    interview.Recommendation is null ? Refusal.NeedsRecommendation
                    : interview.PreviewOpen ? Decision.Of(new ScorecardSubmitted())
                    : Refusal.NeedsPreview
                ),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No rule for the command {command.GetType().Name}."
            ),
        };

    private static Decision Resumed(Interview interview, Acting acting, DateTimeOffset now)
    {
        if (interview.IsOver)
            return Refusal.InterviewIsOver;
        if (interview.Phase == Phase.Preparing)
            return Refusal.NotBegun;
        var current = acting.IsNotCurrent(interview) ? new BecameCurrent(acting.CurrentElsewhere) : null;
        return (interview.Phase, current) switch
        {
            (Phase.Paused, null) => WithClosing(Decision.Of(new InterviewResumed()), interview, interview.EndsAt, now),
            (Phase.Paused, _) => WithClosing(
                Decision.Of(new InterviewResumed(), current),
                interview,
                interview.EndsAt,
                now
            ),
            (_, null) => Refusal.NotPaused,
            _ => Decision.Of(current),
        };
    }

    private static Decision ChangeEnd(Interview interview, ChangeEnd change, DateTimeOffset now)
    {
        var endsAt = now + TimeSpan.FromMinutes(Math.Clamp(change.MinutesFromNow, 1, 480));
        return WithClosing(
            Decision.Of(new EndChanged(endsAt), TimerRules.Idle(interview, endsAt + TimerRules.AskAfter)),
            interview with
            {
                ClosingDue = false,
            },
            endsAt,
            now
        );
    }

    // A timer that rang during a pause said nothing.
    private static Decision WithClosing(
        Decision decision,
        Interview interview,
        DateTimeOffset? endsAt,
        DateTimeOffset now
    ) =>
        !interview.ClosingDue && endsAt is { } end && TimerRules.Closing(interview, end, now) is { } closing
            ? decision with
            {
                Events = decision.Events.Add(closing),
            }
            : decision;

    /// <summary>The end, with the question on the card told as asked when it was.</summary>
    public static Decision Ended(Interview interview, InterviewFinished end) =>
        Asked.Leaving(interview) is { } asked ? Decision.Of(asked, end) : Decision.Of(end);

    private static Decision Finished(Interview interview, Finish finish, DateTimeOffset now)
    {
        var reason = finish.Reason?.ReplaceLineEndings(" ").Trim();
        return reason?.Length > LongestReason
            ? Refusal.TooMuch
            : Ended(interview, new InterviewFinished(now, string.IsNullOrEmpty(reason) ? null : reason, false));
    }

    private static Decision Reopened(Interview interview, Acting acting, DateTimeOffset now)
    {
        if (interview.Phase == Phase.Submitted)
            return Refusal.AlreadySubmitted;
        if (interview.Phase != Phase.Finished)
            return interview.IsOver ? Refusal.InterviewIsOver : Refusal.NotOver;
        var endsAt = interview.EndsAt > now ? interview.EndsAt.Value : now + ReopenedFor;
        var decision = Decision.Of(
            new InterviewReopened(),
            new EndChanged(endsAt),
            TimerRules.Idle(interview, endsAt + TimerRules.AskAfter)
        );
        return acting.IsNotCurrent(interview)
            ? decision with
            {
                Events = decision.Events.Add(new BecameCurrent(acting.CurrentElsewhere)),
            }
            : decision;
    }

    private static Decision? Live(Interview interview) =>
        interview.IsOver ? Refusal.InterviewIsOver
        : interview.Phase == Phase.Preparing ? Refusal.NotBegun
        : null;

    private static Decision? Draft(Interview interview) =>
        interview.Phase switch
        {
            Phase.Finished => null,
            Phase.Submitted => Refusal.AlreadySubmitted,
            Phase.NoShow or Phase.Cancelled => Refusal.InterviewIsOver,
            _ => Refusal.NotOver,
        };
}
