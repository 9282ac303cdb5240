using System.Collections.Immutable;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Deciding;

public enum OutcomeKind
{
    /// <summary>Durable.</summary>
    Done,

    /// <summary>This delivery was worked on before; answer from the state.</summary>
    Repeated,

    /// <summary>Nothing changed; <see cref="Outcome.Refusal"/> says why.</summary>
    Refused,

    /// <summary>Too many rivals or a full queue; nothing was written and nothing may be acknowledged. "Press again."</summary>
    Busy,

    /// <summary>The stream holds events of a newer release: another copy has to serve it (503).</summary>
    NotServed,
}

/// <summary>What came of a command. <paramref name="Interview"/> is the state now, as of the log's head.</summary>
public sealed record Outcome(
    OutcomeKind Kind,
    Interview Interview,
    Refusal? Refusal,
    ImmutableArray<InterviewEvent> Events
);

/// <summary>Who acts, and what else they have open.</summary>
/// <param name="By">Null: the bot itself (timers, tells).</param>
/// <param name="CurrentElsewhere">Another interview of this person that is current now; null when none or this one.</param>
/// <param name="NoneCurrent">No interview of this person is current, whatever this one remembers of itself.</param>
public sealed record Acting(PersonId? By, StreamId? CurrentElsewhere, bool NoneCurrent = false)
{
    /// <summary>Typed lines do not come to it now.</summary>
    public bool IsNotCurrent(Interview interview) =>
        interview.CurrentSince is null || CurrentElsewhere is not null || NoneCurrent;

    public static Acting Bot { get; } = new(null, null);
}
