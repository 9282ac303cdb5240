using System.Net.WebSockets;
using System.Text.Json;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>
/// Delivers as Slack does: over whichever connection is open, in turn and in fragments, and once more over another, under another envelope, when a
/// connection ends before the acknowledgement, or none comes.
/// </summary>
internal static class SocketDelivery
{
    public static async Task<Deliver> Of(LoopbackSlack slack)
    {
        await Connected(slack, 1);
        var turn = 0;
        return async (kind, payload) =>
        {
            for (var began = TimeProvider.System.GetTimestamp(); ; )
            {
                var socket = await Until.Found(() => Next(slack, turn++), () => "No connection is open.");
                try
                {
                    var answer = await socket.Deliver(kind, payload, fragments: 1 + turn % 4);
                    return (200, answer is { } body ? JsonSerializer.Serialize(body, Approved.Compact) : "");
                }
                catch (Exception e)
                    when (e
                            is IOException
                                or WebSocketException
                                or ObjectDisposedException
                                or OperationCanceledException
                    )
                {
                    // It ended under our hands: another takes over, or the search for one gives up.
                }
                catch (TimeoutException) when (TimeProvider.System.GetElapsedTime(began) < Until.Limit)
                {
                    // Not acknowledged: what the bot had no time for comes again.
                }
            }
        };
    }

    public static Task Connected(LoopbackSlack slack, int least) =>
        Until.True(() => slack.Sockets.Count(s => s.IsOpen) >= least, $"The bot did not open {least} connections.");

    private static LoopbackSocket? Next(LoopbackSlack slack, int turn)
    {
        var open = slack.Sockets.Where(s => s.IsOpen).ToList();
        return open.Count == 0 ? null : open[turn % open.Count];
    }
}
