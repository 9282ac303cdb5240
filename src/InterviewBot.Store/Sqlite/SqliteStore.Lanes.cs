using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public Task Release(Lease lease)
    {
        if (lease.Attempts > 0)
        {
            return writer.Write(
                db =>
                    leases.Confirm(lease, clock.GetUtcNow())
                    && db.Sql("DELETE FROM lanes WHERE lane = ? AND dead_reason IS NULL").With(lease.Lane).Run() > 0,
                _ => GiveBack(lease)
            );
        }
        GiveBack(lease); // the lane was well when it was taken: nothing is stored of it
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Fail(Lease lease, DateTimeOffset notBefore) =>
        writer.Write(
            db =>
            {
                var now = clock.GetUtcNow();
                return leases.Confirm(lease, now)
                    && db.Sql(
                            """
                            INSERT INTO lanes (lane, not_before, attempts, failing_since) VALUES (?, ?, 1, ?)
                            ON CONFLICT (lane) DO UPDATE SET
                                not_before = excluded.not_before, attempts = attempts + 1,
                                failing_since = coalesce(failing_since, excluded.failing_since)
                            """
                        )
                        .With(lease.Lane)
                        .With(notBefore)
                        .With(now)
                        .Run() > 0;
            },
            _ => GiveBack(lease)
        );

    /// <inheritdoc/>
    public Task Park(Lease lease, long rowId, string reason) =>
        writer.Write(db =>
            leases.Confirm(lease, clock.GetUtcNow())
            && db.Sql("UPDATE outbox SET parked = ? WHERE id = ? AND lane = ?")
                .With(reason)
                .With(rowId)
                .With(lease.Lane)
                .Run() > 0
        );

    /// <inheritdoc/>
    public Task Kill(Lease lease, string reason) =>
        writer.Write(
            db =>
                leases.Confirm(lease, clock.GetUtcNow())
                && db.Sql(
                        """
                        INSERT INTO lanes (lane, attempts, dead_reason) VALUES (?, 0, ?)
                        ON CONFLICT (lane) DO UPDATE SET dead_reason = excluded.dead_reason
                        """
                    )
                    .With(lease.Lane)
                    .With(reason)
                    .Run() > 0,
            _ => GiveBack(lease)
        );

    /// <inheritdoc/>
    public Task Revive(string lane) =>
        writer.Write(
            db =>
                db.Sql("DELETE FROM lanes WHERE lane = ?").With(lane).Run()
                + db.Sql("UPDATE outbox SET parked = NULL WHERE lane = ? AND parked IS NOT NULL").With(lane).Run(),
            _ => Wake()
        );

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> Gate(string key, CancellationToken ct)
    {
        using var reader = readers.Rent();
        return new(
            reader
                .Sql("SELECT not_before FROM gates WHERE key = ? AND not_before > ?")
                .With(key)
                .With(clock.GetUtcNow())
                .First(static row => row.TimeOrNull(0))
        );
    }

    /// <inheritdoc/>
    public Task CloseGate(string key, DateTimeOffset notBefore) =>
        writer.Write(db =>
        {
            db.Sql("DELETE FROM gates WHERE not_before <= ?").With(clock.GetUtcNow()).Run();
            return db.Sql(
                    """
                    INSERT INTO gates (key, not_before) VALUES (?, ?)
                    ON CONFLICT (key) DO UPDATE SET not_before = max(not_before, excluded.not_before)
                    """
                )
                .With(key)
                .With(notBefore)
                .Run();
        });

    private static LaneState StateOf(Readers.Lent reader, string lane) =>
        reader
            .Sql("SELECT not_before, attempts, failing_since, dead_reason FROM lanes WHERE lane = ?")
            .With(lane)
            .First(static row => new LaneState(row.TimeOrNull(0), row.Int(1), row.TimeOrNull(2), !row.IsNull(3)));

    // Rows may have come while the lane was held, and their signal found it taken.
    private void GiveBack(Lease lease)
    {
        leases.GiveBack(lease.Lane, lease.Token);
        Wake();
    }

    private readonly record struct LaneState(
        DateTimeOffset? NotBefore,
        int Attempts,
        DateTimeOffset? FailingSince,
        bool IsDead
    )
    {
        public bool Stands(DateTimeOffset now) => IsDead || NotBefore > now;
    }
}
