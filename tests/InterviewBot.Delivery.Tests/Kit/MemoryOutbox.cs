using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Delivery.Tests.Kit;

/// <summary>A strict outbox in memory: keeps CONTRACTS section 3 to the letter, and its own clock, as a database does.</summary>
internal sealed class MemoryOutbox(TimeProvider clock) : IOutbox, IDisposable
{
    private readonly Lock gate = new();
    private readonly List<OutboxRow> rows = [];
    private readonly Dictionary<long, string> parked = [];
    private readonly Dictionary<string, (string Token, DateTimeOffset Until)> leases = [];
    private readonly Dictionary<string, LaneState> lanes = [];
    private readonly Dictionary<(StreamId, string), SurfaceRow> surfaces = [];
    private readonly Dictionary<(string Lane, string Ref), PostedRow> posted = [];
    private readonly Dictionary<string, DateTimeOffset> gates = [];
    private readonly SemaphoreSlim woken = new(0, 1);
    private long ids;

    public sealed record LaneState(DateTimeOffset NotBefore, int Attempts, DateTimeOffset? FailingSince, string? Dead);

    public IReadOnlyList<OutboxRow> Waiting
    {
        get
        {
            lock (gate)
                return [.. rows.Where(r => !parked.ContainsKey(r.Id))];
        }
    }

    public IReadOnlyList<string> Parked
    {
        get
        {
            lock (gate)
                return [.. parked.Values];
        }
    }

    public IReadOnlyList<PostedRow> Posted
    {
        get
        {
            lock (gate)
                return [.. posted.Values];
        }
    }

    public LaneState? Lane(string lane)
    {
        lock (gate)
            return lanes.GetValueOrDefault(lane);
    }

    public bool IsHeld(string lane)
    {
        lock (gate)
            return leases.TryGetValue(lane, out var lease) && lease.Until > clock.GetUtcNow();
    }

    /// <summary>How many leases were given so far.</summary>
    public int Leases { get; private set; }

    /// <summary>Runs at the next acknowledgement, before it is written; a test crashes the process there.</summary>
    public Action<Sending>? BeforeAck { get; set; }

    public void Put(
        string lane,
        OutboxKind kind,
        StreamId stream,
        long seq,
        string name,
        int n = 0,
        string? body = null,
        DateTimeOffset? due = null
    )
    {
        lock (gate)
            rows.Add(new OutboxRow(++ids, lane, kind, stream, seq, n, name, due ?? clock.GetUtcNow(), body));
        if (woken.CurrentCount == 0)
            woken.Release();
    }

