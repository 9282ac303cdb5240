using System.Net;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Teams.Tests.Kit;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>Through the real rooms, from the first word to the summary, before the strict Connector.</summary>
public sealed class WholeInterview : IAsyncLifetime
{
    private BotHost _bot = null!;
    private Ana _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start(new Dictionary<string, string?> { ["Teams:Recruiters:0"] = "rita-object" });
        _ana = new Ana(_bot);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private IReadOnlyList<Held> Hiring => _bot.Platform.In(TeamsPlatform.Hiring);

    private string Shown => _ana.Card.All;

    [Fact]
    public async Task From_a_mention_to_the_summary()
    {
        _bot.Platform.Installed.Add("29:rita");
        await _ana.Mentions("start backend for Lin Wei");
        Assert.Contains("Lin Wei", Shown);
        Assert.Contains("#hiring", Shown);
        Assert.Empty(Hiring);

        var answer = await _ana.Presses("Begin");
        Assert.Contains("newest project", answer.ToJsonString());
        Assert.Contains("newest project", Shown);
        var board = Assert.Single(Hiring);
        Assert.Contains("Lin Wei", board.All);

        await _ana.Types("+ built [the shop](https://evil.example) alone");
        Assert.Contains("built [the shop](https://evil.example) alone", Shown);
        await _ana.Presses("Next");
        // Markdown of the guide is text here.
        Assert.Contains("What does **Redis** keep?", Shown);
        Assert.DoesNotContain("\"TextBlock\"", Shown);
        await _ana.Presses("3 good");
        Assert.Contains("3 good", Shown);
        await _ana.Presses("Next");
        await _ana.Presses(TitleOf("fork", "Yes"));
        Assert.Contains("What is lost?", Shown);
        await _ana.Types("knows the gap");
        await _ana.Presses("Next");
        await _ana.Presses("Next");
        await _ana.Types("finish");
        await _ana.Presses(TitleOf("finish"));
        Assert.Contains("Scorecard", Shown);

        Assert.Contains("Recommendation: yes", (await _ana.Presses("yes")).ToJsonString());
        await _ana.Presses("Save", "Solid.");
        Assert.Contains("Solid.", Shown);
        await _ana.Presses("Preview");
        // Everything is known by now but the scorecard: nobody may see how it went.
        Assert.Single(Hiring);
        Assert.Single(_bot.Platform.In("a:rita"));
        await _ana.Presses(TitleOf("submit"));

        // One card in the chat all along, beside what was said about typed words.
        Assert.Single(
            _bot.Platform.In(Ana.Chat),
            m => m.Card is not null && m.All.Contains("Lin Wei", StringComparison.Ordinal)
        );
        Assert.Equal(3, Hiring.Count);
        Assert.All(Hiring.Skip(1), m => Assert.Equal(board.Id, m.Parent));
        var toRita = _bot.Platform.In("a:rita");
        Assert.Contains("Lin Wei", toRita[0].All);
        foreach (var course in (Held[])[Hiring[2], toRita[1]])
        {
            // Drawn, and the same in words: rated, answered, and no name.
            var picture = CardRules
                .All(course.Card)
                .Single(e => ((string?)e["altText"])?.Contains("Redis (asked 3)", StringComparison.Ordinal) == true);
            Assert.Contains("What does **Redis** keep?", CardRules.Texts(course.Card!));
            Assert.Contains("asked · 3 good", CardRules.Texts(course.Card!));
            Assert.DoesNotContain("Lin Wei", course.All);
            // Of one topic: some 350 units wide, painted a little larger.
            var bytes = Convert.FromBase64String(((string)picture["url"]!).Split(',')[1]);
            Assert.InRange(CardRules.SizeOf(bytes).Width, 250, 700);
            Assert.InRange(CardRules.SizeOf(bytes).Height, 300, 1_024);
        }
        Assert.Empty(_bot.Platform.Wrong);
    }

