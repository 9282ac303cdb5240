using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Sqlite;

public sealed partial class SqliteStore
{
    private const string HeadOfStream = "SELECT seq FROM log WHERE stream = ? ORDER BY seq DESC LIMIT 1";
    private const string StreamOfStart = "SELECT stream FROM starts WHERE key = ?";

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredCommit>> Read(StreamId stream, long afterSeq, CancellationToken ct)
    {
        using var reader = readers.Rent();
        return new(
            reader
                .Sql("SELECT seq, at, cause, events FROM log WHERE stream = ? AND seq > ? ORDER BY seq")
                .With(stream)
                .With(afterSeq)
                .All(static row => new StoredCommit(row.Long(0), row.Time(1), row.Text(2), row.Text(3)))
        );
    }

    /// <inheritdoc/>
    public ValueTask<long> HeadSeq(StreamId stream, CancellationToken ct)
    {
        using var reader = readers.Rent();
        return new(reader.Sql(HeadOfStream).With(stream).First(static row => row.Long(0)));
    }

    /// <inheritdoc/>
    public ValueTask<StreamId?> Started(string startKey, CancellationToken ct)
    {
        using var reader = readers.Rent();
        return new(reader.Sql(StreamOfStart).With(startKey).First(static row => (StreamId?)row.Stream(0)));
    }

    /// <inheritdoc/>
    public ValueTask<GuideText?> Find(string hash, CancellationToken ct)
    {
        using var reader = readers.Rent();
        return new(
            reader
                .Sql("SELECT hash, name, text FROM guide_texts WHERE hash = ?")
                .With(hash)
                .First(static row => new GuideText(row.Text(0), row.Text(1), row.Text(2)))
        );
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<GuideVersion>> Versions(string name, CancellationToken ct)
    {
        using var reader = readers.Rent();
        return new(
            reader
                .Sql("SELECT hash, name, at FROM guide_texts WHERE name = ? ORDER BY at DESC, hash LIMIT 50")
                .With(name)
                .All(static row => new GuideVersion(row.Text(0), row.Text(1), row.Time(2)))
        );
    }

    /// <inheritdoc/>
    public Task<CommitOutcome> Commit(Commit commit) =>
        writer.TryWrite(
            db => Write(db, commit),
            outcome =>
            {
                // Whoever is woken finds what the desk knows of it.
                if (outcome == CommitOutcome.Won)
                    commit.Won?.Invoke();
                Wake(commit, outcome);
            }
        ) ?? Task.FromResult(CommitOutcome.Busy);

    // Looks before it writes: a loser inserts nothing, and nothing needs undoing in a transaction shared with others.
    private static CommitOutcome Write(Connection db, Commit commit)
    {
        var head = db.Sql(HeadOfStream).With(commit.Stream).First(static row => row.Long(0));
        if (head != commit.ExpectedSeq)
            return CommitOutcome.Lost;
        if (commit.StartKey is { } key && !TryStart(db, key, commit.Stream))
            return CommitOutcome.Lost;

        var seq = commit.ExpectedSeq + 1;
        db.Sql("INSERT INTO log (stream, seq, at, cause, events) VALUES (?, ?, ?, ?, ?)")
            .With(commit.Stream)
            .With(seq)
            .With(commit.At)
            .With(commit.Cause)
            .With(commit.Events)
            .Run();
        if (commit.Guide is { } guide)
            Pin(db, guide, commit.At);
        if (!commit.Rows.IsDefault)
            foreach (var row in commit.Rows)
                Write(db, row);
        if (!commit.Outbox.IsDefault)
            foreach (var entry in commit.Outbox)
                Write(db, commit.Stream, seq, entry);
        return CommitOutcome.Won;
    }

    private static bool TryStart(Connection db, string key, StreamId stream)
    {
        if (db.Sql(StreamOfStart).With(key).First(static row => (StreamId?)row.Stream(0)) is { } taken)
            return taken == stream;
        db.Sql("INSERT INTO starts (key, stream) VALUES (?, ?)").With(key).With(stream).Run();
        return true;
    }

    private static void Pin(Connection db, GuideText guide, DateTimeOffset at) =>
        db.Sql("INSERT INTO guide_texts (hash, name, text, at) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING")
            .With(guide.Hash)
            .With(guide.Name)
            .With(guide.Text)
            .With(at)
            .Run();
}
