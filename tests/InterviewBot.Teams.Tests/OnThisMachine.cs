using System.Net;
using System.Text.Json.Nodes;
using InterviewBot.Teams.Calling;
using InterviewBot.Teams.Tests.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>Anonymous, as the Playground needs it: no tokens either way, odd ids, this machine only.</summary>
public sealed class OnThisMachine : IAsyncLifetime
{
    private const string Me = "00000000-0000-0000-0000-00000000000011";
    private const string OddTenant = "00000000-0000-0000-0000-0000000000001";
    private const string Chat = "a personal chat";
    private static readonly Dictionary<string, string?> Anonymous = new()
    {
        ["Teams:Anonymous"] = "true",
        ["Teams:AppId"] = "",
        ["Teams:TenantId"] = "",
        ["Teams:ClientSecret"] = "",
    };
    private BotHost _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start(Anonymous);
        (_bot.Platform.Anonymous, _bot.Platform.BotId, _bot.Platform.TenantId) = (true, Me, OddTenant);
        _bot.Platform.Conversations[Chat] = true;
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private Held Card => _bot.Platform.In(Chat).Last(m => m.Card is not null);

    [Fact]
    public async Task Ids_that_are_no_GUIDs_and_a_recipient_without_28_do()
    {
        await Says("start backend for Lin");
        Assert.Contains("Lin", Card.All);
        await Presses("begin");
        Assert.Contains("newest project", Card.All);
        await Presses("next");
        Assert.Contains("Redis", Card.All);
        Assert.Empty(_bot.Platform.Wrong);
        // None is sent, none is even got.
        Assert.Equal(0, _bot.Token.Asked);
    }

    [Fact]
    public async Task So_does_a_sender_without_a_name_a_tenant_and_an_object_id()
    {
        var message = Message("start backend for Lin");
        message["from"] = new JsonObject { ["id"] = "user-id-0" };
        message["conversation"] = new JsonObject { ["id"] = Chat };
        await _bot.Send(message, withToken: false);
        await _bot.Settle();
        Assert.Contains("Lin", Card.All);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://evil.example/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://localhost:1/emea")]
    [InlineData("http://127.0.0.1:9200/")]
    [InlineData("not an address")]
    public async Task It_answers_to_this_machine_only(string serviceUrl)
    {
        var message = Message("help");
        message["serviceUrl"] = serviceUrl;
        Assert.Equal(HttpStatusCode.Forbidden, (await _bot.Send(message, withToken: false)).Status);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "10.0.0.1")]
    [InlineData("Forwarded", "for=10.0.0.1")]
    [InlineData("Host", "rebound.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Host", "bot.example")]
    [InlineData("X-Real-IP", "10.0.0.1")]
    [InlineData("X-Original-For", "10.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Nor_does_it_take_what_was_forwarded_or_addressed_to_another_name(string header, string value) =>
        Assert.Equal(HttpStatusCode.Forbidden, await _bot.SendWith(Message("help"), header, value));

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:56150")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Nor_what_a_page_in_a_browser_sends(string header, string value)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await _bot.SendWith(Message("help"), header, value));
        await _bot.Settle();
        Assert.Empty(_bot.Platform.Calls);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Nor_what_a_page_may_send_without_being_asked(string type) =>
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await _bot.SendWith(Message("help"), "X-Any", "thing", type));

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://127.0.0.1:56150/_connector/", true)]
    [InlineData("http://localhost:56150/_connector/v3/conversations/1/activities", true)]
    [InlineData("http://localhost:56150/_connectors", false)]
    [InlineData("http://localhost:56150/", false)]
    [InlineData("http://localhost:56151/_connector", false)]
    [InlineData("https://localhost:56150/_connector", false)]
    [InlineData("http://user@localhost:56150/_connector", false)]
    public void It_speaks_to_the_Playground_and_to_nobody_else_on_this_machine(string address, bool speaks) =>
        Assert.Equal(
            speaks,
            new TrustedHosts(Options.Create(new TeamsOptions { Anonymous = true })).Allows(new Uri(address))
        );

    [Theory]
    [InlineData("http://0.0.0.0:56150/_connector")]
    [InlineData("http://playground.example/_connector")]
    [InlineData("here")]
    public void The_Playground_is_on_this_machine(string address)
    {
        var check = new TeamsOptionsCheck(new ConfigurationBuilder().Build());
        var options = new TeamsOptions { Anonymous = true, PlaygroundUrl = address };
        Assert.Contains("Teams:PlaygroundUrl", check.Validate(null, options).FailureMessage);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://*:0")]
    public async Task It_does_not_start_where_others_reach_it(string urls)
    {
        var why = await Assert.ThrowsAsync<OptionsValidationException>(() => BotHost.Start(Anonymous, urls));
        Assert.Contains("this machine only", why.Message);
    }

    [Theory]
    [InlineData("http://+:80", false)]
    [InlineData("http://127.0.0.1:3978;http://10.0.0.1:3978", false)]
    [InlineData("http://127.0.0.1:3978;http://[::1]:3978;http://localhost:1", true)]
    [InlineData("", true)]
    public void Nor_when_the_configuration_names_such_an_address(string urls, bool starts)
    {
        var settings = new Dictionary<string, string?>(Anonymous) { ["urls"] = urls };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var result = new TeamsOptionsCheck(configuration).Validate(null, new TeamsOptions { Anonymous = true });
        Assert.Equal(starts, result.Succeeded);
    }

    [Theory]
    [InlineData("http://0.0.0.0:3978", false)]
    [InlineData("http://localhost:3978", true)]
    public void Nor_when_it_stands_among_the_servers_endpoints(string url, bool starts)
    {
        var settings = new Dictionary<string, string?>(Anonymous) { ["Kestrel:Endpoints:Http:Url"] = url };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var result = new TeamsOptionsCheck(configuration).Validate(null, new TeamsOptions { Anonymous = true });
        Assert.Equal(starts, result.Succeeded);
    }

    private async Task Says(string text)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await _bot.Send(Message(text), withToken: false)).Status);
        await _bot.Settle();
    }

    private async Task Presses(string verb)
    {
        var action = CardRules.All(Card.Card).First(a => (string?)a["verb"] == verb);
        var invoke = Message(null);
        invoke["type"] = "invoke";
        invoke["name"] = "adaptiveCard/action";
        invoke["replyToId"] = Card.Id;
        // Its clicks carry no trigger.
        invoke["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["verb"] = verb, ["data"] = action["data"]!.DeepClone() },
        };
        var (status, body) = await _bot.Send(invoke, withToken: false);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)body!["type"]);
        await _bot.Settle();
    }

    private JsonObject Message(string? text) =>
        new()
        {
            ["type"] = "message",
            ["id"] = _bot.NextId(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = $"{_bot.Platform.Address.ToString().Replace("127.0.0.1", "localhost")}emea",
            ["from"] = new JsonObject
            {
                ["id"] = "user-id-0",
                ["name"] = "Alex Wilber",
                ["aadObjectId"] = "00000000-0000-0000-0000-0000000000020",
            },
            ["recipient"] = new JsonObject { ["id"] = Me, ["name"] = "Test Bot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = Chat,
                ["conversationType"] = "personal",
                ["tenantId"] = OddTenant,
            },
            ["text"] = text,
        };
}