    [Fact]
    public async Task A_press_on_an_old_card_gets_the_truth_and_changes_nothing()
    {
        await _ana.Types("start backend for Lin");
        await _ana.Presses("Begin");
        var old = _ana.Card;
        await _ana.Presses("Next");
        var before = Shown;
        // Later than a finger that presses twice. The client still shows the card as it was.
        _bot.Clock.Advance(TimeSpan.FromMinutes(1));
        var answer = await _ana.Presses(old, "Next");
        var lines = CardRules.Texts(answer).ToList();
        Assert.Contains("What does **Redis** keep?", lines);
        Assert.Contains(Sentences.For(Refusal.AlreadyMovedOn, "en"), lines);
        Assert.Equal(before, Shown);
    }

    [Fact]
    public async Task A_message_left_behind_answers_with_its_one_line()
    {
        await _ana.Types("start backend for Lin");
        await _ana.Presses("Begin");
        var old = _ana.Card;
        for (var i = 0; i < 4; i++)
            await _ana.Types($"note {i}");
        await _ana.Presses("Next");
        Assert.NotEqual(old.Id, _ana.Card.Id);
        var answer = await _ana.Presses(old, "Next");
        Assert.Null(answer["actions"]);
        var left = _bot.Platform.In(Ana.Chat).Single(m => m.Id == old.Id);
        Assert.Null(left.Card!["actions"]);
    }

