using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InterviewBot.Teams.Tests.Kit;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>The plan and the scorecard as task modules; the card's own buttons do the same where there are none.</summary>
public sealed class DialogsOfACard : IAsyncLifetime
{
    private BotHost _bot = null!;
    private Ana _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start();
        _ana = new Ana(_bot);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData("en-US", "en")]
    [InlineData("zh-CN", "zh-CN")]
    public async Task The_start_form_looks_as_approved(string locale, string language)
    {
        _bot.Platform.Conversations[Ana.Chat] = true;
        var hello = _ana.Activity("message");
        (hello["text"], hello["locale"]) = ("Hello", locale);
        await _bot.Send(hello);
        await _bot.Settle();
        var card = (JsonObject)_ana.Card.Card!.DeepClone();
        // Made anew for each form, so that one form starts one interview.
        foreach (var data in CardRules.All(card).Where(d => d.ContainsKey("f")))
            data["f"] = "1";
        Approved.Check($"start-form.{language}", card);
    }

    [Fact]
    public async Task The_plan_is_changed_at_once()
    {
        await _ana.Types("start backend for Lin");
        var form = await Opens();
        var inputs = Inputs(form);
        Assert.Contains(inputs, i => (string?)i["type"] == "Input.ChoiceSet");
        var tick = inputs.First(i => ((string?)i["title"])?.Contains("Redis", StringComparison.Ordinal) == true);
        var name = inputs.First(i => (string?)i["type"] == "Input.Text");
        var answer = await Sends(
            form,
            new()
            {
                ["in-minutes"] = "90",
                [(string)tick["id"]!] = "true",
                [(string)name["id"]!] = "Lin Wei",
            }
        );
        Assert.Null(answer);
        Assert.Contains("90 min", _ana.Card.All);
        Assert.Contains("Lin Wei", _ana.Card.All);
        Assert.Contains("Not planned", _ana.Card.All);
        // Sent again, as an impatient finger does: what was left out stays so.
        var before = _ana.Card.All;
        Assert.Null(await Sends(form, new() { [(string)tick["id"]!] = "true" }));
        Assert.Equal(before, _ana.Card.All);
    }

    [Fact]
    public async Task A_client_that_looks_at_the_minutes_itself_sees_the_same_limits()
    {
        var task = await Fetch(new() { ["form"] = "start" });
        var minutes = Inputs((JsonObject)task["card"]!["content"]!).Single(i => (string?)i["id"] == "in-minutes");
        var taken = Enumerable.Range(0, 1000).Where(n => Regex.IsMatch($"{n}", (string)minutes["regex"]!)).ToList();
        Assert.Equal(Enumerable.Range(5, 476), taken);
        Assert.NotNull(minutes["errorMessage"]);
    }

    [Theory]
    [InlineData("4")]
    [InlineData("481")]
    [InlineData("-30")]
    [InlineData("half an hour")]
    public async Task A_start_form_that_was_not_taken_comes_back_as_it_was_filled_in(string minutes)
    {
        _bot.Platform.Conversations[Ana.Chat] = true;
        var form = (JsonObject)(await Fetch(new() { ["form"] = "start" }))["card"]!["content"]!;
        var typed = new Dictionary<string, JsonNode?> { ["in-guide"] = "backend", ["in-candidate"] = "Lin Wei" };
        var answer = await Sends(form, new(typed) { ["in-minutes"] = minutes });
        Assert.Equal("continue", (string?)answer!["task"]!["type"]);
        var again = (JsonObject)answer["task"]!["value"]!["card"]!["content"]!;
        Assert.Contains("from 5 to 480", Plainly(again));
        Assert.Equal("Lin Wei", (string?)Inputs(again).Single(i => (string?)i["id"] == "in-candidate")["value"]);
        Assert.Empty(_bot.Platform.In(Ana.Chat));
        // Mended, it is taken; the dialog closes.
        Assert.Null(await Sends(again, new(typed) { ["in-minutes"] = "45" }));
        Assert.Contains("Lin Wei", _ana.Card.All);
        Assert.Contains("45 min", _ana.Card.All);
    }

    [Fact]
    public async Task So_does_one_that_names_a_channel_the_bot_is_not_in_any_more()
    {
        _bot.Platform.Conversations[Ana.Chat] = true;
        var form = (JsonObject)(await Fetch(new() { ["form"] = "start" }))["card"]!["content"]!;
        var answer = await Sends(
            form,
            new()
            {
                ["in-guide"] = "backend",
                ["in-candidate"] = "Lin Wei",
                ["in-channel"] = "19:gone@thread.tacv2",
            }
        );
        var again = (JsonObject)answer!["task"]!["value"]!["card"]!["content"]!;
        Assert.Contains("I am not in that channel", Plainly(again));
        Assert.Equal("Lin Wei", (string?)Inputs(again).Single(i => (string?)i["id"] == "in-candidate")["value"]);
    }

    [Fact]
    public async Task What_was_typed_beside_the_button_stands_in_the_dialog()
    {
        var task = await Fetch(
            new()
            {
                ["form"] = "start",
                ["in-candidate"] = "Lin",
                ["in-minutes"] = "45",
            }
        );
        var inputs = Inputs((JsonObject)task["card"]!["content"]!);
        Assert.Equal("Lin", (string?)inputs.Single(i => (string?)i["id"] == "in-candidate")["value"]);
        Assert.Equal("45", (string?)inputs.Single(i => (string?)i["id"] == "in-minutes")["value"]);
    }

    [Fact]
    public async Task What_a_scorecard_does_not_take_stays_in_the_dialog_and_the_rest_is_saved()
    {
        await Finished();
        var form = await Opens();
        var inputs = Inputs(form);
        var choices = inputs.Where(i => (string?)i["type"] == "Input.ChoiceSet").ToList();
        var answer = await Sends(
            form,
            new()
            {
                // No client of ours sends it.
                [(string)choices[0]["id"]!] = "perhaps",
                [(string)inputs.First(i => (string?)i["type"] == "Input.Text")["id"]!] = "Solid.",
            }
        );
        Assert.Equal("continue", (string?)answer!["task"]!["type"]);
        var again = (JsonObject)answer["task"]!["value"]!["card"]!["content"]!;
        Assert.Empty(CardRules.Problems(again));
        Assert.Equal("perhaps", (string?)Inputs(again).First()["value"]);
        Assert.Contains("Solid.", Plainly(_ana.Card.Card!));
    }

    [Fact]
    public async Task The_scorecard_is_filled_in_at_once_and_only_what_changed_is_said()
    {
        await Finished();
        var form = await Opens();
        var inputs = Inputs(form);
        var recommendation = inputs.First(i => (string?)i["type"] == "Input.ChoiceSet");
        var comment = inputs.First(i => (string?)i["type"] == "Input.Text");
        var sent = new Dictionary<string, JsonNode?>();
        foreach (var input in inputs)
            sent[(string)input["id"]!] = (string?)input["value"] ?? "";
        sent[(string)recommendation["id"]!] = "Yes";
        sent[(string)comment["id"]!] = "Solid. [x](https://evil.example)";
        Assert.Null(await Sends(form, sent));
        Assert.Contains("Recommendation: yes", Plainly(_ana.Card.Card!));
        Assert.Contains("Solid. [x](https://evil.example)", Plainly(_ana.Card.Card!));
        // Sent again, as an impatient finger does: the same.
        var before = _ana.Card.All;
        Assert.Null(await Sends(form, sent));
        Assert.Equal(before, _ana.Card.All);

        // A rating, and taken back again.
        var rating = inputs.Last(i => (string?)i["type"] == "Input.ChoiceSet");
        Assert.Equal("none", (string?)rating["value"]);
        Assert.Null(await Sends(form, new() { [(string)rating["id"]!] = "3" }));
        Assert.Contains("Opening: 3 good", Plainly(_ana.Card.Card!));
        Assert.Null(await Sends(form, new() { [(string)rating["id"]!] = "none" }));
        Assert.Equal(before, _ana.Card.All);
    }

    [Fact]
    public async Task A_dialog_of_a_card_that_moved_on_says_so()
    {
        await _ana.Types("start backend for Lin");
        var form = await Opens();
        await _ana.Presses("Begin");
        var answer = await Sends(form, new() { ["in-minutes"] = "90" });
        Assert.Equal("message", (string?)answer!["task"]!["type"]);
        Assert.Contains("moved on", answer.ToJsonString());
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    public async Task Nobody_opens_or_fills_in_the_dialog_of_another(string name)
    {
        await _ana.Types("start backend for Secret Name");
        var opener = Opener();
        var invoke = Task(name, (JsonObject)opener["data"]!.DeepClone());
        invoke["from"] = new JsonObject { ["id"] = "29:eve", ["aadObjectId"] = "eve-object" };
        invoke["conversation"]!["id"] = "a:eve";
        var (status, body) = await _bot.Send(invoke);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("message", (string?)body!["task"]!["type"]);
        Assert.DoesNotContain("Secret Name", body.ToJsonString());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"data":{"d":"x"}}""")]
    [InlineData("""{"data":{"d":"123456789"}}""")]
    [InlineData("""{"data":7}""")]
    public async Task A_dialog_that_is_none_of_ours_says_so(string value)
    {
        foreach (var name in new[] { "task/fetch", "task/submit" })
        {
            var invoke = _ana.Activity("invoke");
            invoke["name"] = name;
            invoke["value"] = JsonNode.Parse(value);
            var (status, body) = await _bot.Send(invoke);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal("message", (string?)body!["task"]!["type"]);
        }
    }

    private async Task Finished()
    {
        await _ana.Types("start backend for Lin");
        await _ana.Presses("Begin");
        await _ana.Presses("Next");
        await _ana.Presses("Finish");
        var finish = CardRules.All(_ana.Card.Card).First(a => (string?)a["verb"] == "finish");
        await _ana.Presses((string)finish["title"]!);
    }

    private JsonObject Opener() =>
        CardRules.All(_ana.Card.Card).First(a => (string?)a["data"]?["msteams"]?["type"] == "task/fetch");

    private async Task<JsonObject> Fetch(JsonObject data)
    {
        var (status, body) = await _bot.Send(Task("task/fetch", data));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("continue", (string?)body!["task"]!["type"]);
        var task = (JsonObject)body["task"]!["value"]!;
        Assert.Empty(CardRules.Problems((JsonObject)task["card"]!["content"]!));
        return task;
    }

    private async Task<JsonObject> Opens()
    {
        var task = await Fetch((JsonObject)Opener()["data"]!.DeepClone());
        return (JsonObject)task["card"]!["content"]!;
    }

    private async Task<JsonObject?> Sends(JsonObject form, Dictionary<string, JsonNode?> inputs)
    {
        var data = (JsonObject)form["actions"]![0]!["data"]!.DeepClone();
        foreach (var (id, value) in inputs)
            data[id] = value?.DeepClone();
        var (status, body) = await _bot.Send(Task("task/submit", data));
        Assert.Equal(HttpStatusCode.OK, status);
        await _bot.Settle();
        return body;
    }

    private JsonObject Task(string name, JsonObject data)
    {
        var invoke = _ana.Activity("invoke");
        invoke["name"] = name;
        invoke["value"] = new JsonObject { ["data"] = data };
        return invoke;
    }

    private static List<JsonObject> Inputs(JsonObject card) =>
        [
            .. CardRules
                .All(card)
                .Where(e => ((string?)e["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true),
        ];

    private static string Plainly(JsonObject card) => string.Join('\n', CardRules.Texts(card));
}
