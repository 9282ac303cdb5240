using InterviewBot.Slack.Tests.Loopback;

namespace InterviewBot.Slack.Tests.Sockets;

public sealed class APeerGoneWithoutAWord
{
    /// <summary>Our pings go unanswered: within half a minute another connection takes over.</summary>
    [Fact]
    public async Task Is_noticed_and_replaced()
    {
        await using var slack = await LoopbackSlack.Start();
        slack.Mute = true;
        await using var bot = await Bot.Start(slack, Bot.NewFolder(), sockets: true);
        await SocketDelivery.Connected(slack, 2);
        slack.Mute = false;
        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(35);
        while (slack.Sockets.Count < 3 && TimeProvider.System.GetUtcNow() < until)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        Assert.True(slack.Sockets.Count >= 3);
    }
}