    [Fact]
    public async Task A_double_delivery_acts_once_and_a_double_press_too()
    {
        _bot.Platform.Installed.Add("29:rita");
        await _ana.Mentions("start backend for Lin");
        await _ana.Presses("Begin");
        var card = _ana.Card;
        var action = CardRules.All(card.Card).First(a => (string?)a["verb"] == "next");
        var invoke = _ana.Invoke("next", (JsonObject)action["data"]!.DeepClone(), card.Id);
        var answers = new List<string>();
        for (var i = 0; i < 2; i++)
            answers.Add((await _bot.Send((JsonObject)invoke.DeepClone())).Body!.ToJsonString());
        await _bot.Settle();
        Assert.Equal(answers[0], answers[1]);
        Assert.Contains("Redis", answers[0]);

        var help = _ana.Activity("message");
        help["text"] = "help";
        await _bot.Send((JsonObject)help.DeepClone());
        await _bot.Send(help);
        await _bot.Settle();
        Assert.Single(_bot.Platform.In(Ana.Chat), m => m.Text?.Contains("jump", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_client_without_execute_submits_and_the_card_follows()
    {
        await _ana.Types("start backend for Lin");
        var begin = CardRules.All(_ana.Card.Card).First(a => (string?)a["verb"] == "begin");
        var message = _ana.Activity("message");
        message["text"] = null;
        message["replyToId"] = _ana.Card.Id;
        message["value"] = begin["fallback"]!["data"]!.DeepClone();
        Assert.Equal(HttpStatusCode.Accepted, (await _bot.Send(message)).Status);
        await _bot.Settle();
        Assert.Contains("newest project", Shown);
    }

    [Fact]
    public async Task Edits_and_deletions_change_notes()
    {
        await _ana.Types("start backend for Lin");
        await _ana.Presses("Begin");
        var note = await _ana.Types("knows snapshts");
        await Changed("messageUpdate", "editMessage", note, "knows snapshots");
        Assert.Contains("knows snapshots", Shown);
        // A second edit has the same id, and counts.
        await Changed("messageUpdate", "editMessage", note, "knows it all");
        Assert.Contains("knows it all", Shown);
        await Changed("messageDelete", "softDeleteMessage", note, null);
        Assert.DoesNotContain("knows it all", Shown);
    }

    [Fact]
    public async Task The_form_starts_one_interview_however_often_it_is_sent()
    {
        await _ana.Types("Hello!");
        var form = _ana.Card;
        var action = CardRules.All(form.Card).First(a => (string?)a["verb"] == "start-form");
        var data = (JsonObject)action["data"]!.DeepClone();
        data["in-guide"] = "backend";
        data["in-candidate"] = "Lin";
        data["in-minutes"] = "45";
        for (var i = 0; i < 2; i++)
        {
            var (status, body) = await _bot.Send(_ana.Invoke("start-form", (JsonObject)data.DeepClone(), form.Id));
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(200, (int?)body!["statusCode"]);
        }
        await _bot.Settle();
        Assert.Single(_bot.Platform.In(Ana.Chat), m => m.All.Contains("Lin", StringComparison.Ordinal));
        Assert.Contains("45 min", Shown);
    }

    [Fact]
    public async Task The_dialog_is_the_same_form()
    {
        _bot.Platform.Conversations[Ana.Chat] = true;
        var fetch = _ana.Activity("invoke");
        fetch["name"] = "task/fetch";
        fetch["value"] = new JsonObject { ["data"] = new JsonObject { ["form"] = "start" } };
        var (_, dialog) = await _bot.Send(fetch);
        Assert.Equal("continue", (string?)dialog!["task"]!["type"]);
        var card = (JsonObject)dialog["task"]!["value"]!["card"]!["content"]!;
        Assert.Empty(CardRules.Problems(card));
        var data = (JsonObject)card["actions"]![0]!["data"]!.DeepClone();
        data["in-guide"] = "backend";
        data["in-candidate"] = "Lin";
        var submit = _ana.Activity("invoke");
        submit["name"] = "task/submit";
        submit["value"] = new JsonObject { ["data"] = data };
        var (status, body) = await _bot.Send(submit);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Null(body);
        await _bot.Settle();
        Assert.Contains("Lin", Shown);
    }

    [Fact]
    public async Task Nobody_presses_or_reads_another_persons_card()
    {
        await _ana.Types("start backend for Secret Name");
        var card = _ana.Card;
        var begin = CardRules.All(card.Card).First(a => (string?)a["verb"] == "begin");
        var forged = _ana.Invoke("begin", (JsonObject)begin["data"]!.DeepClone(), card.Id);
        forged["from"] = new JsonObject { ["id"] = "29:eve", ["aadObjectId"] = "eve-object" };
        forged["conversation"]!["id"] = "a:eve";
        var (status, body) = await _bot.Send(forged);
        await _bot.Settle();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("Secret Name", body!.ToJsonString());
        Assert.DoesNotContain("newest project", Shown);
    }

    [Fact]
    public async Task A_recruiter_without_the_app_is_told_of_and_nothing_is_lost()
    {
        await _ana.Mentions("start backend for Lin");
        await _ana.Presses("Begin");
        Assert.Empty(_bot.Platform.In("a:rita"));
        var answer = await _ana.Presses("Next");
        Assert.Contains(Sentences.RecruiterTrouble("app-not-installed", "en"), CardRules.Texts(answer));

        // She installs it: what waited for her goes on.
        _bot.Platform.Installed.Add("29:rita");
        _bot.Platform.Conversations["a:rita"] = true;
        var install = _ana.Activity("installationUpdate", "a:rita");
        install["action"] = "add";
        install["from"] = new JsonObject { ["id"] = "29:rita", ["aadObjectId"] = "rita-object" };
        Assert.Equal(HttpStatusCode.Accepted, (await _bot.Send(install)).Status);
        await _bot.Settle();
        Assert.Contains(_bot.Platform.In("a:rita"), m => m.All.Contains("Lin", StringComparison.Ordinal));
    }

    /// <summary>The title of the first button with this verb, on the newest card.</summary>
    private string TitleOf(string verb, string beginsWith = "") =>
        CardRules
            .All(_ana.Card.Card)
            .Where(a => (string?)a["verb"] == verb)
            .Select(a => (string)a["title"]!)
            .First(t => t.StartsWith(beginsWith, StringComparison.Ordinal));

    private async Task Changed(string type, string eventType, string id, string? text)
    {
        var change = _ana.Activity(type);
        change["id"] = id;
        change["text"] = text;
        change["channelData"] = new JsonObject { ["eventType"] = eventType };
        // After the line it changes: the platform's clock goes on.
        _bot.Clock.Advance(TimeSpan.FromSeconds(1));
        change["timestamp"] = _bot.Clock.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.Accepted, (await _bot.Send(change)).Status);
        await _bot.Settle();
    }
}
