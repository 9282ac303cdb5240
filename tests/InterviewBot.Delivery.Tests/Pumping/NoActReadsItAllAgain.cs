using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.Seams;
using InterviewBot.Store.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Delivery.Tests.Pumping;

/// <summary>A running pump draws from what the desk has just decided; the stream is read from disk once, when nobody knows it.</summary>
public sealed class NoActReadsItAllAgain : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interviewbot-folds-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 14, 0, 0, TimeSpan.Zero));
    private SqliteStore _store = null!;

    public ValueTask InitializeAsync()
    {
        _store = SqliteStore.Open(Path.Combine(_folder.FullName, "interviews.db"), _clock);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(true);
    }

    [Fact]
    public async Task While_the_pump_runs_beside_the_acts()
    {
        var reads = new ConcurrentQueue<long>();
        var desk = new FrontDesk(CountedLog.Around(_store, reads), _store, _store, _clock);
        using var stopping = new CancellationTokenSource();
        var running = desk.Pump.Run(stopping.Token);
        await desk.Begun();
        for (var i = 0; i < 200; i++)
            await desk.Types($"note {i}");
        await stopping.CancelAsync();
        await running;
        // Interview and loop, each once when it was made and by each reader that came before its first commit was kept.
        Assert.InRange(reads.Count(after => after == 0), 0, 8);
    }

    [SuppressMessage("Performance", "CA1852", Justification = "A proxy is made by deriving from it.")]
    internal class CountedLog : DispatchProxy
    {
        private IInterviewLog _log = null!;
        private ConcurrentQueue<long> _reads = null!;

        public static IInterviewLog Around(IInterviewLog log, ConcurrentQueue<long> reads)
        {
            var counted = Create<IInterviewLog, CountedLog>();
            (((CountedLog)(object)counted)._log, ((CountedLog)(object)counted)._reads) = (log, reads);
            return counted;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IInterviewLog.Read))
                _reads.Enqueue((long)args![1]!);
            return targetMethod.Invoke(_log, args);
        }
    }
}
