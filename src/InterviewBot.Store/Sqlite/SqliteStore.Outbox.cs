using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Sqlite;

public sealed partial class SqliteStore
{
    private readonly Leases leases = new();

    // Sticky: rows that fell due between the pump's last look and its wait still wake it.
    private readonly SemaphoreSlim woken = new(0, 1);
    private long lastLook;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Lease>> Take(int max, TimeSpan length, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (HasSteppedBack(now))
            await TryAllAgain(); // what waits does so by a clock that is no more
        using var reader = readers.Rent();
        var taken = new List<Lease>();
        foreach (var lane in FreeLanes(reader, max, now))
        {
            if (leases.Take(lane, now, now + length) is not { } token)
                continue;
            // Once more, now that it is ours: its last holder may have failed, and given it back, after our first look.
            var state = StateOf(reader, lane);
            if (state.Stands(now))
                leases.GiveBack(lane, token);
            else
                taken.Add(new Lease(lane, token, now + length, state.Attempts, state.FailingSince, state.DeadReason));
        }
        return taken;
    }

    private bool HasSteppedBack(DateTimeOffset now)
    {
        var before = Interlocked.Exchange(ref lastLook, now.UtcTicks);
        return now.UtcTicks < before - TimeSpan.TicksPerSecond;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboxRow>> Rows(Lease lease, int max, CancellationToken ct)
    {
        if (!leases.Holds(lease))
            return new([]);
        using var reader = readers.Rent();
        return new(
            reader
                .Sql(
                    """
                    SELECT id, lane, kind, stream, seq, n, name, due_at, body
                    FROM outbox WHERE lane = ? AND parked IS NULL AND due_at <= ?
                    ORDER BY stream, seq, n, id LIMIT ?
                    """
                )
                .With(lease.Lane)
                .With(clock.GetUtcNow())
                .With(max)
                .All(ToOutboxRow)
        );
    }

    /// <inheritdoc/>
    public Task Woken(CancellationToken ct) => woken.WaitAsync(ct);

    private List<string> FreeLanes(Readers.Lent reader, int max, DateTimeOffset now)
    {
        var lanes = new List<string>();
        var seen = new HashSet<string>();
        var due = reader
            .Sql("SELECT lane FROM outbox WHERE parked IS NULL AND due_at <= ? ORDER BY due_at, lane")
            .With(now);
        try
        {
            while (lanes.Count < max && due.Step())
            {
                var lane = due.Text(0);
                if (seen.Add(lane) && leases.IsFree(lane, now) && !StateOf(reader, lane).Stands(now))
                    lanes.Add(lane);
            }
            return lanes;
        }
        finally
        {
            due.Reset();
        }
    }

    private static void Write(Connection db, StreamId stream, long seq, OutboxEntry entry) =>
        db.Sql(
                """
                INSERT INTO outbox (lane, kind, stream, seq, n, name, due_at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
            )
            .With(entry.Lane)
            .With(OutboxKinds.Name(entry.Kind))
            .With(stream)
            .With(seq)
            .With(entry.N)
            .With(entry.Name)
            .With(entry.DueAt)
            .With(entry.Body)
            .Run();

    private static OutboxRow ToOutboxRow(Statement row) =>
        new(
            row.Long(0),
            row.Text(1),
            OutboxKinds.Of(row.Text(2)),
            row.Stream(3),
            row.Long(4),
            row.Int(5),
            row.Text(6),
            row.Time(7),
            row.TextOrNull(8)
        );

    private void Wake(Commit commit, CommitOutcome outcome)
    {
        if (outcome != CommitOutcome.Won || commit.Outbox.IsDefaultOrEmpty)
            return;
        var now = clock.GetUtcNow();
        foreach (var entry in commit.Outbox)
        {
            if (entry.DueAt <= now)
            {
                Wake();
                return;
            }
        }
    }

    private void Wake()
    {
        lock (woken)
        {
            if (woken.CurrentCount == 0)
                woken.Release();
        }
    }
}
