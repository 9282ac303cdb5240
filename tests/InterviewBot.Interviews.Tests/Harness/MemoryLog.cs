using System.Collections.Concurrent;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Interviews.Tests.Harness;

/// <summary>The log's promises in memory: one winner per seq, start keys taken once. The real one has its own suite.</summary>
internal sealed class MemoryLog : IInterviewLog, IReadRows
{
    private readonly ConcurrentDictionary<long, List<StoredCommit>> _streams = new();
    private readonly ConcurrentDictionary<string, StreamId> _starts = new();
    private readonly ConcurrentDictionary<(string, string), ReadRow> _rows = new();
    private readonly Lock _one = new();

    public List<Commit> Commits { get; } = [];
    public bool IsFull { get; set; }

    public ValueTask<IReadOnlyList<StoredCommit>> Read(StreamId stream, long afterSeq, CancellationToken ct)
    {
        lock (_one)
            return new([.. _streams.GetValueOrDefault(stream.Value, []).Where(c => c.Seq > afterSeq)]);
    }

    public ValueTask<long> HeadSeq(StreamId stream, CancellationToken ct)
    {
        lock (_one)
            return new(_streams.GetValueOrDefault(stream.Value, []).LastOrDefault()?.Seq ?? 0);
    }

    public ValueTask<StreamId?> Started(string startKey, CancellationToken ct) =>
        new(_starts.TryGetValue(startKey, out var stream) ? stream : null);

    public Task<CommitOutcome> Commit(Commit commit)
    {
        lock (_one)
        {
            if (IsFull)
                return Task.FromResult(CommitOutcome.Busy);
            var log = _streams.GetOrAdd(commit.Stream.Value, _ => []);
            if ((log.LastOrDefault()?.Seq ?? 0) != commit.ExpectedSeq)
                return Task.FromResult(CommitOutcome.Lost);
            if (commit.StartKey is { } key && _starts.GetOrAdd(key, commit.Stream) != commit.Stream)
                return Task.FromResult(CommitOutcome.Lost);
            log.Add(new StoredCommit(commit.ExpectedSeq + 1, commit.At, commit.Cause, commit.Events));
            foreach (var row in commit.Rows)
                _rows[(row.Kind, row.Key)] = row;
            Commits.Add(commit);
            commit.Won?.Invoke();
            return Task.FromResult(CommitOutcome.Won);
        }
    }

    public Task Erase(StreamId stream, DateTimeOffset at) =>
        throw new NotSupportedException("The store's own suite covers forgetting.");

    public ValueTask<ReadRow?> Find(string kind, string key, CancellationToken ct) =>
        new(_rows.TryGetValue((kind, key), out var row) && row.Status is not null ? row : null);

    public ValueTask<IReadOnlyList<ReadRow>> List(
        string kind,
        string organisation,
        PersonId? person,
        int limit,
        CancellationToken ct
    ) => new([.. _rows.Values.Where(r => r.Kind == kind && r.Organisation == organisation).Take(limit)]);

    public ValueTask<IReadOnlyList<ReadRow>> WithStatus(
        string kind,
        string organisation,
        IReadOnlyList<string> statuses,
        CancellationToken ct
    ) =>
        new([
            .. _rows.Values.Where(r =>
                r.Kind == kind && r.Organisation == organisation && statuses.Contains(r.Status!)
            ),
        ]);
}

internal sealed class OneGuide(Guide guide) : IGuides
{
    public ValueTask<Guide?> Pinned(string hash, CancellationToken ct) => new(hash == guide.Hash ? guide : null);

    public Guide? Read(GuideText text) => text.Hash == guide.Hash ? guide : null;
}
