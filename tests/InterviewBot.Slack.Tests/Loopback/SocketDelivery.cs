using System.Text.Json;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>Delivers over whichever connection is open, in turn and in fragments, and again when a connection ends before the acknowledgement.</summary>
internal static class SocketDelivery
{
    public static async Task<Deliver> Of(LoopbackSlack slack)
    {
        await Connected(slack, 1);
        var turn = 0;
        return async (kind, payload) =>
        {
            for (var attempt = 0; ; attempt++)
            {
                await Connected(slack, 1);
                var open = slack.Sockets.Where(s => s.IsOpen).ToList();
                try
                {
                    var answer = await open[turn++ % open.Count].Deliver(kind, payload, fragments: 1 + turn % 4);
                    return (200, answer is { } body ? JsonSerializer.Serialize(body, Approved.Compact) : "");
                }
                catch (Exception e)
                    when (attempt < 5
                        && e is IOException or System.Net.WebSockets.WebSocketException or ArgumentOutOfRangeException
                    )
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
                }
            }
        };
    }

    public static async Task Connected(LoopbackSlack slack, int least)
    {
        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(20);
        while (slack.Sockets.Count(s => s.IsOpen) < least)
        {
            if (TimeProvider.System.GetUtcNow() > until)
                throw new TimeoutException($"The bot did not open {least} connections.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
