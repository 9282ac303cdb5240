using InterviewBot.Interviews.Identity;

namespace InterviewBot.Interviews.Seams;

public enum OutboxKind
{
    /// <summary>A surface wants drawing; no body.</summary>
    Draw,

    /// <summary>A command for another stream; body: the command's JSON, ids and numbers only.</summary>
    Tell,

    /// <summary>A timer; body: its generation.</summary>
    Ring,

    /// <summary>A webhook; body: ids and numbers.</summary>
    Call,

    /// <summary>A posted message has to go; name: its reference.</summary>
    Erase,
}

/// <summary>An effect of a commit, to be done after it. <paramref name="N"/> numbers the effects of one commit from 0.</summary>
/// <param name="Lane">What must stay in order: <see cref="Place.Lane"/> for draw and erase, <see cref="PictureLane"/> for draws of pictures, <c>stream:ID</c> (the receiver's) for tell and ring, <c>url:HOST</c> for call.</param>
/// <param name="Name">Draw: the surface's name. Tell: the receiving stream's id. Ring: the timer's name.</param>
public sealed record OutboxEntry(string Lane, OutboxKind Kind, int N, string Name, DateTimeOffset DueAt, string? Body);

public sealed record OutboxRow(
    long Id,
    string Lane,
    OutboxKind Kind,
    StreamId Stream,
    long Seq,
    int N,
    string Name,
    DateTimeOffset DueAt,
    string? Body
);

/// <summary>The right to work on a lane until <paramref name="Until"/>. <paramref name="Token"/> is fresh at each take.</summary>
/// <param name="Attempts">Failures in a row so far.</param>
/// <param name="FailingSince">When the first of those failures happened.</param>
/// <param name="DeadReason">Why the place refused when it was last tried; null: it did not. A release after that says that it is open again.</param>
public sealed record Lease(
    string Lane,
    string Token,
    DateTimeOffset Until,
    int Attempts,
    DateTimeOffset? FailingSince,
    string? DeadReason = null
);

/// <summary>Where a card lives and is edited in place. <paramref name="Ref"/> null: never posted, or lost.</summary>
/// <param name="Gen">Counts posts of this surface; (stream, name, gen) makes a post idempotent where the platform is ours.</param>
/// <param name="IntentAt">Set before a post is tried: with no reference after it, a message may exist.</param>
/// <param name="DrawnTurn">What the shown card asks, as a number, so that a re-post follows moves and never notes.</param>
public sealed record SurfaceRow(
    StreamId Stream,
    string Name,
    string Lane,
    string? Parent,
    string? Ref,
    int Gen,
    DateTimeOffset? IntentAt,
    DateTimeOffset? PostedAt,
    long DrawnSeq,
    ulong? DrawnHash,
    int DrawnTurn
);

/// <summary>A message of ours on a platform; kept until it is gone, so that forgetting reaches it.</summary>
public sealed record PostedRow(
    StreamId Stream,
    string Lane,
    string Ref,
    string What,
    DateTimeOffset At,
    DateTimeOffset? GoneAt = null
);

/// <summary>What one sending did. Applied in one transaction; see <see cref="IOutbox.Ack"/>.</summary>
/// <param name="Done">Ids of exactly the rows that were read and are done with.</param>
/// <param name="Surface">The surface as it is now; null when none changed.</param>
/// <param name="Posted">Messages made, or gone (with GoneAt).</param>
/// <param name="Wakes">Surfaces of other streams that tell of what was sent, each to be drawn anew.</param>
public sealed record Sending(
    IReadOnlyList<long> Done,
    SurfaceRow? Surface,
    IReadOnlyList<PostedRow> Posted,
    IReadOnlyList<WakeUp>? Wakes = null
);

public sealed record WakeUp(StreamId Stream, string Surface, Place Place);

/// <summary>The outbox, its lanes, gates and surfaces (CONTRACTS section 3). Writes ride in the store's group commits.</summary>
public interface IOutbox
{
    /// <summary>Leases up to <paramref name="max"/> free lanes with due rows, oldest due first, for <paramref name="length"/>.</summary>
    ValueTask<IReadOnlyList<Lease>> Take(int max, TimeSpan length, CancellationToken ct);

    /// <summary>The due, unparked rows of a lane, by (stream, seq, n), at most <paramref name="max"/>.</summary>
    ValueTask<IReadOnlyList<OutboxRow>> Rows(Lease lease, int max, CancellationToken ct);

    ValueTask<SurfaceRow?> Surface(StreamId stream, string name, CancellationToken ct);

    /// <summary>Commits the intent to post, before the post is tried.</summary>
    Task Intend(SurfaceRow surface, DateTimeOffset at);

    /// <summary>
    /// Records what was sent. Posted rows always; if the lease still holds: deletes the rows and stores the surface;
    /// else clears the surface's hash and inserts a fresh Draw, so that the last word is the newest card. Returns whether it held.
    /// Does not release the lane.
    /// </summary>
    Task<bool> Ack(Lease lease, Sending sending);

    /// <summary>Gives the lane back as one that is well: attempts go to 0, a dead reason goes.</summary>
    Task Release(Lease lease);

    /// <summary>The lane waits until <paramref name="notBefore"/>; attempts go up by one. Gives the lane back.</summary>
    Task Fail(Lease lease, DateTimeOffset notBefore);

    /// <summary>Sets one row aside with a reason code; the lane goes on.</summary>
    Task Park(Lease lease, long rowId, string reason);

    /// <summary>
    /// Stops a lane whose place refused, with a reason code, until <paramref name="tryAgain"/>, <see cref="TryAgain"/> or
    /// <see cref="Revive"/>. Gives the lane back.
    /// </summary>
    Task Kill(Lease lease, string reason, DateTimeOffset tryAgain);

    /// <summary>Lets a dead lane, and its <see cref="PictureLane"/>, be tried at once; it stays dead until something arrived. Writes nothing when neither is dead.</summary>
    Task TryAgain(string lane);

    /// <summary>
    /// At a start of a process: every lane may be tried at once, those that wait and those that are dead. What stands in the outbox for the
    /// present is due, even if the clock was ahead when it was written.
    /// </summary>
    Task TryAllAgain();

    /// <summary>Clears a dead lane's reason and puts its parked rows back; its <see cref="PictureLane"/>'s too.</summary>
    Task Revive(string lane);

    /// <summary>The time before which no call of this kind may be made; null when free. Key: installation and method.</summary>
    ValueTask<DateTimeOffset?> Gate(string key, CancellationToken ct);

    Task CloseGate(string key, DateTimeOffset notBefore);

    /// <summary>Completes soon after a commit added due rows; a hint only, polling once a second alone is correct.</summary>
    Task Woken(CancellationToken ct);
}
