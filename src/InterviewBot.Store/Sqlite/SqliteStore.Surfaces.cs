using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask<SurfaceRow?> Surface(StreamId stream, string name, CancellationToken ct)
    {
        using var reader = readers.Rent();
        return new(
            reader
                .Sql(
                    """
                    SELECT stream, name, lane, parent, ref, gen, intent_at, posted_at, drawn_seq, drawn_hash, drawn_turn
                    FROM surfaces WHERE stream = ? AND name = ?
                    """
                )
                .With(stream)
                .With(name)
                .First(ToSurface)
        );
    }

    /// <inheritdoc/>
    public Task Intend(SurfaceRow surface, DateTimeOffset at) =>
        writer.Write(db =>
        {
            if (!IsForgotten(db, surface.Stream))
                Write(db, surface with { IntentAt = at });
            return true;
        });

    /// <inheritdoc/>
    public Task<bool> Ack(Lease lease, Sending sending) =>
        writer.Write(
            db =>
            {
                var now = clock.GetUtcNow();
                var held = leases.Confirm(lease, now);
                foreach (var message in sending.Posted)
                    Write(db, message, now);
                if (held)
                    Settle(db, lease, sending, now);
                else if (sending.Surface is { } surface)
                    DrawAgain(db, surface, now);
                return held;
            },
            held =>
            {
                if (!held)
                    Wake();
            }
        );

    private static void Settle(Connection db, Lease lease, Sending sending, DateTimeOffset now)
    {
        foreach (var id in sending.Done)
            db.Sql("DELETE FROM outbox WHERE id = ? AND lane = ?").With(id).With(lease.Lane).Run();
        if (sending.Surface is not { } surface || IsForgotten(db, surface.Stream))
            return;
        Write(db, surface);
        foreach (var wake in sending.Wakes ?? [])
        {
            var entry = new OutboxEntry(wake.Place.Lane, OutboxKind.Draw, 0, wake.Surface, now, null);
            Write(db, wake.Stream, HeadOf(db, wake.Stream), entry);
        }
        // What was set aside as undrawable is overtaken by what was drawn.
        db.Sql(
                """
                DELETE FROM outbox
                WHERE lane = ? AND parked IS NOT NULL AND kind = 'draw' AND stream = ? AND name = ? AND seq <= ?
                """
            )
            .With(lease.Lane)
            .With(surface.Stream)
            .With(surface.Name)
            .With(surface.DrawnSeq)
            .Run();
    }

    // The lane was taken over while we were sending: nobody knows whose card came last, so the newest is drawn once more.
    private static void DrawAgain(Connection db, SurfaceRow surface, DateTimeOffset now)
    {
        if (IsForgotten(db, surface.Stream))
            return;
        db.Sql("UPDATE surfaces SET drawn_hash = NULL WHERE stream = ? AND name = ?")
            .With(surface.Stream)
            .With(surface.Name)
            .Run();
        Write(
            db,
            surface.Stream,
            surface.DrawnSeq,
            new OutboxEntry(surface.Lane, OutboxKind.Draw, 0, surface.Name, now, null)
        );
    }

    private static void Write(Connection db, SurfaceRow surface) =>
        db.Sql(
                """
                INSERT INTO surfaces
                    (stream, name, lane, parent, ref, gen, intent_at, posted_at, drawn_seq, drawn_hash, drawn_turn)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (stream, name) DO UPDATE SET
                    lane = excluded.lane, parent = excluded.parent, ref = excluded.ref, gen = excluded.gen,
                    intent_at = excluded.intent_at, posted_at = excluded.posted_at, drawn_seq = excluded.drawn_seq,
                    drawn_hash = excluded.drawn_hash, drawn_turn = excluded.drawn_turn
                """
            )
            .With(surface.Stream)
            .With(surface.Name)
            .With(surface.Lane)
            .With(surface.Parent)
            .With(surface.Ref)
            .With(surface.Gen)
            .With(surface.IntentAt)
            .With(surface.PostedAt)
            .With(surface.DrawnSeq)
            .With((long?)surface.DrawnHash)
            .With(surface.DrawnTurn)
            .Run();

    private static void Write(Connection db, PostedRow message, DateTimeOffset now)
    {
        db.Sql(
                """
                INSERT INTO posted (stream, lane, ref, what, at, gone_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (stream, lane, ref) DO UPDATE SET gone_at = coalesce(gone_at, excluded.gone_at)
                """
            )
            .With(message.Stream)
            .With(message.Lane)
            .With(message.Ref)
            .With(message.What)
            .With(message.At)
            .With(message.GoneAt)
            .Run();
        // It was on its way while its stream was forgotten: it has to go as well.
        if (message.GoneAt is null && IsForgotten(db, message.Stream))
            EraseLater(db, message.Stream, HeadOf(db, message.Stream), 0, message.Lane, message.Ref, now);
    }

    private static SurfaceRow ToSurface(Statement row) =>
        new(
            row.Stream(0),
            row.Text(1),
            row.Text(2),
            row.TextOrNull(3),
            row.TextOrNull(4),
            row.Int(5),
            row.TimeOrNull(6),
            row.TimeOrNull(7),
            row.Long(8),
            (ulong?)row.LongOrNull(9),
            row.Int(10)
        );
}
