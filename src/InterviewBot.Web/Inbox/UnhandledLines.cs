using InterviewBot.Interviews.Seams;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Web.Inbox;

/// <summary>
/// Works again on lines whose work was cut off: all of them before the server takes requests, so that their order holds, and whatever
/// an exception left behind every half minute after.
/// </summary>
internal sealed class UnhandledLines(
    ILocalMessages messages,
    LocalInbox inbox,
    TimeProvider clock,
    ILogger<UnhandledLines> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Sweep(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Sweep(stoppingToken);
    }

    private async Task Sweep(CancellationToken ct)
    {
        foreach (var message in await messages.Unhandled(ct))
        {
            try
            {
                if (!await inbox.WorkAgain(message))
                    Log.LineWaits(log, message.Id);
            }
            // One line that cannot be worked on must not keep the others waiting; it stays stored and is tried again.
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.LineFailed(log, message.Id, failure.GetType().Name);
            }
        }
    }
}
