using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Delivery.Tests.Kit;

/// <summary>The log in memory, with guides and read rows: enough for the desks to decide and commit.</summary>
internal sealed class MemoryLog(MemoryOutbox? outbox = null) : IInterviewLog, IReadRows, IGuides
{
    private readonly Lock gate = new();
    private readonly Dictionary<StreamId, List<StoredCommit>> streams = [];
    private readonly Dictionary<string, StreamId> starts = [];
    private readonly Dictionary<(string, string), ReadRow> rows = [];

    public Dictionary<string, Guide> Guides { get; } = [];

    public IReadOnlyCollection<StreamId> Streams => streams.Keys;

    public bool IsBusy { get; set; }

    public bool Throws { get; set; }

    public ValueTask<IReadOnlyList<StoredCommit>> Read(StreamId stream, long afterSeq, CancellationToken ct)
    {
        lock (gate)
            return new([.. streams.GetValueOrDefault(stream, []).Where(c => c.Seq > afterSeq)]);
    }

    public ValueTask<long> HeadSeq(StreamId stream, CancellationToken ct)
    {
        lock (gate)
            return new(streams.TryGetValue(stream, out var commits) ? commits[^1].Seq : 0);
    }

    public ValueTask<StreamId?> Started(string startKey, CancellationToken ct)
    {
        lock (gate)
            return new(starts.TryGetValue(startKey, out var stream) ? stream : null);
    }

    public Task<CommitOutcome> Commit(Commit commit)
    {
        if (Throws)
            throw new IOException("The disk is gone.");
        if (IsBusy)
            return Task.FromResult(CommitOutcome.Busy);
        lock (gate)
        {
            var commits = streams.TryGetValue(commit.Stream, out var there) ? there : [];
            if (
                commits.Count != commit.ExpectedSeq
                || (commit.StartKey is not null && starts.ContainsKey(commit.StartKey))
            )
                return Task.FromResult(CommitOutcome.Lost);
            streams[commit.Stream] = commits;
            commits.Add(new StoredCommit(commit.ExpectedSeq + 1, commit.At, commit.Cause, commit.Events));
            if (commit.StartKey is not null)
                starts[commit.StartKey] = commit.Stream;
            foreach (var row in commit.Rows)
            {
                if (row.Status is not null)
                    rows[(row.Kind, row.Key)] = row;
                else if (rows.GetValueOrDefault((row.Kind, row.Key))?.Stream == row.Stream)
                    rows.Remove((row.Kind, row.Key));
            }
        }
        commit.Won?.Invoke();
        foreach (var e in commit.Outbox)
            outbox?.Put(e.Lane, e.Kind, commit.Stream, commit.ExpectedSeq + 1, e.Name, e.N, e.Body, e.DueAt);
        return Task.FromResult(CommitOutcome.Won);
    }

    public Task Erase(StreamId stream, DateTimeOffset at) => throw new NotSupportedException();

    public ValueTask<ReadRow?> Find(string kind, string key, CancellationToken ct)
    {
        lock (gate)
            return new(rows.GetValueOrDefault((kind, key)));
    }

    public ValueTask<IReadOnlyList<ReadRow>> List(
        string kind,
        string organisation,
        PersonId? person,
        int limit,
        CancellationToken ct
    )
    {
        lock (gate)
            return new([
                .. rows
                    .Values.Where(r =>
                        r.Kind == kind
                        && r.Organisation == organisation
                        && (person is null || r.Person == person.ToString())
                    )
                    .OrderByDescending(r => r.At)
                    .Take(limit),
            ]);
    }

    public ValueTask<IReadOnlyList<ReadRow>> WithStatus(
        string kind,
        string organisation,
        IReadOnlyList<string> statuses,
        CancellationToken ct
    )
    {
        lock (gate)
            return new([
                .. rows.Values.Where(r =>
                    r.Kind == kind && r.Organisation == organisation && statuses.Contains(r.Status!)
                ),
            ]);
    }

    public ValueTask<Guide?> Pinned(string hash, CancellationToken ct) => new(Guides.GetValueOrDefault(hash));

    public Guide? Read(GuideText text) => Guides.GetValueOrDefault(text.Hash);
}
