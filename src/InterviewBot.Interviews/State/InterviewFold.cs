using System.Collections.Immutable;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Interviews.State;

/// <summary>Events -> state. Never refuses, never throws for a known event, never reads a guide.</summary>
public static class InterviewFold
{
    /// <summary>Folds one commit: its events, its cause, its time.</summary>
    public static Interview Commit(
        Interview interview,
        ImmutableArray<InterviewEvent> events,
        Cause cause,
        DateTimeOffset at
    )
    {
        foreach (var e in events)
            interview = Evolve(interview, e, at);
        return interview with { Seq = interview.Seq + 1, At = at, Causes = interview.Causes.Add(cause.Hash) };
    }

    public static Interview Evolve(Interview interview, InterviewEvent @event, DateTimeOffset at) =>
        throw new NotImplementedException();
}
