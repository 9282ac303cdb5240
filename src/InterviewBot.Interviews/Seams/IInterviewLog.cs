using System.Collections.Immutable;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Interviews.Seams;

/// <summary>The append-only log, one row per commit. The unique key (stream, seq) is the only concurrency control.</summary>
public interface IInterviewLog
{
    /// <summary>The commits of a stream with seq greater than <paramref name="afterSeq"/>, oldest first. A forgotten stream reads as its tombstone alone.</summary>
    ValueTask<IReadOnlyList<StoredCommit>> Read(StreamId stream, long afterSeq, CancellationToken ct);

    /// <summary>The seq of a stream's newest commit, 0 when there is none. Free where one process owns the store.</summary>
    ValueTask<long> HeadSeq(StreamId stream, CancellationToken ct);

    /// <summary>The stream that a start key already made, or null.</summary>
    ValueTask<StreamId?> Started(string startKey, CancellationToken ct);

    /// <summary>
    /// Writes log row, start key, guide text, read rows and outbox rows in one transaction and returns when it is durable (fsync).
    /// Never cancelled: what was accepted is finished. A loser inserts nothing.
    /// </summary>
    Task<CommitOutcome> Commit(Commit commit);

    /// <summary>Forgets a stream (CONTRACTS section 4): its log rows become one tombstone, its read rows go, each posted message gets an Erase row.</summary>
    Task Erase(StreamId stream, DateTimeOffset at);
}

/// <summary>How a commit ended.</summary>
public enum CommitOutcome
{
    /// <summary>Durable.</summary>
    Won,

    /// <summary>Another commit holds that seq, or the start key is taken: reload and decide again.</summary>
    Lost,

    /// <summary>The writer's queue is full; nothing was written and nothing may be acknowledged.</summary>
    Busy,
}

/// <summary>One row of the log. <paramref name="Events"/> is the JSON array of aliased events.</summary>
public sealed record StoredCommit(long Seq, DateTimeOffset At, string Cause, string Events);

/// <summary>What one decision writes. <paramref name="StartKey"/> and <paramref name="Guide"/> stand in a stream's first commit only.</summary>
public sealed record Commit(
    StreamId Stream,
    long ExpectedSeq,
    DateTimeOffset At,
    string Cause,
    string Events,
    ImmutableArray<OutboxEntry> Outbox,
    ImmutableArray<ReadRow> Rows,
    string? StartKey = null,
    GuideText? Guide = null
)
{
    /// <summary>Called once it is durable and before anybody is woken by it; short, as the writer waits. Null: nothing.</summary>
    public Action? Won { get; init; }
}

/// <summary>The pinned text of a guide version; inserted once, never changed.</summary>
public sealed record GuideText(string Hash, string Name, string Text);

/// <summary>
/// A row for lists and look-ups, a pure function of events; upserted by (kind, key), removed when <paramref name="Status"/> is null.
/// <paramref name="Data"/> is JSON and may hold personal data: it goes when its stream is forgotten.
/// </summary>
public sealed record ReadRow(
    string Kind,
    string Key,
    StreamId Stream,
    string Organisation,
    string? Person,
    string? Status,
    string Data,
    DateTimeOffset At
);
