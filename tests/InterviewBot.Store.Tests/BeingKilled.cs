using System.Diagnostics;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Store.Tests;

public sealed class BeingKilled : IAsyncLifetime
{
    private const int Rounds = 6;

    private readonly SqliteUnderTest store = new();
    private readonly Dictionary<StreamId, long> acknowledged = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => store.Remove();

    [Fact]
    public async Task What_was_acknowledged_is_there_after_kill_9()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await KillAfter(Random.Shared.Next(1, 6_000));
            await store.Open(); // the dead owner's lock does not stop us
            foreach (var (stream, seq) in acknowledged)
            {
                var log = await store.Log.Read(stream, 0, Ct);
                Assert.True(
                    log.Count >= seq,
                    $"round {round}: {stream} has {log.Count} commits, {seq} were acknowledged"
                );
                Assert.Equal(Enumerable.Range(1, log.Count), log.Select(commit => (int)commit.Seq));
            }
            await EffectsAreThere();
            await store.Store.DisposeAsync();
        }
        Assert.Equal(16, acknowledged.Count);
    }

    // Commit and effects are one transaction: nothing was sent here, so each commit has its row.
    private async Task EffectsAreThere()
    {
        store.Clock.SetUtcNow(Make.Noon.AddDays(1));
        foreach (var lease in await store.Outbox.Take(16, TimeSpan.FromSeconds(20), Ct))
        {
            var rows = await store.Outbox.Rows(lease, int.MaxValue, Ct);
            Assert.Equal(rows.Count, await store.Log.HeadSeq(rows[0].Stream, Ct));
        }
    }

    private async Task KillAfter(int answers)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        start.Environment[KilledWriter.Variable] = store.File;
        using var writer = Process.Start(start)!;
        for (var heard = 0; await writer.StandardOutput.ReadLineAsync(Ct) is { } line; heard++)
        {
            if (heard == answers)
                writer.Kill(); // SIGKILL; what is in the pipe was acknowledged and is read to its end
            if (line.EndsWith('.'))
                Remember(line[..^1].Split(' '));
        }
        await writer.WaitForExitAsync(Ct);
    }

    private void Remember(string[] answer) => acknowledged[new StreamId(long.Parse(answer[0]))] = long.Parse(answer[1]);
}
