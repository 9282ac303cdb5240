using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using InterviewBot.Slack.Signing;
using InterviewBot.Slack.Tests.Loopback;

namespace InterviewBot.Slack.Tests.Receiving;

/// <summary>A clear status, no stack trace, nothing changed, counted.</summary>
public sealed class BadInput : IAsyncLifetime
{
    private const string Json = "application/json";
    private const string FormType = "application/x-www-form-urlencoded";
    private LoopbackSlack slack = null!;
    private Bot bot = null!;

    public async ValueTask InitializeAsync()
    {
        slack = await LoopbackSlack.Start();
        bot = await Bot.Start(slack, Bot.NewFolder());
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Theory]
    [InlineData("/slack/events")]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactivity")]
    public async Task The_challenge_is_answered_wherever_it_comes(string path)
    {
        using var response = await bot.Request(
            "{\"type\":\"url_verification\",\"challenge\":\"abc\"}",
            "application/json; charset=utf-8",
            path
        );
        Assert.Equal("{\"challenge\":\"abc\"}", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("not json", Json, 400)]
    [InlineData("{\"type\":", Json, 400)]
    [InlineData("[]", Json, 400)]
    [InlineData("7", Json, 400)]
    [InlineData("{}", Json, 400)]
    [InlineData("{\"type\":\"surprise\"}", Json, 400)]
    [InlineData("{\"type\":\"event_callback\"}", Json, 400)]
    [InlineData("{\"type\":\"event_callback\",\"event\":7}", Json, 200)]
    [InlineData(
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"channel_type\":\"im\",\"channel\":\"D1\"}}",
        Json,
        400
    )]
    [InlineData("{\"type\":\"event_callback\",\"event\":{\"type\":\"invented\"}}", Json, 200)]
    [InlineData("{\"type\":\"app_rate_limited\",\"team_id\":\"T1\",\"minute_rate_limited\":1518467820}", Json, 200)]
    [InlineData("payload=", FormType, 400)]
    [InlineData("payload=%7B", FormType, 400)]
    [InlineData("payload=%7B%7D&payload=%7B%7D", FormType, 400)]
    [InlineData("payload=%7B%22type%22%3A%22surprise%22%7D", FormType, 400)]
    [InlineData("payload=%7B%22type%22%3A%22block_actions%22%7D", FormType, 400)]
    [InlineData("command=%2Finterview", FormType, 400)]
    [InlineData("command=a&command=b", FormType, 400)]
    [InlineData("ssl_check=1&payload=%7B%22type%22%3A%22block_actions%22%7D", FormType, 200)]
    [InlineData("hello", FormType, 400)]
    [InlineData("%ff%fe=%", FormType, 400)]
    [InlineData("{}", "text/plain", 415)]
    public async Task Has_a_clear_status(string body, string type, int status)
    {
        using var response = await bot.Request(body, type);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        Assert.Empty(slack.Messages);
    }

    [Fact]
    public async Task A_body_above_one_mebibyte_is_not_read()
    {
        using var response = await bot.Request(new string('x', (1 << 20) + 1), Json);
        Assert.Equal(413, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_wrong_signature_is_turned_away_without_a_hint_and_counted()
    {
        using var counted = new Refusals("signature");
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        const string body = "{\"type\":\"url_verification\",\"challenge\":\"x\"}";
        HttpResponseMessage[] refused =
        [
            await bot.Request(body, Json, secret: "another"),
            await bot.Request(body, Json, at: now - 301),
            await bot.Request(body, Json, at: now + 3_000),
            await bot.Request(body, Json, change: r => r.Headers.Remove(RequestSignature.SignatureHeader)),
            await bot.Request(body, Json, change: r => r.Headers.Add(RequestSignature.TimestampHeader, $"{now}")),
        ];
        foreach (var response in refused)
        {
            Assert.Equal(401, (int)response.StatusCode);
            Assert.Equal("", await response.Content.ReadAsStringAsync());
            response.Dispose();
        }
        Assert.True(counted.Count >= refused.Length);
    }

    [Fact]
    public async Task A_forged_press_on_somebody_elses_interview_changes_nothing()
    {
        var ann = new Person(slack, bot.Deliver, "U1");
        var rae = new Person(slack, bot.Deliver, "U3");
        await ann.Say("start backend for Jane Doe");
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        var card = await ann.Card("Please tell me");
        var forged = rae.PressOf(card, "Next");
        using (var refused = new Refusals("NotYours", "interviewbot.reception.refused"))
        {
            Assert.Equal((200, ""), await bot.Deliver("interactive", forged));
            Assert.True(refused.Count >= 1);
        }
        await rae.Call("chat.postEphemeral", c => c.Body.GetProperty("user").GetString() == "U3");
        // What would open the card for somebody else opens nothing.
        var stream = card.Json.Split("\"value\":\"")[1].Split(':')[0];
        using var counted = new Refusals("no-such-card");
        foreach (var kind in new[] { "all", "form", "list" })
        {
            var open = rae.PressOf(card, "Next");
            open["actions"]![0]!["action_id"] = kind;
            open["actions"]![0]!["value"] = $"{stream}/prompt/jump";
            open["channel"] = new JsonObject { ["id"] = "D3" };
            open["container"]!["channel_id"] = "D3";
            Assert.Equal((200, ""), await bot.Deliver("interactive", open));
        }
        await bot.Settled();
        Assert.Empty(slack.Views);
        Assert.True(counted.Count >= 3);
        await ann.Press(await ann.Card("Please tell me"), "Next");
        await ann.Card("How did you use Redis?");
    }

    [Fact]
    public async Task A_stream_asked_for_as_what_it_is_not_and_another_persons_id_open_nothing()
    {
        var ann = new Person(slack, bot.Deliver, "U1");
        var rae = new Person(slack, bot.Deliver, "U3");
        await ann.Say("start backend for Jane Doe");
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        var card = await ann.Card("Please tell me");
        var stream = card.Json.Split("\"value\":\"")[1].Split(':')[0];
        foreach (
            var (kind, value, where) in new[]
            {
                ("all0", $"{stream}/board", "C1"),
                ("list0", $"{stream}/recruiter:0/jump", "D3"),
                ("all0", $"{stream}/prompt", "U1"),
            }
        )
        {
            var open = rae.PressOf(card, "Next");
            open["actions"]![0]!["action_id"] = kind;
            open["actions"]![0]!["value"] = value;
            open["channel"] = new JsonObject { ["id"] = where };
            open["container"]!["channel_id"] = where;
            Assert.Equal((200, ""), await bot.Deliver("interactive", open));
        }
        await bot.Settled();
        Assert.Empty(slack.Views);
    }

    [Fact]
    public async Task Somebody_from_another_workspace_starts_nothing_by_shortcut_or_form()
    {
        var eve = new Person(slack, bot.Deliver, "U3");
        var shortcut = new JsonObject
        {
            ["type"] = "shortcut",
            ["callback_id"] = "start_interview",
            ["user"] = new JsonObject { ["id"] = "U3", ["team_id"] = "TELSE" },
            ["team"] = new JsonObject { ["id"] = LoopbackSlack.Team },
            ["trigger_id"] = slack.NewTrigger(),
        };
        Assert.Equal((200, ""), await bot.Deliver("interactive", shortcut));
        await eve.Call(
            "chat.postEphemeral",
            c => c.Body.GetRawText().Contains("Only people of", StringComparison.Ordinal)
        );
        Assert.Empty(slack.Views);
        await eve.Command("start");
        var form = await eve.Opened("Start interview");
        var sent = eve.Submission(form, ("guide", Person.Chosen("vbackend")));
        sent["user"]!["team_id"] = "TELSE";
        Assert.Equal((200, ""), await bot.Deliver("interactive", sent));
        Assert.Equal(0, await bot.Interviews());
    }

    [Fact]
    public async Task A_colleague_of_another_workspace_of_the_organisation_may_send_the_form()
    {
        slack.Tokens[LoopbackSlack.BotToken] = new(LoopbackSlack.Team, "E1", false, LoopbackSlack.BotUser);
        slack.Enterprises[LoopbackSlack.Team] = "E1";
        var ann = new Person(slack, bot.Deliver, "U1");
        await ann.Command("start");
        var sent = ann.Submission(await ann.Opened("Start interview"), ("guide", Person.Chosen("vbackend")));
        sent["user"]!["team_id"] = "T2";
        sent["team"]!["id"] = "T2";
        sent["view"]!["app_installed_team_id"] = LoopbackSlack.Team;
        Assert.Equal((200, ""), await bot.Deliver("interactive", sent));
        await ann.Card("candidate not named yet"); // the form is answered before the interview starts
        Assert.Equal(1, await bot.Interviews());
    }

    [Theory]
    [InlineData("text", "half \\ud83d a pair")]
    [InlineData("text", "\\udc00\\ud83d turned about")]
    [InlineData("client_msg_id", "\\ud800")]
    [InlineData("\\ud800", "a key")]
    public async Task Half_a_surrogate_is_read_as_a_sign_that_stands_for_it(string member, string value)
    {
        var ann = new Person(slack, bot.Deliver, "U1");
        await ann.Say("start backend for Jane Doe");
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        await ann.Card("Please tell me");
        var said = ann.Event(ann.Said(slack.Type("U1", "a line of an odd phone"))).ToJsonString();
        var odd =
            member == "text"
                ? said.Replace("a line of an odd phone", value, StringComparison.Ordinal)
                : said.Replace("\"ts\":", $"\"{member}\":\"{value}\",\"ts\":", StringComparison.Ordinal);
        using var response = await bot.Request(odd, Json);
        Assert.Equal(200, (int)response.StatusCode);
        await ann.Card("1 note");
    }

    [Fact]
    public async Task Headers_that_cannot_fit_are_turned_away_before_the_body_is_looked_at()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var tooLong = new string('x', (1 << 20) + 1);
        using var old = await bot.Request(tooLong, Json, at: now - 301);
        Assert.Equal(401, (int)old.StatusCode);
        using var cut = await bot.Request(
            tooLong,
            Json,
            change: r =>
            {
                r.Headers.Remove(RequestSignature.SignatureHeader);
                r.Headers.Add(RequestSignature.SignatureHeader, "v0=abc");
            }
        );
        Assert.Equal(401, (int)cut.StatusCode);
    }

    [Theory]
    [InlineData("press0", "not a press")]
    [InlineData("press0", "1:2:no-such-verb:")]
    [InlineData("press0", "99999999999999999999:1:next:")]
    [InlineData("press0", "1:1:#0123456789abcdef")]
    [InlineData("all", "1/prompt")]
    [InlineData("list", "x/y/z")]
    [InlineData("field0|1::recommend:", "x")]
    [InlineData("invented", "x")]
    public async Task An_unknown_press_is_answered_and_changes_nothing(string action, string value)
    {
        var rae = new Person(slack, bot.Deliver, "U3");
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["user"] = new JsonObject { ["id"] = "U3" },
            ["team"] = new JsonObject { ["id"] = LoopbackSlack.Team },
            ["channel"] = new JsonObject { ["id"] = "D3" },
            ["trigger_id"] = slack.NewTrigger(),
            ["actions"] = new JsonArray(
                new JsonObject
                {
                    ["action_id"] = action,
                    ["value"] = value,
                    ["action_ts"] = slack.NextTs(),
                }
            ),
        };
        Assert.Equal((200, ""), await bot.Deliver("interactive", payload));
        await rae.Call("chat.postEphemeral", c => c.Body.GetProperty("user").GetString() == "U3");
        Assert.Empty(slack.Messages);
    }

    [Fact]
    public async Task Another_workspace_is_not_served()
    {
        var ann = new Person(slack, bot.Deliver, "U1", "T2");
        var said = ann.Event(ann.Said(slack.Type("U1", "start backend for Jane Doe")));
        Assert.Equal((200, ""), await bot.Deliver("events_api", said));
        await bot.Settled();
        Assert.Equal(0, await bot.Interviews());
        Assert.DoesNotContain(slack.Messages, m => m.IsBot);
    }

    [Fact]
    public async Task Copies_of_a_delivery_in_flight_at_once_count_once()
    {
        var ann = new Person(slack, bot.Deliver, "U1");
        var start = ann.Event(ann.Said(slack.Type("U1", "start backend for Jane Doe")));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bot.Deliver("events_api", start)));
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        var next = ann.PressOf(await ann.Card("Please tell me"), "Next");
        using var copies = new Refusals("copy");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bot.Deliver("interactive", next)));
        Assert.All(answers, a => Assert.Equal((200, ""), a));
        Assert.True(copies.Count >= 7);
        await ann.Card("How did you use Redis?");
        var note = ann.Event(ann.Said(slack.Type("U1", "one note only")));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bot.Deliver("events_api", note)));
        // The same line as another event, as app_mention and message are.
        note["event_id"] = "EvOther";
        await bot.Deliver("events_api", note);
        await ann.Card("1 note");
        Assert.Single(slack.Messages, m => m.IsBot && m.Channel == "D1");
        Assert.DoesNotContain(slack.Calls, c => c.Method == "chat.postEphemeral");
    }

    /// <summary>Counts refusals of one kind; tests that run beside this one may add to it.</summary>
    private sealed class Refusals : IDisposable
    {
        private readonly MeterListener listener = new();
        private long count;

        public Refusals(string why, string counter = "interviewbot.slack.refused")
        {
            listener.InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Name == counter)
                    l.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>(
                (_, more, tags, _) =>
                {
                    foreach (var tag in tags)
                    {
                        if (tag.Value as string == why)
                            Interlocked.Add(ref count, more);
                    }
                }
            );
            listener.Start();
        }

        public long Count => Interlocked.Read(ref count);

        public void Dispose() => listener.Dispose();
    }

    [Fact]
    public async Task Our_own_messages_are_no_lines()
    {
        var ann = new Person(slack, bot.Deliver, "U1");
        var own = ann.Said(slack.Type("U1", "start backend for Jane Doe"));
        own["bot_id"] = "BBOT";
        Assert.Equal((200, ""), await bot.Deliver("events_api", ann.Event(own)));
        var joined = ann.Said(slack.Type("U1", "start backend for Jane Doe"));
        joined["subtype"] = "channel_join";
        Assert.Equal((200, ""), await bot.Deliver("events_api", ann.Event(joined)));
        await bot.Settled();
        Assert.Equal(0, await bot.Interviews());
        Assert.DoesNotContain(slack.Messages, m => m.IsBot);
    }
}
