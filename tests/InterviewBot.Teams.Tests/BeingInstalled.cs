using System.Net;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Teams.Remembering;
using InterviewBot.Teams.Showing;
using InterviewBot.Teams.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>In a personal chat, in a team, in a group; with guests and other organisations around.</summary>
public sealed class BeingInstalled : IAsyncLifetime
{
    private const string Group = "19:group@thread.v2";
    private BotHost _bot = null!;
    private Ana _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start();
        _ana = new Ana(_bot);
        _bot.Platform.Conversations[Group] = true;
        _bot.Platform.Conversations[Ana.Chat] = true;
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_events_tell_of_it_in_any_order_and_one_greets(bool installationFirst)
    {
        var events = new[] { Installed("add"), MembersAdded() };
        foreach (var one in installationFirst ? events : events.Reverse())
            Assert.Equal(HttpStatusCode.Accepted, (await _bot.Send(one)).Status);
        await _bot.Settle();
        Assert.Single(_bot.Platform.In(Ana.Chat));
    }

    [Fact]
    public async Task Both_at_once_greet_once_too()
    {
        await Task.WhenAll(_bot.Send(Installed("add")), _bot.Send(MembersAdded()), _bot.Send(Installed("add")));
        await _bot.Settle();
        Assert.Single(_bot.Platform.In(Ana.Chat));
    }

    [Fact]
    public async Task Removed_and_added_again_it_greets_again()
    {
        foreach (var action in new[] { "add", "remove", "add" })
            await _bot.Send(Installed(action));
        await _bot.Settle();
        Assert.Equal(2, _bot.Platform.In(Ana.Chat).Count);
    }

    [Fact]
    public async Task In_Chinese_to_who_speaks_it()
    {
        var install = Installed("add");
        install["locale"] = "zh-Hans-CN";
        await _bot.Send(install);
        await _bot.Settle();
        Assert.Contains("你好", Assert.Single(_bot.Platform.In(Ana.Chat)).All);
    }

    [Fact]
    public async Task In_a_team_it_says_what_it_does_there_and_learns_the_channels()
    {
        var install = InTeam(_ana.Activity("installationUpdate", TeamsPlatform.Team, "channel"));
        install["action"] = "add";
        await _bot.Send(install);
        await _bot.Settle();
        Assert.Single(_bot.Platform.In(TeamsPlatform.Team));
        await _ana.Types("Hello");
        var form = _ana.Card.All;
        Assert.Contains("#hiring", form);
        // General has no name of its own: it goes by the team's.
        Assert.Contains("#Recruiting", form);
    }

    [Fact]
    public async Task The_form_starts_with_the_channel_that_was_chosen()
    {
        await In_a_team_it_says_what_it_does_there_and_learns_the_channels();
        var form = _ana.Card;
        var action = CardRules.All(form.Card).First(a => (string?)a["verb"] == "start-form");
        var data = (JsonObject)action["data"]!.DeepClone();
        data["in-guide"] = "backend";
        data["in-candidate"] = "Lin";
        data["in-channel"] = TeamsPlatform.Hiring;
        await _bot.Send(_ana.Invoke("start-form", data, form.Id));
        await _bot.Settle();
        Assert.Contains("#hiring", _ana.Card.All);
    }

    [Theory]
    [InlineData("channelRenamed")]
    [InlineData("channelCreated")]
    public async Task A_channel_that_is_new_or_renamed_is_known_by_its_name(string what)
    {
        var update = InTeam(_ana.Activity("conversationUpdate", TeamsPlatform.Team, "channel"));
        update["channelData"]!["eventType"] = what;
        await _bot.Send(update);
        await _bot.Settle();
        await _ana.Types("Hello");
        Assert.Contains("#hiring", _ana.Card.All);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("installationUpdate")]
    public async Task In_a_group_it_politely_keeps_out(string type)
    {
        var activity = _ana.Activity(type, Group, "groupChat");
        activity["conversation"]!["isGroup"] = true;
        activity["text"] = "start backend for Secret Name";
        activity["action"] = "add";
        Assert.Equal(HttpStatusCode.Accepted, (await _bot.Send(activity)).Status);
        await _bot.Settle();
        var said = Assert.Single(_bot.Platform.In(Group));
        Assert.Contains("group chats", said.Text);
        Assert.Empty(_bot.Platform.In(Ana.Chat));
    }

