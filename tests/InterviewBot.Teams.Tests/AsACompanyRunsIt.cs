using System.Net;
using InterviewBot.Teams.Tests.Kit;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>The whole way with real tokens over real TLS: keys from the metadata, a login by secret, the Connector by its own name.</summary>
public sealed class AsACompanyRunsIt
{
    [Fact]
    public async Task What_Teams_signed_is_answered_with_a_token_of_the_login()
    {
        await using var bot = await TeamsProcess.Start();
        Assert.Equal(HttpStatusCode.Accepted, await bot.Types("help"));
        var platform = bot.Microsofts.Platform;
        await Until.True(() => platform.In(Ana.Chat).Count > 0);
        Assert.Contains("Commands", platform.In(Ana.Chat)[0].All, StringComparison.Ordinal);
        Assert.Empty(platform.Wrong);
        Assert.Equal(
            ["login.botframework.com", "login.microsoftonline.com", "smba.trafficmanager.net"],
            bot.Microsofts.Asked
        );
        Assert.Equal(0, await bot.Stop());
        Assert.DoesNotContain(TeamsPlatform.BotToken, bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(BotHost.Secret, bot.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_signed_is_not()
    {
        await using var bot = await TeamsProcess.Start();
        using var stranger = new Signer();
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.Types("help", stranger));
        Assert.Equal(HttpStatusCode.Accepted, await bot.Types("help"));
    }

    [Fact]
    public async Task A_wrong_secret_is_told_to_the_operator_by_its_code()
    {
        await using var bot = await TeamsProcess.Start("an-old-secret");
        Assert.Equal(HttpStatusCode.Accepted, await bot.Types("help"));
        await Until.True(() => bot.Output.Contains("invalid_client", StringComparison.Ordinal));
        Assert.Empty(bot.Microsofts.Platform.In(Ana.Chat));
        Assert.DoesNotContain("an-old-secret", bot.Output, StringComparison.Ordinal);
    }
}
