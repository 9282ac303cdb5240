using System.Net;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Teams.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>Values as strings, texts that are null, ids that somebody made up.</summary>
public sealed class OddAndForged : IAsyncLifetime
{
    private BotHost _bot = null!;
    private Ana _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start();
        _ana = new Ana(_bot);
        _bot.Platform.Conversations[Ana.Chat] = true;
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData("hi")]
    [InlineData("Hello")]
    [InlineData("你好！")]
    [InlineData("help")]
    [InlineData("Start")]
    [InlineData("status")]
    [InlineData("list")]
    [InlineData("card")]
    [InlineData("switch")]
    [InlineData("history")]
    [InlineData("hide")]
    [InlineData("show")]
    [InlineData("帮助")]
    [InlineData("anything at all")]
    public async Task Each_first_word_is_answered_once(string text)
    {
        await _ana.Types(text);
        Assert.Single(_bot.Platform.In(Ana.Chat));
    }

    [Theory]
    [InlineData("message", HttpStatusCode.Accepted)]
    [InlineData("messageReaction", HttpStatusCode.OK)]
    [InlineData("typing", HttpStatusCode.OK)]
    [InlineData("event", HttpStatusCode.OK)]
    [InlineData("somethingNew", HttpStatusCode.OK)]
    [InlineData("messageUpdate", HttpStatusCode.Accepted)]
    [InlineData("messageDelete", HttpStatusCode.Accepted)]
    public async Task Each_kind_without_text_gets_a_status_and_changes_nothing(string type, HttpStatusCode expected)
    {
        var activity = _ana.Activity(type);
        activity["text"] = null;
        activity["channelData"] = null;
        activity["entities"] = "none";
        activity["attachments"] = new JsonObject();
        activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" });
        Assert.Equal(expected, (await _bot.Send(activity)).Status);
        await _bot.Settle();
        Assert.InRange(_bot.Platform.In(Ana.Chat).Count, 0, 1);
    }

    [Fact]
    public async Task An_unknown_invoke_is_501()
    {
        var invoke = _ana.Activity("invoke");
        invoke["name"] = "composeExtension/query";
        Assert.Equal(HttpStatusCode.NotImplemented, (await _bot.Send(invoke)).Status);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    [InlineData("""{"action":"x"}""")]
    [InlineData("""{"action":{"data":"x"}}""")]
    [InlineData("""{"action":{"data":{"p":7}}}""")]
    [InlineData("""{"action":{"data":{"p":"7"}}}""")]
    [InlineData("""{"action":{"data":{"p":"x/next/1/"}}}""")]
    [InlineData("""{"action":{"data":{"p":"7/next/-1/"}}}""")]
    [InlineData("""{"action":{"data":{"p":"7/next/99999999999999999999/"}}}""")]
    [InlineData("""{"action":{"data":{"p":"7/comment//","t":"p"}}}""")]
    [InlineData("""{"action":{"data":{"form":"start"}}}""")]
    [InlineData("""{"action":{"data":{"form":"start","f":"x","in-guide":["a"]}}}""")]
    public async Task A_press_that_is_none_of_ours_gets_a_card_that_says_so(string value)
    {
        var invoke = _ana.Activity("invoke");
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = JsonNode.Parse(value);
        var (status, body) = await _bot.Send(invoke);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)body!["type"]);
        Assert.Contains("not come from a card of mine", body.ToJsonString());
        await _bot.Settle();
        Assert.Empty(_bot.Platform.In(Ana.Chat));
    }

    [Fact]
    public async Task A_start_with_a_channel_that_was_made_up_starts_nothing()
    {
        const string Forged =
            """{"action":{"data":{"form":"start","f":"x","in-guide":"backend","in-channel":"19:other@thread.tacv2"}}}""";
        var invoke = _ana.Activity("invoke");
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = JsonNode.Parse(Forged);
        var (status, body) = await _bot.Send(invoke);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)body!["type"]);
        Assert.Contains("I am not in that channel", body.ToJsonString());
        await _bot.Settle();
        Assert.Empty(_bot.Platform.In(Ana.Chat));
    }

    [Theory]
    [InlineData("next")]
    [InlineData("no-such-verb")]
    [InlineData("start-form")]
    public async Task A_press_of_an_interview_that_nobody_has_gets_a_card(string verb)
    {
        var (status, body) = await _bot.Send(
            _ana.Invoke(verb, new JsonObject { ["p"] = $"1234567890/{verb}/1/x" }, "1")
        );
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(CardRules.Problems((JsonObject)body!["value"]!));
    }

    [Fact]
    public async Task A_channel_that_was_made_up_holds_no_board()
    {
        await _ana.Types("start backend for Lin");
        var stream = (
            (string)CardRules.All(_ana.Card.Card).First(a => (string?)a["verb"] == "begin")["data"]!["p"]!
        ).Split('/')[0];
        foreach (
            var (argument, channel) in new[]
            {
                ($"teams:{BotHost.Tenant}", "19:other@thread.tacv2"),
                ($"teams:{BotHost.Tenant}", "with=rita-object"),
                ("teams:tenant-2", TeamsPlatform.Hiring),
                ("slack:T1", "C1"),
                ("web:local", "hiring"),
            }
        )
        {
            var data = new JsonObject { ["p"] = $"{stream}/channel//{argument}", ["c"] = channel };
            await _bot.Send(_ana.Invoke("channel", data, _ana.Card.Id));
            data = new JsonObject
            {
                ["p"] = $"{stream}/channel//{argument}",
                ["t"] = "in-1",
                ["in-1"] = channel,
            };
            await _bot.Send(_ana.Invoke("channel", data, _ana.Card.Id));
        }
        await _ana.Presses("Begin");
        Assert.Empty(_bot.Platform.In(TeamsPlatform.Hiring));
        Assert.Empty(_bot.Platform.In("a:rita"));
    }

    [Fact]
    public async Task Values_come_as_strings_and_as_what_they_are()
    {
        await _ana.Types("Hello");
        var form = _ana.Card;
        var data = (JsonObject)
            CardRules.All(form.Card).First(a => (string?)a["verb"] == "start-form")["data"]!.DeepClone();
        data["in-guide"] = "backend";
        data["in-candidate"] = null;
        data["in-minutes"] = 45;
        await _bot.Send(_ana.Invoke("start-form", data, form.Id));
        await _bot.Settle();
        Assert.Contains("45 min", _ana.Card.All);
    }

    [Fact]
    public async Task The_mention_of_the_bot_is_taken_out_and_others_are_named()
    {
        await _ana.Types("start backend for Lin");
        await _ana.Presses("Begin");
        var message = _ana.Activity("message");
        message["text"] = "<at>InterviewBot</at> asked <at>Ann</at> and <at id=\"1\">Ann Two</at> about <b>tags</b>";
        message["entities"] = new JsonArray(
            Mention("<at>InterviewBot</at>", $"28:{BotHost.AppId}"),
            Mention("<at>Ann</at>", "29:ann")
        );
        await _bot.Send(message);
        await _bot.Settle();
        Assert.Contains("asked Ann and Ann Two about <b>tags</b>", _ana.Card.All);
    }

    [Fact]
    public async Task The_outcome_nobody_knows_gets_a_card_too()
    {
        await _ana.Types("start backend for Lin");
        var card = _ana.Card;
        var begin = CardRules.All(card.Card).First(a => (string?)a["verb"] == "begin");
        _bot.Shelf.Fails = true;
        var (status, body) = await _bot.Send(_ana.Invoke("begin", (JsonObject)begin["data"]!.DeepClone(), card.Id));
        _bot.Shelf.Fails = false;
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)body!["type"]);
        var told = string.Join('\n', CardRules.Texts((JsonObject)body["value"]!));
        Assert.Contains(Sentences.WentWrong("", "en")[..20], told);
        Assert.DoesNotContain("shelf fell", body.ToJsonString());
        // Pressed again, it acts.
        await _ana.Presses(card, "Begin");
        Assert.Contains("newest project", _ana.Card.All);
    }

    [Theory]
    [InlineData("adaptiveCard/action", "en-US", "Something went wrong")]
    [InlineData("task/fetch", "zh-CN", "我这边出错了")]
    public async Task So_does_who_presses_while_the_store_is_out_of_reach(string name, string locale, string told)
    {
        var invoke = _ana.Activity("invoke");
        (invoke["name"], invoke["locale"]) = (name, locale);
        // Nobody seen before: she has to be looked up.
        invoke["from"] = new JsonObject { ["id"] = "29:new", ["aadObjectId"] = "new-object" };
        _bot.Services.GetRequiredService<Book>().Fails = true;
        var (status, body) = await _bot.Send(invoke);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(told, Unescaped(body!));
        Assert.DoesNotContain("disk", body!.ToJsonString());
        // A line is not acknowledged, so Teams sends it again.
        var line = _ana.Activity("message");
        (line["text"], line["from"]) = ("a note", invoke["from"]!.DeepClone());
        Assert.Equal(HttpStatusCode.InternalServerError, (await _bot.Send(line)).Status);
        _bot.Services.GetRequiredService<Book>().Fails = false;
    }

    private static string Unescaped(JsonObject body) =>
        string.Join('\n', CardRules.Texts(body).Append((string?)body["task"]?["value"] ?? ""));

    private static JsonObject Mention(string text, string id) =>
        new()
        {
            ["type"] = "mention",
            ["text"] = text,
            ["mentioned"] = new JsonObject { ["id"] = id },
        };
}
