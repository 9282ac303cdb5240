using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Sqlite;

public sealed partial class SqliteStore
{
    // Nobody waits longer than an hour and a little; what lies farther ahead was written by a clock that has stepped back since.
    private static readonly TimeSpan Farthest = TimeSpan.FromMinutes(90);
    private static readonly TimeSpan LongestOffer = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public Task Release(Lease lease)
    {
        if (lease.Attempts > 0 || lease.DeadReason is not null)
        {
            return writer.Write(
                db =>
                    leases.Confirm(lease, clock.GetUtcNow())
                    && db.Sql("DELETE FROM lanes WHERE lane = ?").With(lease.Lane).Run() > 0,
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
    public Task Kill(Lease lease, string reason, DateTimeOffset tryAgain) =>
        writer.Write(
            db =>
                leases.Confirm(lease, clock.GetUtcNow())
                && db.Sql(
                        """
                        INSERT INTO lanes (lane, not_before, attempts, dead_reason) VALUES (?, ?, 0, ?)
                        ON CONFLICT (lane) DO UPDATE SET
                            not_before = excluded.not_before, dead_reason = excluded.dead_reason
                        """
                    )
                    .With(lease.Lane)
                    .With(tryAgain)
                    .With(reason)
                    .Run() > 0,
            _ => GiveBack(lease)
        );

    /// <inheritdoc/>
    public Task Revive(string lane) =>
        writer.Write(
            db =>
                db.Sql("DELETE FROM lanes WHERE lane IN (?, ?)").With(lane).With(PictureLane.Beside(lane)).Run()
                + db.Sql("UPDATE outbox SET parked = NULL WHERE lane IN (?, ?) AND parked IS NOT NULL")
                    .With(lane)
                    .With(PictureLane.Beside(lane))
                    .Run(),
            _ => Wake()
        );

    /// <inheritdoc/>
    public Task TryAgain(string lane)
    {
        using (var reader = readers.Rent())
        {
            if (
                StateOf(reader, lane).DeadReason is null
                && StateOf(reader, PictureLane.Beside(lane)).DeadReason is null
            )
                return Task.CompletedTask; // the rule: a person's act costs this one look
        }
        return writer.Write(
            db =>
                db.Sql("UPDATE lanes SET not_before = NULL WHERE lane IN (?, ?) AND dead_reason IS NOT NULL")
                    .With(lane)
                    .With(PictureLane.Beside(lane))
                    .Run(),
            _ => Wake()
        );
    }

    /// <inheritdoc/>
    public Task TryAllAgain() =>
        writer.Write(
            db =>
            {
                var now = clock.GetUtcNow();
                // A draw may lie half a minute ahead by right, and a timer as far as it likes.
                return db.Sql("UPDATE lanes SET not_before = NULL WHERE not_before > ?").With(now).Run()
                    + db.Sql(
                            """
                            UPDATE outbox SET due_at = ?
                            WHERE due_at > ? AND (kind IN ('tell', 'erase') OR kind = 'draw' AND due_at > ?)
                            """
                        )
                        .With(now)
                        .With(now)
                        .With(now + LongestOffer)
                        .Run();
            },
            _ => Wake()
        );

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> Gate(string key, CancellationToken ct)
    {
        using var reader = readers.Rent();
        return new(
            reader
                .Sql("SELECT not_before FROM gates WHERE key = ? AND not_before > ? AND not_before <= ?")
                .With(key)
                .With(clock.GetUtcNow())
                .With(clock.GetUtcNow() + Farthest)
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
            .First(static row => new LaneState(row.TimeOrNull(0), row.Int(1), row.TimeOrNull(2), row.TextOrNull(3)));

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
        string? DeadReason
    )
    {
        public bool Stands(DateTimeOffset now) => NotBefore > now && NotBefore <= now + Farthest;
    }
}
