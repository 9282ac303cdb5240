using InterviewBot.Delivery.Receiving;

namespace InterviewBot.Shelf;

/// <summary>
/// Looks at the folder twice a second, so that an edit is told in the log when it is made and not when the next person starts. A look
/// compares names, times and sizes; there is no watcher of the system, which misses events on network folders and in containers.
/// </summary>
internal sealed class GuideWatch(IGuideShelf shelf, TimeProvider clock, ILogger<GuideWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        var failed = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                _ = shelf.Guides;
                failed = false;
            }
            catch (Exception why) when (why is IOException or UnauthorizedAccessException)
            {
                // Told once; it may come back, as a network folder does.
                if (!failed)
                    log.GuideFolderUnreadable(why.GetType().Name);
                failed = true;
            }
        }
    }
}