    [Fact]
    public async Task A_press_in_a_group_gets_a_card_that_says_the_same()
    {
        var invoke = _ana.Invoke("begin", new JsonObject { ["p"] = "7/begin//" }, "1");
        invoke["conversation"] = new JsonObject
        {
            ["id"] = Group,
            ["conversationType"] = "groupChat",
            ["tenantId"] = BotHost.Tenant,
        };
        var (status, body) = await _bot.Send(invoke);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)body!["type"]);
        Assert.Contains("group chats", body.ToJsonString());
    }

    [Theory]
    [InlineData("guest", BotHost.Tenant)]
    [InlineData("anonymous", BotHost.Tenant)]
    [InlineData("user", "tenant-of-others")]
    public async Task Where_guests_or_others_read_no_name_is_posted_and_the_organiser_is_told(
        string role,
        string tenant
    )
    {
        _bot.Platform.Members.Add(TeamsPlatform.Person("29:guest", "guest-object", role, tenant));
        await _ana.Mentions("start backend for Secret Name");
        await _ana.Presses("Begin");
        var answer = await _ana.Presses("Next");
        Assert.Contains(Sentences.PlaceTrouble("guests-in-channel", "en"), CardRules.Texts(answer));
        Assert.DoesNotContain(_bot.Platform.In(TeamsPlatform.Hiring), m => m.All.Contains("Secret Name"));
    }

    [Fact]
    public async Task A_guest_who_joins_the_team_is_seen_in_its_other_channels_at_once()
    {
        await _ana.Mentions("start backend for Secret Name");
        // Looked up already, and kept.
        var rosters = _bot.Services.GetRequiredService<Rosters>();
        var address = await _bot
            .Services.GetRequiredService<TeamsAddresses>()
            .OfChannel(BotHost.Tenant, TeamsPlatform.Hiring);
        Assert.NotNull((await rosters.Of(BotHost.Tenant, TeamsPlatform.Hiring, address!, default)).Members);
        var guest = TeamsPlatform.Person("29:guest", "guest-object", "guest");
        _bot.Platform.Members.Add(guest);
        var joined = InTeam(_ana.Activity("conversationUpdate", TeamsPlatform.Team, "channel"));
        joined["channelData"]!.AsObject().Remove("channel");
        joined["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:guest" });
        await _bot.Send(joined);
        await _ana.Presses("Begin");
        Assert.DoesNotContain(_bot.Platform.In(TeamsPlatform.Hiring), m => m.All.Contains("Secret Name"));
    }

    [Fact]
    public async Task When_the_guest_has_left_the_board_can_go_up()
    {
        var guest = TeamsPlatform.Person("29:guest", "guest-object", "guest");
        _bot.Platform.Members.Add(guest);
        await _ana.Mentions("start backend for Lin");
        _bot.Platform.Members.Remove(guest);
        var left = InTeam(_ana.Activity("conversationUpdate", TeamsPlatform.Hiring, "channel"));
        left["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "29:guest" });
        await _bot.Send(left);
        await _ana.Presses("Begin");
        Assert.Contains("Lin", Assert.Single(_bot.Platform.In(TeamsPlatform.Hiring)).All);
    }

    [Fact]
    public async Task Nobody_can_say_who_reads_so_nothing_is_posted()
    {
        await _ana.Mentions("start backend for Lin");
        _bot.Platform.RosterFails = true;
        await _ana.Presses("Begin");
        Assert.Empty(_bot.Platform.In(TeamsPlatform.Hiring));
    }

    [Fact]
    public async Task Said_in_a_channel_without_the_app_she_is_told_there_how_to_get_it()
    {
        _bot.Platform.Conversations.TryRemove(Ana.Chat, out _);
        _bot.Platform.Installed.Clear();
        var message = InTeam(_ana.Activity("message", TeamsPlatform.Hiring, "channel"));
        message["text"] = "help";
        await _bot.Send(message);
        await _bot.Settle();
        Assert.Contains("Apps, InterviewBot, Add", Assert.Single(_bot.Platform.In(TeamsPlatform.Hiring)).Text);
    }

    private JsonObject Installed(string action)
    {
        var install = _ana.Activity("installationUpdate");
        install["action"] = action;
        // As the Playground sends it.
        install["from"]!.AsObject().Remove("name");
        return install;
    }

    private JsonObject MembersAdded()
    {
        var update = _ana.Activity("conversationUpdate");
        update["membersAdded"] = new JsonArray(
            new JsonObject { ["id"] = "29:ana" },
            new JsonObject { ["id"] = $"28:{BotHost.AppId}" }
        );
        return update;
    }

    private static JsonObject InTeam(JsonObject activity)
    {
        activity["channelData"] = new JsonObject
        {
            ["team"] = new JsonObject { ["id"] = TeamsPlatform.Team, ["name"] = "Recruiting" },
            ["channel"] = new JsonObject { ["id"] = (string)activity["conversation"]!["id"]! },
        };
        return activity;
    }
}
