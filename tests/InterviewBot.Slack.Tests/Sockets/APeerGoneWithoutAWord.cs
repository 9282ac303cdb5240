using InterviewBot.Slack.Tests.Loopback;

namespace InterviewBot.Slack.Tests.Sockets;

public sealed class APeerGoneWithoutAWord
{
    /// <summary>Our pings go unanswered: another connection takes over.</summary>
    [Fact]
    public async Task Is_noticed_and_replaced()
    {
        await using var slack = await LoopbackSlack.Start();
        slack.Mute = true;
        await using var bot = await Bot.Start(slack, Bot.NewFolder(), sockets: true);
        await SocketDelivery.Connected(slack, 2);
        slack.Mute = false;
        await Until.True(() => slack.Sockets.Count >= 3, "Nothing took the place of a connection without answers.");
    }
}
