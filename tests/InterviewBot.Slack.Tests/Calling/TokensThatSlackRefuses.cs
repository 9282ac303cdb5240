using InterviewBot.Delivery.Channels;
using InterviewBot.Slack.Tests.Loopback;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewBot.Slack.Tests.Calling;

/// <summary>Readiness tells a wrong token, which otherwise looks like a bot that nobody writes to.</summary>
public sealed class TokensThatSlackRefuses
{
    [Theory]
    [InlineData(true, "Slack:BotToken", "Slack does not take the bot token: invalid_auth")]
    [InlineData(false, "Slack:BotToken", "Slack does not take the bot token: invalid_auth")]
    [InlineData(true, "Slack:AppToken", "Slack does not take the app token: invalid_auth")]
    public async Task Are_told(bool sockets, string key, string says)
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(
            slack,
            Bot.NewFolder(),
            sockets,
            settings => settings[key] = key.EndsWith("AppToken", StringComparison.Ordinal) ? "xapp-wrong" : "xoxb-wrong"
        );
        var health = bot.Services.GetRequiredService<IChannelHealth>();
        await Until.True(() => health.Troubles.SequenceEqual([says]), "It was not told.");
    }

    [Fact]
    public async Task Are_no_trouble_when_Slack_takes_them()
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        var health = bot.Services.GetRequiredService<IChannelHealth>();
        Assert.Empty(health.Troubles);
        await Until.True(() => slack.Calls.Any(c => c.Method == "auth.test"), "Nobody asked.");
        Assert.Empty(health.Troubles);
    }
}
