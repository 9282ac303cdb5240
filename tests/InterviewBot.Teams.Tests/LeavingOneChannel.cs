using System.Net;
using System.Text.Json.Nodes;
using InterviewBot.Teams.Remembering;
using InterviewBot.Teams.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>Shared and private channels have members of their own, and the bot may leave one of them alone.</summary>
public sealed class LeavingOneChannel : IAsyncLifetime
{
    private const string Shared = "19:shared@thread.tacv2";
    private BotHost _bot = null!;
    private Ana _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start();
        _ana = new Ana(_bot);
        await Happens("installationUpdate", null, null, TeamsPlatform.Team);
        var address = await Addresses.OfChannel(BotHost.Tenant, TeamsPlatform.Hiring);
        await Addresses.Keep(BotHost.Tenant, Shared, address! with { Name = "partners" });
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private TeamsAddresses Addresses => _bot.Services.GetRequiredService<TeamsAddresses>();

    [Theory]
    [InlineData("channelMemberRemoved", "shared")]
    [InlineData("channelMemberRemoved", "private")]
    [InlineData("channelMemberRemoved", null)]
    [InlineData("teamMemberRemoved", "shared")]
    [InlineData("channelUnshared", "shared")]
    public async Task It_forgets_that_one_and_no_other(string happened, string? type)
    {
        await Happens("conversationUpdate", happened, type, Shared);
        Assert.Equal(["hiring", "Recruiting"], await Known());
    }

    [Fact]
    public async Task Removed_from_the_team_it_forgets_all_of_them()
    {
        await Happens("conversationUpdate", "teamMemberRemoved", null, TeamsPlatform.Team);
        Assert.Empty(await Known());
    }

    private async Task<IEnumerable<string>> Known() => (await Addresses.Channels(BotHost.Tenant)).Select(c => c.Name);

    private async Task Happens(string kind, string? happened, string? type, string channel)
    {
        var update = _ana.Activity(kind, channel, "channel");
        update["channelData"] = new JsonObject
        {
            ["team"] = new JsonObject { ["id"] = TeamsPlatform.Team, ["name"] = "Recruiting" },
            ["channel"] = new JsonObject { ["id"] = channel, ["type"] = type },
            ["eventType"] = happened,
        };
        if (happened is null)
            update["action"] = "add";
        else
            update["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = $"28:{BotHost.AppId}" });
        Assert.Equal(HttpStatusCode.Accepted, (await _bot.Send(update)).Status);
        await _bot.Settle();
    }
}
