using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Teams.Receiving;

/// <summary>
/// What is done after the acknowledgement: private answers and greetings. Best effort, never stored, once for each delivery; at the end of the
/// process it gets a moment to finish.
/// </summary>
internal sealed class Afterwards(TimeProvider clock, ILogger<Afterwards> logger) : IHostedService
{
    private const int Remembered = 20_000;
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(1.5);
    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly ConcurrentDictionary<string, bool> _done = new();

    /// <param name="delivery">Teams may deliver twice: the second copy is not answered again.</param>
    public void Do(string delivery, Func<Task> work)
    {
        if (_done.Count >= Remembered)
            _done.Clear();
        if (!_done.TryAdd(delivery, true))
            return;
        var task = Task.Run(async () =>
        {
            try
            {
                await work();
            }
            catch (Exception e)
            {
                logger.AnswerLost(e.GetType().Name);
            }
        });
        _running[task] = true;
        _ = task.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
    }

    /// <summary>Until everything begun so far is done.</summary>
    public Task Settled() => Task.WhenAll(_running.Keys);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken) =>
        await Task.WhenAny(Settled(), Task.Delay(LastMoment, clock, CancellationToken.None));
}