    public ValueTask<IReadOnlyList<Lease>> Take(int max, TimeSpan length, CancellationToken ct)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var taken = new List<Lease>();
            var due = rows.Where(r => !parked.ContainsKey(r.Id) && r.DueAt <= now)
                .GroupBy(r => r.Lane)
                .OrderBy(g => g.Min(r => r.DueAt))
                .Select(g => g.Key);
            foreach (var lane in due)
            {
                var state = lanes.GetValueOrDefault(lane);
                if (taken.Count == max || IsHeld(lane) || state?.NotBefore > now)
                    continue;
                var token = (++ids).ToString(System.Globalization.CultureInfo.InvariantCulture);
                leases[lane] = (token, now + length);
                Leases++;
                taken.Add(new Lease(lane, token, now + length, state?.Attempts ?? 0, state?.FailingSince, state?.Dead));
            }
            return new(taken);
        }
    }

    public ValueTask<IReadOnlyList<OutboxRow>> Rows(Lease lease, int max, CancellationToken ct)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var due = rows.Where(r => r.Lane == lease.Lane && !parked.ContainsKey(r.Id) && r.DueAt <= now)
                .OrderBy(r => r.Stream)
                .ThenBy(r => r.Seq)
                .ThenBy(r => r.N)
                .Take(max);
            return new(Holds(lease) ? [.. due] : []);
        }
    }

    public ValueTask<SurfaceRow?> Surface(StreamId stream, string name, CancellationToken ct) =>
        new(Find(stream, name));

    public SurfaceRow? Find(StreamId stream, string name)
    {
        lock (gate)
            return surfaces.GetValueOrDefault((stream, name));
    }

    public Task Intend(SurfaceRow surface, DateTimeOffset at)
    {
        lock (gate)
            surfaces[(surface.Stream, surface.Name)] = surface with { IntentAt = at };
        return Task.CompletedTask;
    }

    public Task<bool> Ack(Lease lease, Sending sending)
    {
        BeforeAck?.Invoke(sending);
        lock (gate)
        {
            foreach (var p in sending.Posted)
                posted[(p.Lane, p.Ref)] = posted.TryGetValue((p.Lane, p.Ref), out var known)
                    ? known with
                    {
                        GoneAt = known.GoneAt ?? p.GoneAt,
                    }
                    : p;
            var held = Holds(lease);
            if (held)
            {
                foreach (var id in sending.Done)
                    Assert.Equal(1, rows.RemoveAll(r => r.Id == id && r.Lane == lease.Lane));
                if (sending.Surface is { } surface)
                {
                    surfaces[(surface.Stream, surface.Name)] = surface;
                    foreach (var wake in sending.Wakes ?? [])
                        Put(wake.Place.Lane, OutboxKind.Draw, wake.Stream, 0, wake.Surface);
                    foreach (
                        var old in rows.Where(r =>
                                parked.ContainsKey(r.Id)
                                && r.Stream == surface.Stream
                                && r.Name == surface.Name
                                && r.Seq <= surface.DrawnSeq
                            )
                            .ToList()
                    )
                    {
                        parked.Remove(old.Id);
                        rows.Remove(old);
                    }
                }
            }
            else if (sending.Surface is { } lost)
            {
                if (surfaces.TryGetValue((lost.Stream, lost.Name), out var row))
                    surfaces[(lost.Stream, lost.Name)] = row with { DrawnHash = null };
                Put(lost.Lane, OutboxKind.Draw, lost.Stream, lost.DrawnSeq, lost.Name);
            }
            return Task.FromResult(held);
        }
    }

    public Task Release(Lease lease) => GiveBack(lease, _ => null);

    public Task Fail(Lease lease, DateTimeOffset notBefore) =>
        GiveBack(
            lease,
            state => new LaneState(
                notBefore,
                (state?.Attempts ?? 0) + 1,
                state?.FailingSince ?? clock.GetUtcNow(),
                state?.Dead
            )
        );

    public Task Park(Lease lease, long rowId, string reason)
    {
        lock (gate)
        {
            if (Holds(lease))
                parked[rowId] = reason;
        }
        return Task.CompletedTask;
    }

    public Task Kill(Lease lease, string reason, DateTimeOffset tryAgain) =>
        GiveBack(lease, _ => new LaneState(tryAgain, 0, null, reason));

    public Task TryAgain(string lane)
    {
        lock (gate)
        {
            foreach (var beside in (string[])[lane, PictureLane.Beside(lane)])
            {
                if (lanes.GetValueOrDefault(beside) is { Dead: not null } dead)
                    lanes[beside] = dead with { NotBefore = DateTimeOffset.MinValue };
            }
        }
        return Task.CompletedTask;
    }

    public Task TryAllAgain()
    {
        lock (gate)
        {
            foreach (var (lane, state) in lanes.ToList())
                lanes[lane] = state with { NotBefore = DateTimeOffset.MinValue };
        }
        return Task.CompletedTask;
    }

    public Task Revive(string lane)
    {
        lock (gate)
        {
            lanes.Remove(lane);
            foreach (var row in rows.Where(r => r.Lane == lane))
                parked.Remove(row.Id);
        }
        return Task.CompletedTask;
    }

    public ValueTask<DateTimeOffset?> Gate(string key, CancellationToken ct)
    {
        lock (gate)
            return new(gates.TryGetValue(key, out var until) && until > clock.GetUtcNow() ? until : null);
    }

    public Task CloseGate(string key, DateTimeOffset notBefore)
    {
        lock (gate)
            gates[key] = notBefore;
        return Task.CompletedTask;
    }

    public void Dispose() => woken.Dispose();

    public Task Woken(CancellationToken ct) => woken.WaitAsync(ct);

    private Task GiveBack(Lease lease, Func<LaneState?, LaneState?> state)
    {
        lock (gate)
        {
            if (!Holds(lease))
                return Task.CompletedTask;
            leases.Remove(lease.Lane);
            if (state(lanes.GetValueOrDefault(lease.Lane)) is { } next)
                lanes[lease.Lane] = next;
            else
                lanes.Remove(lease.Lane);
        }
        if (woken.CurrentCount == 0)
            woken.Release();
        return Task.CompletedTask;
    }

    private bool Holds(Lease lease) => leases.TryGetValue(lease.Lane, out var held) && held.Token == lease.Token;
}
