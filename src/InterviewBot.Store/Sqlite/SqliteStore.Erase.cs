using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    /// <remarks>
    /// Completes when the WAL is emptied too: with secure_delete the file holds zeros, but old pages would live on in the WAL.
    /// The start key, which is made of ids of the platform, stays, so that a late delivery is answered from the tombstone and starts nothing anew.
    /// A stream that is not there gets its tombstone as well: a restored backup may bring it later.
    /// </remarks>
    public Task Erase(StreamId stream, DateTimeOffset at) =>
        writer.Write(
            db => Forget(db, stream, at),
            _ =>
            {
                changed.Raise();
                Wake();
            },
            emptiesWal: true
        );

    private bool Forget(Connection db, StreamId stream, DateTimeOffset at)
    {
        if (IsForgotten(db, stream))
            return false;
        var tombstone = HeadOf(db, stream) + 1;
        db.Sql("DELETE FROM log WHERE stream = ?").With(stream).Run();
        db.Sql("INSERT INTO log (stream, seq, at, cause, events) VALUES (?, ?, ?, ?, ?)")
            .With(stream)
            .With(tombstone)
            .With(at)
            .With(Forgotten.Cause)
            .With(Forgotten.Events)
            .Run();
        db.Sql("DELETE FROM read_rows WHERE stream = ?").With(stream).Run();
        db.Sql("DELETE FROM surfaces WHERE stream = ?").With(stream).Run();
        db.Sql("DELETE FROM outbox WHERE stream = ? AND kind <> 'erase'").With(stream).Run();
        EmptyMessages(db, stream, at);

        var now = clock.GetUtcNow();
        var posted = db.Sql("SELECT lane, ref FROM posted WHERE stream = ? AND gone_at IS NULL ORDER BY at")
            .With(stream)
            .All(static row => (Lane: row.Text(0), Ref: row.Text(1)));
        for (var n = 0; n < posted.Count; n++)
            EraseLater(db, stream, tombstone, n, posted[n].Lane, posted[n].Ref, now);
        return true;
    }

    private static void EraseLater(
        Connection db,
        StreamId stream,
        long seq,
        int n,
        string lane,
        string reference,
        DateTimeOffset now
    ) => Write(db, stream, seq, new OutboxEntry(lane, OutboxKind.Erase, n, reference, now, null));

    private static long HeadOf(Connection db, StreamId stream) =>
        db.Sql(HeadOfStream).With(stream).First(static row => row.Long(0));

    private static bool IsForgotten(Connection db, StreamId stream) =>
        db.Sql("SELECT cause = ? FROM log WHERE stream = ? ORDER BY seq DESC LIMIT 1")
            .With(Forgotten.Cause)
            .With(stream)
            .First(static row => row.Bool(0));
}
