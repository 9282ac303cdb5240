using System.Net;
using System.Text.Json.Nodes;
using InterviewBot.Teams.Tests.Kit;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace InterviewBot.Teams.Tests;

public sealed class ComingFromTeams : IAsyncLifetime
{
    private BotHost _bot = null!;
    private Ana _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start();
        _ana = new Ana(_bot);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private DateTimeOffset Now => _bot.Clock.GetUtcNow();

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task A_token_of_Teams_is_taken(string algorithm) =>
        Assert.Equal(HttpStatusCode.Accepted, await With(_bot.Signer.Token(Now, algorithm: algorithm)));

    [Fact]
    public async Task A_token_for_another_bot_is_not() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await With(_bot.Signer.Token(Now, audience: "another-bot")));

    [Theory]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://sts.windows.net/tenant-1/")]
    [InlineData("https://API.botframework.com")]
    public async Task A_token_of_another_issuer_is_not(string issuer) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await With(_bot.Signer.Token(Now, issuer: issuer)));

    [Fact]
    public async Task A_token_by_an_unknown_key_is_not_and_makes_the_bot_look_once_an_hour()
    {
        Assert.Equal(HttpStatusCode.Accepted, await With(_bot.Signer.Token(Now)));
        using var stranger = new Signer { Kid = "stranger" };
        var fetched = _bot.Platform.KeysFetched;
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await With(stranger.Token(Now)));
        Assert.Equal(fetched, _bot.Platform.KeysFetched);
        _bot.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Unauthorized, await With(stranger.Token(Now)));
        Assert.Equal(fetched + 1, _bot.Platform.KeysFetched);
    }

    [Fact]
    public async Task A_key_of_the_same_name_by_somebody_else_is_not()
    {
        using var stranger = new Signer();
        Assert.Equal(HttpStatusCode.Unauthorized, await With(stranger.Token(Now)));
    }

    [Fact]
    public async Task New_keys_are_found_and_old_ones_serve_on_while_nobody_can_be_asked()
    {
        Assert.Equal(HttpStatusCode.Accepted, await With(_bot.Signer.Token(Now)));
        using var next = new Signer { Kid = "key-2" };
        _bot.Platform.Keys.Add(next.Jwk());
        _bot.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.Accepted, await With(next.Token(Now)));
        _bot.Platform.KeysFail = true;
        _bot.Clock.Advance(TimeSpan.FromHours(30));
        Assert.Equal(HttpStatusCode.Accepted, await With(next.Token(Now)));
    }

    [Theory]
    [InlineData(-4, HttpStatusCode.Accepted)]
    [InlineData(-6, HttpStatusCode.Unauthorized)]
    public async Task Clocks_may_differ_by_five_minutes(int minutes, HttpStatusCode expected) =>
        Assert.Equal(expected, await With(_bot.Signer.Token(Now, expiresIn: TimeSpan.FromMinutes(minutes))));

    [Theory]
    [InlineData(64, HttpStatusCode.Accepted)]
    [InlineData(66, HttpStatusCode.Unauthorized)]
    public async Task Nor_may_a_token_come_long_before_its_time(int minutes, HttpStatusCode expected) =>
        Assert.Equal(expected, await With(_bot.Signer.Token(Now, expiresIn: TimeSpan.FromMinutes(minutes))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("https://evil.example/")]
    public async Task The_signed_address_has_to_be_the_one_in_the_activity(string? claimed) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await With(_bot.Signer.Token(Now, serviceUrl: claimed)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://evil.example/")]
    public async Task And_the_other_way_round(string? sent)
    {
        var activity = Message();
        activity["serviceUrl"] = sent;
        Assert.Equal(HttpStatusCode.Unauthorized, (await _bot.Send(activity)).Status);
    }

    [Fact]
    public async Task An_empty_address_signed_and_sent_is_no_address()
    {
        var activity = Message();
        activity["serviceUrl"] = "";
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await _bot.Send(activity, $"Bearer {_bot.Signer.Token(Now, serviceUrl: "")}")).Status
        );
    }

    [Fact]
    public async Task The_public_key_is_no_secret() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await With(_bot.Signer.SignedByPublicKey(Now)));

    [Fact]
    public async Task Unsigned_is_not_signed() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await With(_bot.Signer.WithoutSignature(Now)));

    [Fact]
    public async Task A_key_kept_for_web_chat_cannot_speak_for_Teams()
    {
        using var webchat = new Signer { Kid = "webchat", Endorsements = ["webchat", "directline"] };
        _bot.Platform.Keys.Add(webchat.Jwk());
        Assert.Equal(HttpStatusCode.Unauthorized, await With(webchat.Token(Now)));
        using var any = new Signer { Kid = "any", Endorsements = [] };
        _bot.Platform.Keys.Add(any.Jwk());
        _bot.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await With(any.Token(Now)));
        using var unmarked = new Signer { Kid = "unmarked" };
        var key = unmarked.Jwk();
        key.Remove("endorsements");
        _bot.Platform.Keys.Add(key);
        _bot.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await With(unmarked.Token(Now)));
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("emulator")]
    [InlineData("directline")]
    [InlineData("MSTEAMS")]
    public async Task What_was_said_elsewhere_is_not_Teams_whatever_its_key_may_speak_for(string channel)
    {
        using var both = new Signer { Kid = "both", Endorsements = [channel, "msteams"] };
        _bot.Platform.Keys.Add(both.Jwk());
        var message = Message();
        message["channelId"] = channel;
        // Somebody else's id, which the writer of a web chat chooses.
        message["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = BotHost.Tenant } };
        message["from"]!["aadObjectId"] = "rita-object";
        Assert.Equal(HttpStatusCode.Forbidden, (await _bot.Send(message, $"Bearer {both.Token(Now)}")).Status);
        using var own = new Signer { Kid = "own", Endorsements = [channel] };
        _bot.Platform.Keys.Add(own.Jwk());
        _bot.Clock.Advance(TimeSpan.FromHours(2));
        var (status, _) = await _bot.Send(message, $"Bearer {own.Token(Now)}");
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task The_bots_own_outbound_token_opens_nothing()
    {
        // As Entra makes it: another issuer, the Connector as audience, the bot's id in appid.
        using var entra = new Signer { Kid = "entra" };
        var own = entra.Token(Now, "https://sts.windows.net/tenant-1/", "https://api.botframework.com", null);
        Assert.Equal(HttpStatusCode.Unauthorized, await With(own));
        Assert.Equal(HttpStatusCode.Unauthorized, await With(TeamsPlatform.BotToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer not.a.token")]
    [InlineData("Bearer a.b.c d")]
    [InlineData("Basic YTpi")]
    public async Task Nor_does_anything_else_in_the_header(string header) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await _bot.Send(Message(), header)).Status);

    [Fact]
    public async Task Nor_no_header_at_all() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await _bot.Send(Message(), withToken: false)).Status);

    [Theory]
    [InlineData("28:another-bot")]
    [InlineData(BotHost.AppId)]
    public async Task The_recipient_is_this_bot(string recipient)
    {
        var activity = Message();
        activity["recipient"]!["id"] = recipient;
        Assert.Equal(HttpStatusCode.Forbidden, (await _bot.Send(activity)).Status);
    }

    [Fact]
    public async Task Other_tenants_are_not_served()
    {
        var activity = Message();
        activity["conversation"]!["tenantId"] = "tenant-2";
        Assert.Equal(HttpStatusCode.Forbidden, (await _bot.Send(activity)).Status);
        activity["conversation"]!.AsObject().Remove("tenantId");
        Assert.Equal(HttpStatusCode.Forbidden, (await _bot.Send(activity)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{\"type\":")]
    [InlineData("{\"type\":7,\"serviceUrl\":\"https://smba.trafficmanager.net/emea/\"}")]
    [InlineData("{\"serviceUrl\":\"https://smba.trafficmanager.net/emea/\",\"text\":\"\\ud800\"}")]
    public async Task What_is_no_activity_gets_a_clear_status(string body)
    {
        var status = await _bot.SendRaw(body);
        Assert.True(status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized, $"{status}");
    }

    [Fact]
    public async Task A_body_too_deep_or_too_long_is_turned_away()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await _bot.SendRaw(new string('[', 1000)));
        Assert.Equal(HttpStatusCode.BadRequest, await _bot.SendRaw($"\"{new string('x', 1_100_000)}\""));
    }

    private JsonObject Message()
    {
        var message = _ana.Activity("message");
        message["text"] = "help";
        return message;
    }

    private async Task<HttpStatusCode> With(string token) => (await _bot.Send(Message(), $"Bearer {token}")).Status;
}
