using System.Collections.Immutable;
using System.Text.Json.Serialization;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Loops;

/// <summary>Everything about one candidate's round. Carries no verdict and no name: cards take those from the interviews when they are drawn.</summary>
public sealed record Loop
{
    public StreamId Id { get; init; }
    public long Seq { get; init; }
    public DateTimeOffset At { get; init; }
    public string Organisation { get; init; } = "";
    public bool IsForgotten { get; init; }

    /// <summary>The hiring channel; the board waits while it is null.</summary>
    public Place? Channel { get; init; }
    public ImmutableArray<Place> Recruiters { get; init; } = [];

    /// <summary>The interviews of the round, in the order in which they joined.</summary>
    public ImmutableArray<LoopInterview> Interviews { get; init; } = [];
    public ImmutableHashSet<ulong> Causes { get; init; } = [];

    public bool HasSeen(Cause cause) => Causes.Contains(cause.Hash);

    /// <summary>Something is shown in the channel once one interview has begun.</summary>
    public bool HasBoard => Channel is not null && Interviews.Any(i => i.BegunAt is not null);
}

/// <summary>What the loop knows of an interview. <paramref name="Version"/> is the interview's seq at the report: older reports change nothing.</summary>
public sealed record LoopInterview(
    StreamId Interview,
    PersonId Interviewer,
    string InterviewerName,
    Phase Phase,
    DateTimeOffset? BegunAt,
    bool ScorecardIn,
    long Version
);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(ReportInterview), "report")]
public abstract record LoopCommand;

/// <summary>Told by an interview's stream after each commit that the panel or the recruiter may see. Idempotent by <paramref name="Version"/>.</summary>
public sealed record ReportInterview(
    StreamId Interview,
    string Organisation,
    PersonId Interviewer,
    string InterviewerName,
    Place? Channel,
    ImmutableArray<Place> Recruiters,
    Phase Phase,
    DateTimeOffset? BegunAt,
    bool ScorecardIn,
    long Version
) : LoopCommand;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(InterviewReported), "interview-reported")]
[JsonDerivedType(typeof(LoopForgotten), "forgotten")]
public abstract record LoopEvent;

public sealed record InterviewReported(
    string Organisation,
    Place? Channel,
    ImmutableArray<Place> Recruiters,
    LoopInterview Interview
) : LoopEvent;

public sealed record LoopForgotten : LoopEvent;
