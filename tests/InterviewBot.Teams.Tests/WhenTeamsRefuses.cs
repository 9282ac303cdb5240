using System.Net;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Teams.Calling;
using InterviewBot.Teams.Tests.Kit;
using Microsoft.Extensions.Options;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>What the Connector answers, and what becomes of the cards.</summary>
public sealed class WhenTeamsRefuses : IAsyncLifetime
{
    private BotHost _bot = null!;
    private Ana _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start();
        _ana = new Ana(_bot);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private int Cards => _bot.Platform.In(Ana.Chat).Count(m => m.Card is not null);

    [Theory]
    [InlineData(429, """{"error":{"code":"Throttled","message":"slow down"}}""")]
    [InlineData(412, """{"error":{"code":"PreconditionFailed","message":"other operation"}}""")]
    [InlineData(500, "")]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(503, "{}")]
    [InlineData(504, "null")]
    public async Task What_passes_is_tried_again_and_the_card_comes_once(int status, string body)
    {
        _bot.Platform.Faults.Enqueue((status, body, null));
        await _ana.Types("start backend for Lin");
        Assert.Equal(0, Cards);
        await Later(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Cards);
        Assert.Contains("Lin", _ana.Card.All);
    }

    [Fact]
    public async Task Retry_After_is_kept_to_the_letter()
    {
        _bot.Platform.Faults.Enqueue((429, "", "90"));
        await _ana.Types("start backend for Lin");
        await Later(TimeSpan.FromSeconds(80));
        Assert.Equal(0, Cards);
        await Later(TimeSpan.FromSeconds(15));
        Assert.Equal(1, Cards);
    }

    [Fact]
    public async Task A_private_answer_that_was_throttled_comes_a_little_later()
    {
        _bot.Platform.Conversations[Ana.Chat] = true;
        _bot.Platform.Faults.Enqueue((429, "", "3"));
        var help = _ana.Activity("message");
        help["text"] = "help";
        await _bot.Send(help);
        // The answer waits by the bot's clock, which only this test moves.
        await Until.True(() => _bot.Platform.Faults.IsEmpty);
        await Until.True(() =>
        {
            _bot.Clock.Advance(TimeSpan.FromSeconds(1));
            return _bot.Platform.In(Ana.Chat).Count > 0;
        });
        await _bot.Settle();
        Assert.Single(_bot.Platform.In(Ana.Chat));
    }

    [Fact]
    public async Task A_chat_that_is_gone_is_opened_anew()
    {
        await _ana.Types("start backend for Lin");
        _bot.Platform.Conversations.TryRemove(Ana.Chat, out _);
        await _ana.Presses("Begin");
        Assert.True(_bot.Platform.Conversations.ContainsKey(Ana.Chat));
        Assert.Contains("newest project", _ana.Card.All);
    }

    [Fact]
    public async Task A_card_that_was_deleted_is_posted_anew()
    {
        await _ana.Types("start backend for Lin");
        var card = _ana.Card;
        _bot.Platform.Remove(card.Id);
        await _ana.Presses(card, "Begin");
        Assert.NotEqual(card.Id, _ana.Card.Id);
        Assert.Contains("newest project", _ana.Card.All);
    }

    [Theory]
    [InlineData("""{"error":{"code":"BotNotInConversationRoster","message":"gone"}}""", "app-not-installed")]
    [InlineData("""{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\"}"}""", "app-not-installed")]
    [InlineData("""{"error":{"code":"ConversationBlockedByUser","message":"x"}}""", "ConversationBlockedByUser")]
    [InlineData("<html>forbidden</html>", "app-not-installed")]
    public async Task A_chat_that_is_closed_waits_and_its_owner_is_told_once_she_speaks(string body, string code)
    {
        await _ana.Types("start backend for Lin");
        _bot.Platform.Faults.Enqueue((403, body, null));
        var card = _ana.Card;
        await _ana.Presses(card, "Begin");
        Assert.DoesNotContain("newest project", _ana.Card.All);
        // Her next word opens the lane again, and the card catches up.
        await _ana.Types("a note");
        Assert.Contains("newest project", _ana.Card.All);
        Assert.Contains(_bot.Platform.In(Ana.Chat), m => m.All.Contains(Sentences.ChatTrouble(code, "en")));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_no_token_goes_astray(int status)
    {
        _bot.Platform.Faults.Enqueue((status, "", null));
        await _ana.Types("start backend for Lin");
        await Later(TimeSpan.FromMinutes(2));
        Assert.Empty(_bot.Platform.Astray);
    }

    [Fact]
    public async Task A_card_that_is_too_big_for_Teams_stops_nothing_else()
    {
        await _ana.Types("start backend for Lin");
        _bot.Platform.Faults.Enqueue((413, """{"error":{"code":"MessageSizeTooBig"}}""", null));
        await _ana.Presses("Begin");
        await _ana.Types("a note");
        Assert.Contains("newest project", _ana.Card.All);
    }

    [Theory]
    [InlineData(400, "BadArgument")]
    [InlineData(413, "MessageSizeTooBig")]
    public async Task A_card_whose_pictures_it_does_not_take_comes_with_its_tables(int status, string code)
    {
        await _ana.Mentions("start backend for Lin");
        foreach (var press in (string[])["Begin", "Next", "Next", "No", "Next"])
            await _ana.Presses(TitleBeginning(press));
        await _ana.Presses("Finish");
        foreach (var press in (string[])["End", "yes", "Preview"])
            await _ana.Presses(TitleBeginning(press));
        // The first card with a picture in it, and no other.
        _bot.Platform.Refuses = body =>
            body.Contains("\"Image\"", StringComparison.Ordinal)
                ? (status, $$$"""{"error":{"code":"{{{code}}}","message":"no"}}""")
                : null;
        // So many messages at once are paced by the bot's clock, which only this test moves.
        var sending = _ana.Presses(TitleBeginning("Send"));
        await Until.True(() =>
        {
            // Ten times as fast as real time and no faster: the first picture of a process takes a second, and a lease ends after sixty.
            _bot.Clock.Advance(TimeSpan.FromMilliseconds(100));
            // Board, summary and the course: the press may be answered before the last of them is due.
            return sending.IsCompleted && _bot.Platform.In(TeamsPlatform.Hiring).Count == 3;
        });
        await sending;
        var course = _bot.Platform.In(TeamsPlatform.Hiring)[^1];
        Assert.Contains(CardRules.All(course.Card), e => (string?)e["type"] == "Table");
        Assert.DoesNotContain(CardRules.All(course.Card), e => (string?)e["type"] == "Image");
        Assert.Contains("What does **Redis** keep?", CardRules.Texts(course.Card!));
    }

    private string TitleBeginning(string words) =>
        CardRules
            .All(_ana.Card.Card)
            .Where(a => (string?)a["type"] == "Action.Execute")
            .Select(a => (string)a["title"]!)
            .First(t => t.StartsWith(words, StringComparison.Ordinal));

    [Fact]
    public async Task A_stale_token_is_renewed_once()
    {
        _bot.Token.StartsStale = true;
        await _ana.Types("start backend for Lin");
        Assert.Equal(1, Cards);
    }

    [Fact]
    public async Task Cards_for_an_address_that_is_none_of_Teams_are_not_sent()
    {
        // A stored reference that somebody changed: the check stands where the token is attached.
        _bot.Platform.Conversations["a:eve"] = true;
        var message = _ana.Activity("message", "a:eve");
        const string Evil = "https://evil.trafficmanager.net/emea/";
        message["from"]!["aadObjectId"] = "eve-object";
        message["serviceUrl"] = Evil;
        message["text"] = "start backend for Lin";
        var (status, _) = await _bot.Send(
            message,
            $"Bearer {_bot.Signer.Token(_bot.Clock.GetUtcNow(), serviceUrl: Evil)}"
        );
        Assert.Equal(HttpStatusCode.Accepted, status);
        await _bot.Settle();
        Assert.Empty(_bot.Platform.In("a:eve"));
        Assert.Empty(_bot.Platform.Astray);
        Assert.Equal(0, _bot.Token.Asked);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/v3/x", true)]
    [InlineData("https://SMBA.trafficmanager.net/v3/x", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams/v3/x", true)]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams/v3/x", true)]
    [InlineData("https://smba.infra.dod.teams.microsoft.us/teams/v3/x", true)]
    [InlineData("https://canary.botapi.skype.com/amer/v3/x", true)]
    [InlineData("https://pilot1.botapi.skype.com/amer/v3/x", false)]
    [InlineData("https://evil.trafficmanager.net/v3/x", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/v3/x", false)]
    [InlineData("https://evil.example/smba.trafficmanager.net", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/v3/x", false)]
    [InlineData("https://user@smba.trafficmanager.net/v3/x", false)]
    [InlineData("https://smba.trafficmanager.net:8443/v3/x", false)]
    [InlineData("http://smba.trafficmanager.net/v3/x", false)]
    [InlineData("https://127.0.0.1/v3/x", false)]
    [InlineData("https://localhost/v3/x", false)]
    public void The_token_goes_to_exact_names_only(string address, bool allowed)
    {
        var options = new TeamsOptions { AppId = "a" };
        options.ServiceHosts.Add("canary.botapi.skype.com");
        Assert.Equal(allowed, new TrustedHosts(Options.Create(options)).Allows(new Uri(address)));
    }

    [Fact]
    public async Task Ids_are_escaped_and_cannot_leave_their_place_in_the_path()
    {
        const string Odd = "a:b/../../x?y#z%2F 林";
        _bot.Platform.Conversations[Odd] = true;
        var message = _ana.Activity("message", Odd);
        message["text"] = "help";
        await _bot.Send(message);
        await _bot.Settle();
        Assert.Single(_bot.Platform.In(Odd));
    }

    [Fact]
    public async Task Nothing_the_platform_says_in_an_error_reaches_a_chat()
    {
        await _ana.Types("start backend for Lin");
        _bot.Platform.Faults.Enqueue((403, """{"error":{"code":"Secret <b>x</b>","message":"inner words"}}""", null));
        await _ana.Presses("Begin");
        await _ana.Types("a note");
        Assert.DoesNotContain(_bot.Platform.In(Ana.Chat), m => m.All.Contains("inner words") || m.All.Contains("<b>"));
    }

    private async Task Later(TimeSpan wait)
    {
        _bot.Clock.Advance(wait);
        await _bot.Settle();
    }
}
