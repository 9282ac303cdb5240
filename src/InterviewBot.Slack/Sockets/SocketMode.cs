using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Receiving;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewBot.Slack.Sockets;

/// <summary>
/// Socket Mode: two connections, so that one stays while the other is renewed. Slack gives each delivery to either; nothing of a
/// conversation lives in a connection.
/// </summary>
internal sealed class SocketMode(
    SlackApi api,
    SlackInbox inbox,
    CatchingUp catchingUp,
    IOptions<SlackOptions> options,
    SlackHealth health,
    TimeProvider clock,
    ILogger<SocketMode> logger
) : BackgroundService
{
    private const int Connections = 2;
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongLived = TimeSpan.FromSeconds(30);
    private int open;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Connections).Select(n => Keep(n, stoppingToken)));

    /// <summary>Keeps one connection: the next is opened before the old one closes, sooner after a long life, later after each failure.</summary>
    private async Task Keep(int number, CancellationToken stopping)
    {
        // Not both at once, so that they do not end at once.
        await Wait(Apart * number, stopping);
        var failures = 0;
        Socket? old = null;
        while (!stopping.IsCancellationRequested)
        {
            var began = clock.GetTimestamp();
            var (socket, end) = await Open(number, stopping);
            await Retire(old);
            old = null;
            if (socket is not null)
                end = await Live(socket, stopping);
            if (stopping.IsCancellationRequested || end == SocketEnd.SwitchedOff)
            {
                await Retire(socket);
                return;
            }
            logger.SocketClosed(number, end.ToString());
            if (end == SocketEnd.Refreshed)
                old = socket;
            else
                await Retire(socket);
            var age = clock.GetElapsedTime(began);
            failures = end == SocketEnd.Refreshed || age > LongLived ? 0 : failures + 1;
            if (end != SocketEnd.Refreshed || age < ShortestWait)
                await Wait(Backoff(failures), stopping);
        }
        await Retire(old);
    }

    private async Task<(Socket? Socket, SocketEnd End)> Open(int number, CancellationToken stopping)
    {
        var answer = await api.AskWith(options.Value.AppToken, "apps.connections.open", stopping);
        // Only what no waiting mends stops for good.
        if (answer.Error is { } error && Workspace.IsDeadly(error))
        {
            logger.SocketsOff(error);
            health.AppTokenRefused(error);
            return (null, SocketEnd.SwitchedOff);
        }
        if (
            !answer.Ok
            || !Uri.TryCreate(answer.Body.Text("url"), UriKind.Absolute, out var address)
            || address.Scheme is not ("ws" or "wss")
            || !SlackOptionsCheck.IsSafe(address)
        )
            return (null, SocketEnd.Failed);
        var socket = new Socket(address, inbox, clock, logger);
        if (await socket.Open(stopping))
        {
            socket.Read();
            logger.SocketOpen(number);
            return (socket, SocketEnd.Failed);
        }
        socket.Dispose();
        return (null, SocketEnd.Failed);
    }

    private async Task<SocketEnd> Live(Socket socket, CancellationToken stopping)
    {
        // Nothing was connected for a while: what was typed meanwhile stands in the history.
        if (Interlocked.Increment(ref open) == 1)
            _ = CatchUp(stopping);
        try
        {
            return await socket.Over.WaitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return SocketEnd.Failed;
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    private static async Task Retire(Socket? socket)
    {
        if (socket is null)
            return;
        await socket.Retire();
        socket.Dispose();
    }

    private async Task CatchUp(CancellationToken stopping)
    {
        try
        {
            await catchingUp.Run(stopping);
        }
        catch (Exception e)
        {
            logger.AfterThrew(e.GetType().Name);
        }
    }

    private static TimeSpan Backoff(int failures)
    {
        var full = TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(failures, 10)) / 2));
        var spread = full * (0.5 + Random.Shared.NextDouble() / 2);
        return spread < ShortestWait ? ShortestWait : spread;
    }

    private async Task Wait(TimeSpan time, CancellationToken stopping) =>
        await Task.Delay(time, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
