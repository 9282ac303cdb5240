using System.Net;
using System.Text.Json.Nodes;
using InterviewBot.Slack.Installing;
using InterviewBot.Slack.Tests.Loopback;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewBot.Slack.Tests.Installing;

/// <summary>Workspaces that install the app themselves, beside the one of the configured token.</summary>
public sealed class ManyWorkspaces : IAsyncLifetime
{
    private const string Token = "xoxb-of-the-second";
    private readonly string folder = Bot.NewFolder();
    private readonly WatchedClock clock = new();
    private LoopbackSlack slack = null!;
    private Bot bot = null!;

    public async ValueTask InitializeAsync()
    {
        slack = await LoopbackSlack.Start();
        slack.Users["U7"] = ("Sue", "en-GB", "Europe/London");
        slack.Homes["U7"] = "T2";
        slack.Homes["C7"] = "T2";
        slack.Channels["C7"] = new JsonObject { ["id"] = "C7", ["name"] = "second" };
        bot = await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task A_workspace_that_installed_the_app_has_interviews_of_its_own_by_its_own_token()
    {
        Assert.Equal(HttpStatusCode.OK, (await Install()).StatusCode);
        var sue = Sue();
        await sue.Command("start backend for Mia Moe", "C7");
        await sue.Press(await sue.Card("Mia Moe"), "Begin");
        await sue.Sees("C7", "Mia Moe");
        var ann = new Person(slack, bot.Deliver, "U1");
        await ann.Say("start backend for Jane Doe");
        await ann.Card("Jane Doe");
        Assert.All(
            slack.Calls.Where(c => c.Body.GetRawText().Contains("Mia Moe", StringComparison.Ordinal)),
            c => Assert.Equal(Token, c.Token)
        );
        Assert.DoesNotContain(slack.Calls, c => c.Error is "channel_not_found" or "invalid_auth");
        // An organisation each; the configured recruiters are those of the configured workspace.
        Assert.Equal((1, 1), (await bot.Interviews("slack:T1"), await bot.Interviews("slack:T2")));
        Assert.DoesNotContain(
            slack.Calls,
            c => c.Token == Token && c.Body.GetRawText().Contains("U3", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Its_token_lies_encrypted_in_the_store_and_is_found_again_after_a_restart()
    {
        await Install();
        await bot.DisposeAsync();
        foreach (var file in Directory.GetFiles(folder, "interviews.db*"))
            Assert.DoesNotContain(
                Token,
                System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)),
                StringComparison.Ordinal
            );
        bot = await Start();
        var sue = Sue();
        await sue.Say("start backend for Mia Moe");
        await sue.Card("Mia Moe");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_workspace_that_left_is_served_no_more_whatever_order_it_is_told_in(bool uninstalledFirst)
    {
        await Install();
        var sue = Sue();
        await sue.Say("start backend for Mia Moe");
        await sue.Card("Mia Moe");
        await sue.Call("chat.postMessage", c => c.Error is null);
        await bot.Settled();
        var revoked = new JsonObject
        {
            ["type"] = "tokens_revoked",
            ["tokens"] = new JsonObject { ["bot"] = new JsonArray("UBOT2") },
        };
        var gone = new JsonObject { ["type"] = "app_uninstalled" };
        foreach (var what in uninstalledFirst ? (JsonObject[])[gone, revoked] : [revoked, gone])
            Assert.Equal((200, ""), await bot.Deliver("events_api", sue.Event(what)));
        var calls = slack.Calls.Count;
        Assert.Equal((200, ""), await bot.Deliver("events_api", sue.Event(sue.Said(slack.Type("U7", "a note")))));
        await bot.Settled();
        Assert.Equal(calls, slack.Calls.Count);
        await bot.DisposeAsync();
        bot = await Start();
        var ann = new Person(slack, bot.Deliver, "U1");
        await ann.Say("start backend for Jane Doe");
        await ann.Card("Jane Doe");
        Assert.DoesNotContain(slack.Calls.Skip(calls), c => c.Token == Token);
    }

    [Fact]
    public async Task Installed_again_it_goes_on_and_an_old_farewell_changes_nothing()
    {
        await Install();
        var sue = Sue();
        await sue.Say("start backend for Mia Moe");
        await sue.Card("Mia Moe");
        var farewell = sue.Event(new JsonObject { ["type"] = "app_uninstalled" });
        await bot.Deliver("events_api", farewell);
        slack.Tokens.TryRemove(Token, out _);
        await Install("xoxb-newer");
        // Another farewell, from before, comes late.
        farewell["event_id"] = "EvLate";
        farewell["event_time"] = clock.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds();
        Assert.Equal((200, ""), await bot.Deliver("events_api", farewell));
        await sue.Press(await sue.Card("Mia Moe"), "Begin");
        await sue.Card("Please tell me");
    }

    [Fact]
    public async Task A_token_of_somebody_else_that_was_revoked_is_none_of_ours()
    {
        await Install();
        var sue = Sue();
        var revoked = new JsonObject
        {
            ["type"] = "tokens_revoked",
            ["tokens"] = new JsonObject { ["oauth"] = new JsonArray("U7"), ["bot"] = new JsonArray("UOTHER") },
        };
        await bot.Deliver("events_api", sue.Event(revoked));
        await sue.Say("start backend for Mia Moe");
        await sue.Card("Mia Moe");
    }

    [Fact]
    public async Task An_organisation_is_installed_once_for_all_its_workspaces()
    {
        foreach (var (user, team) in new[] { ("U8", "T8"), ("U9", "T9") })
        {
            slack.Users[user] = (user, "en-GB", "Europe/London");
            slack.Homes[user] = team;
            slack.Enterprises[team] = "E1";
        }
        slack.Homes["C8"] = "T8";
        slack.Channels["C8"] = new JsonObject { ["id"] = "C8", ["name"] = "eighth" };
        Assert.Equal(
            HttpStatusCode.OK,
            (await Install("xoxb-org", new Installed("T8", "E1", true, "UBOTE"))).StatusCode
        );
        foreach (var (user, team, name) in new[] { ("U8", "T8", "Mia Moe"), ("U9", "T9", "Tom Toe") })
        {
            var one = new Person(slack, bot.Deliver, user, team, across: "E1");
            await one.Command("", "C8");
            await one.Opened("Start interview");
            await one.Command($"start backend for {name}", team == "T8" ? "C8" : LoopbackSlack.DirectOf(user));
            await one.Press(await one.Card(name), "Begin");
            await one.Say("knows the trade");
            await one.Card("knows the trade");
        }
        Assert.Equal(2, await bot.Interviews("slack:E1"));
        Assert.DoesNotContain(slack.Calls, c => c.Error is "channel_not_found" or "invalid_auth");
    }

    [Fact]
    public async Task A_state_is_good_once_in_its_own_browser_and_for_ten_minutes()
    {
        using var browser = Browser(out _);
        var (state, cookie) = await Begin(browser);
        var code = slack.Consent(Token, Second);
        Assert.Equal(400, await Finish(browser, code, state, null));
        var (_, another) = await Begin(browser);
        Assert.Equal(400, await Finish(browser, code, state, another));
        Assert.Equal(400, await Finish(browser, code, "made-up", cookie));
        Assert.Equal(400, await Finish(browser, code, null, cookie));
        Assert.Equal(200, await Finish(browser, code, state, cookie));
        var second = slack.Consent(Token, Second);
        Assert.Equal(400, await Finish(browser, second, state, cookie));
        var (late, lateCookie) = await Begin(browser);
        clock.Advance(TimeSpan.FromMinutes(10.1));
        Assert.Equal(400, await Finish(browser, second, late, lateCookie));
        Assert.Single(slack.Calls, c => c.Method == "oauth.v2.access");
    }

    [Fact]
    public async Task What_Slack_does_not_confirm_is_not_installed()
    {
        using var browser = Browser(out _);
        var (state, cookie) = await Begin(browser);
        Assert.Equal(400, await Finish(browser, null, state, cookie));
        (state, cookie) = await Begin(browser);
        Assert.Equal(502, await Finish(browser, "no-code", state, cookie));
        (state, cookie) = await Begin(browser);
        var code = slack.Consent(Token, Second);
        slack.Tokens.TryRemove(Token, out var whose);
        slack.Tokens[Token] = whose! with { Team = "T3" };
        slack.FailTimes("auth.test", 3, 500);
        Assert.Equal(502, await Finish(browser, code, state, cookie));
        var calls = slack.Calls.Count;
        var sue = Sue();
        Assert.Equal(
            (200, ""),
            await bot.Deliver("events_api", sue.Event(sue.Said(slack.Type("U7", "start backend for Mia Moe"))))
        );
        await bot.Settled();
        Assert.Equal(calls, slack.Calls.Count);
    }

    [Fact]
    public async Task The_consent_page_is_asked_for_what_the_manifest_asks_for_and_names_are_no_markup()
    {
        using var browser = Browser(out _);
        using var begin = await browser.GetAsync(new Uri("/slack/install", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, begin.StatusCode);
        var to = begin.Headers.Location!;
        Assert.Equal("/oauth/v2/authorize", to.AbsolutePath);
        var query = QueryHelpers.ParseQuery(to.Query);
        Assert.Equal(LoopbackSlack.ClientId, query["client_id"]);
        Assert.Equal(string.Join(',', InstallEndpoint.Scopes), query["scope"]);
        Assert.Equal("https://bot.example/slack/oauth", query["redirect_uri"]);
        var cookie = begin.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        using var done = await Install();
        var page = await done.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("T2", page, StringComparison.Ordinal);
        Assert.Equal("no-store", done.Headers.CacheControl!.ToString());
        Assert.Equal(
            "https://bot.example/slack/oauth",
            slack.Calls.Single(c => c.Method == "oauth.v2.access").Body.GetProperty("redirect_uri").GetString()
        );
    }

    [Fact]
    public async Task Without_a_client_nothing_can_be_installed()
    {
        await using var single = await Bot.Start(slack, Bot.NewFolder());
        using var response = await single.Client.GetAsync(new Uri("/slack/install", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static Installed Second => new("T2", null, false, "UBOT2");

    private Person Sue() => new(slack, bot.Deliver, "U7", "T2");

    private Task<Bot> Start() =>
        Bot.Start(
            slack,
            folder,
            configure: settings =>
            {
                settings["Slack:ClientId"] = LoopbackSlack.ClientId;
                settings["Slack:ClientSecret"] = LoopbackSlack.ClientSecret;
                settings["Slack:RedirectUrl"] = "https://bot.example/slack/oauth";
            },
            services: s =>
                s.AddSingleton(p => new InstallState(
                    p.GetRequiredService<InterviewBot.Interviews.Seams.IAddressBook>(),
                    p.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>(),
                    clock
                ))
        );

    private async Task<HttpResponseMessage> Install(string token = Token, Installed? installed = null)
    {
        using var browser = Browser(out _);
        var (state, cookie) = await Begin(browser);
        return await Back(browser, slack.Consent(token, installed ?? Second), state, cookie);
    }

    private HttpClient Browser(out SocketsHttpHandler handler)
    {
        handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        return new HttpClient(handler) { BaseAddress = bot.Client.BaseAddress };
    }

    private static async Task<(string State, string Cookie)> Begin(HttpClient browser)
    {
        using var begin = await browser.GetAsync(new Uri("/slack/install", UriKind.Relative));
        return (
            QueryHelpers.ParseQuery(begin.Headers.Location!.Query)["state"].ToString(),
            begin.Headers.GetValues("Set-Cookie").Single().Split(';')[0]
        );
    }

    private static async Task<int> Finish(HttpClient browser, string? code, string? state, string? cookie)
    {
        using var response = await Back(browser, code, state, cookie);
        return (int)response.StatusCode;
    }

    private static async Task<HttpResponseMessage> Back(HttpClient browser, string? code, string? state, string? cookie)
    {
        var query = new Dictionary<string, string?> { ["code"] = code, ["state"] = state };
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            QueryHelpers.AddQueryString("/slack/oauth", query.Where(q => q.Value is not null))
        );
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return await browser.SendAsync(request);
    }
}
