using InterviewBot.Delivery.Receiving;

namespace InterviewBot.Shelf;

/// <summary>
/// Looks at the folder twice a second, so that an edit is told in the log when it is made and not when the next person starts. A look
/// compares names, times and sizes; there is no watcher of the system, which misses events on network folders and in containers.
/// </summary>
internal sealed class GuideWatch(IGuideShelf shelf, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            _ = shelf.Guides;
    }
}
