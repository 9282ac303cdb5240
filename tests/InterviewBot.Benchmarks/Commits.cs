using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Store.Sqlite;

namespace InterviewBot.Benchmarks;

/// <summary>
/// Durable clicks on SQLite, synchronous=FULL. A click is two events, a cause and an outbox row, about 650 bytes; each writer sends its
/// next click when the last one is on disk. 2,000 interviews with a history, in no order; between iterations the outbox is emptied, as
/// the pump would.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 3, iterationCount: 10)]
[MemoryDiagnoser]
public class Commits
{
    private const int Clicks = 12_800;
    private const int Interviews = 2_000;

    // Beside the program and not in /tmp, which may be memory: an fsync has to cost what it costs.
    private readonly string folder = Path.Combine(AppContext.BaseDirectory, "commits");
    private readonly long[] heads = new long[Interviews];
    private SqliteStore store = null!;

    [Params(1, 16, 128)]
    public int Writers { get; set; }

    [GlobalSetup]
    public async Task Open()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, true);
        Array.Clear(heads);
        store = SqliteStore.Open(Path.Combine(folder, "interviews.db"), TimeProvider.System);
        for (var i = 0; i < 20; i++)
            await Task.WhenAll(Enumerable.Range(0, Interviews).Select(Click));
        await Drain();
    }

    [IterationSetup]
    public void BetweenIterations() => Drain().GetAwaiter().GetResult();

    [Benchmark(OperationsPerInvoke = Clicks)]
    public Task Commit() => Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(writer))));

    [GlobalCleanup]
    public async Task Close()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, true);
    }

    private async Task Write(int writer)
    {
        var mine = Enumerable.Range(0, Interviews).Where(i => i % Writers == writer).ToArray();
        new Random(writer).Shuffle(mine);
        for (var i = 0; i < Clicks / Writers; i++)
            await Click(mine[i % mine.Length]);
    }

    private async Task Click(int interview)
    {
        var now = TimeProvider.System.GetUtcNow();
        var seq = heads[interview]++;
        var commit = new Commit(
            new StreamId(interview * 7_919_000_003L),
            seq,
            now,
            $"web:local:dm-{interview}:{seq}:press",
            Events,
            [new OutboxEntry($"web:local:dm-{interview}", OutboxKind.Draw, 0, "prompt", now, null)],
            []
        );
        if (await store.Commit(commit) != CommitOutcome.Won)
            throw new InvalidOperationException("A click without rivals has to win.");
    }

    private async Task Drain()
    {
        while (await store.Take(256, TimeSpan.FromMinutes(1), default) is { Count: > 0 } lanes)
            await Task.WhenAll(lanes.Select(Empty));
    }

    private async Task Empty(Lease lane)
    {
        var rows = await store.Rows(lane, int.MaxValue, default);
        await store.Ack(lane, new Sending([.. rows.Select(row => row.Id)], null, []));
        await store.Release(lane);
    }

    private static readonly string Events =
        $$"""[{"$type":"answered","by":"ann","text":"{{new string('a', 180)}}"},{"$type":"asked","text":"{{new string('q', 180)}}"}]""";
}
