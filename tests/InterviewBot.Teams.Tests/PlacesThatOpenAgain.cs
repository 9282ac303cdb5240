using System.Net;
using System.Text.Json.Nodes;
using InterviewBot.Teams.Calling;
using InterviewBot.Teams.Showing;
using InterviewBot.Teams.Tests.Kit;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>A channel that refused once is not closed for ever.</summary>
public sealed class PlacesThatOpenAgain : IAsyncLifetime
{
    private readonly JsonObject _guest = TeamsPlatform.Person("29:guest", "guest-object", "guest");
    private BotHost _bot = null!;
    private Ana _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start();
        _ana = new Ana(_bot);
        await _ana.Mentions("start backend for Lin");
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private IReadOnlyList<Held> Hiring => _bot.Platform.In(TeamsPlatform.Hiring);

    [Theory]
    [InlineData("membersRemoved", TeamsPlatform.Hiring)]
    [InlineData("membersRemoved", TeamsPlatform.Team)]
    [InlineData("membersAdded", TeamsPlatform.Team)]
    public async Task When_members_change_the_board_that_waited_goes_up(string what, string where)
    {
        await Closed();
        await Members(what, where);
        Assert.Contains("Lin", Assert.Single(Hiring).All);
    }

    [Fact]
    public async Task While_the_guest_is_there_a_change_of_members_opens_nothing()
    {
        await Closed();
        _bot.Platform.Members.Add(_guest);
        await Members("membersAdded", TeamsPlatform.Team);
        Assert.Empty(Hiring);
    }

    [Fact]
    public async Task When_somebody_speaks_to_the_bot_there_it_goes_up_too()
    {
        await Closed();
        await _ana.Mentions("help");
        Assert.Contains("Lin", Assert.Single(Hiring).All);
    }

    [Fact]
    public async Task When_the_app_is_added_again_it_goes_up_too()
    {
        _bot.Platform.Conversations.TryRemove(TeamsPlatform.Hiring, out _);
        await _ana.Presses("Begin");
        Assert.Empty(Hiring);
        _bot.Platform.Conversations[TeamsPlatform.Hiring] = true;
        var added = InTeam("installationUpdate", TeamsPlatform.Team);
        added["action"] = "add";
        await Send(added);
        Assert.Contains("Lin", Assert.Single(Hiring).All);
    }

    [Fact]
    public async Task A_new_interview_by_the_form_tries_the_channel_again()
    {
        await Closed();
        await _ana.Presses("Next");
        var form = _ana.Activity("message");
        form["value"] = new JsonObject
        {
            ["form"] = "start",
            ["f"] = "another",
            ["in-guide"] = "backend",
            ["in-candidate"] = "Kim",
            ["in-channel"] = TeamsPlatform.Hiring,
        };
        await Send(form);
        Assert.Contains(Hiring, m => m.All.Contains("Lin"));
    }

    [Fact]
    public async Task A_redirect_on_the_way_passes()
    {
        var redirected = false;
        _bot.Platform.Refuses = body => !redirected && body.Contains("Lin") && (redirected = true) ? (307, "") : null;
        await _ana.Presses("Begin");
        _bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await _bot.Settle();
        Assert.True(redirected);
        Assert.Contains("Lin", Assert.Single(Hiring).All);
    }

    [Theory]
    [InlineData(429, 86_400, 300)]
    [InlineData(503, 3_600, 300)]
    [InlineData(429, 90, 90)]
    public void Nobody_waits_for_a_day(int status, int asked, int waited)
    {
        var answer = new ConnectorAnswer(status, "", null, TimeSpan.FromSeconds(asked));
        var retry = Assert.IsType<InterviewBot.Delivery.Channels.SendResult.Retry>(SendErrors.ResultOf(answer));
        Assert.Equal(TimeSpan.FromSeconds(waited), retry.After);
    }

    [Theory]
    [InlineData(404, "ConversationNotFound")]
    [InlineData(404, "")]
    [InlineData(403, "BotNotInConversationRoster")]
    public void A_roster_that_is_not_to_be_had_does_not_say_that_the_channel_is_gone(int status, string code)
    {
        var result = SendErrors.OfRoster(new ConnectorAnswer(status, code, null, null));
        Assert.Equal(
            "audience-unknown",
            Assert.IsType<InterviewBot.Delivery.Channels.SendResult.PlaceFault>(result).Reason
        );
    }

    /// <summary>By a guest, who has left by now without a word.</summary>
    private async Task Closed()
    {
        _bot.Platform.Members.Add(_guest);
        await _ana.Presses("Begin");
        Assert.Empty(Hiring);
        _bot.Platform.Members.Remove(_guest);
    }

    private async Task Members(string what, string where)
    {
        var update = InTeam("conversationUpdate", where);
        update[what] = new JsonArray(new JsonObject { ["id"] = "29:somebody" });
        await Send(update);
    }

    private JsonObject InTeam(string type, string where)
    {
        var activity = _ana.Activity(type, where, "channel");
        activity["channelData"] = new JsonObject
        {
            ["team"] = new JsonObject { ["id"] = TeamsPlatform.Team, ["name"] = "Recruiting" },
        };
        return activity;
    }

    private async Task Send(JsonObject activity)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await _bot.Send(activity)).Status);
        await _bot.Settle();
    }
}
