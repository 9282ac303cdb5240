using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Slack.Receiving;

/// <summary>What is done after the acknowledgement: private answers, modals, reactions. Best effort and never stored; at the end of the process it gets a moment to finish.</summary>
internal sealed class Afterwards(TimeProvider clock, ILogger<Afterwards> logger) : IHostedService
{
    // With what closing the sockets takes (1 s), all of Slack ends within two seconds.
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(0.8);
    private readonly ConcurrentDictionary<Task, bool> running = new();

    public void Do(Func<Task> work)
    {
        var task = Task.Run(async () =>
        {
            try
            {
                await work();
            }
            catch (Exception e)
            {
                logger.AfterThrew(e.GetType().Name);
            }
        });
        running[task] = true;
        _ = task.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
    }

    /// <summary>Until everything begun so far is done.</summary>
    public Task Settled() => Task.WhenAll(running.Keys);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken) =>
        await Task.WhenAny(Settled(), Task.Delay(LastMoment, clock, CancellationToken.None));
}
