using System.Text.Json.Nodes;
using InterviewBot.Slack.Tests.Loopback;

namespace InterviewBot.Slack.Tests.Receiving;

/// <summary>Command, mention, shortcuts, home tab.</summary>
public sealed class AskingTheBot : IAsyncLifetime
{
    private LoopbackSlack slack = null!;
    private Bot bot = null!;
    private Person ann = null!;

    public async ValueTask InitializeAsync()
    {
        slack = await LoopbackSlack.Start();
        bot = await Bot.Start(slack, Bot.NewFolder());
        ann = new Person(slack, bot.Deliver, "U1");
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task A_command_that_names_all_goes_straight_to_the_card_and_proposes_the_channel()
    {
        var (status, body) = await ann.Command("start backend for Jane Doe", "C1");
        Assert.Equal(200, status);
        Assert.Equal("ephemeral", (string?)JsonNode.Parse(body)!["response_type"]);
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        await ann.Sees("C1", "Jane Doe");
    }

    [Theory]
    [InlineData("help", "rate 1-4")]
    [InlineData("list", "")]
    [InlineData("what is this", "rate 1-4")]
    [InlineData("start bakcend", "backend")]
    public async Task A_question_is_answered_privately_at_once(string text, string says)
    {
        var (status, body) = await ann.Command(text);
        Assert.Equal(200, status);
        Assert.Equal("ephemeral", (string?)JsonNode.Parse(body)!["response_type"]);
        Assert.Contains(says, body, StringComparison.Ordinal);
        Assert.Empty(slack.Messages);
    }

    [Fact]
    public async Task Every_word_moves_the_interview_and_none_becomes_a_note()
    {
        await ann.Command("start backend for Jane Doe");
        await ann.Card("#hiring");
        async Task Order(string word, string says)
        {
            var (status, body) = await ann.Command(word);
            Assert.Equal(200, status);
            Assert.Contains(says, body, StringComparison.Ordinal);
        }
        await Order("begin", "did: begin");
        await ann.Card("Please tell me");
        await Order("rate 3", "did: rate");
        await ann.Card("3 good");
        await Order("next", "did: next");
        await ann.Card("How did you use Redis?");
        await Order("undo", "did: undo");
        await ann.Card("Please tell me");
        await Order("candidate John Roe", "did: candidate");
        await ann.Card("John Roe");
        await Order("pause", "did: pause");
        await Order("resume", "did: resume");
        await Order("this is no word of ours", "rate 1-4");
        await Order("status", "John Roe");
        await Order("下一题", "did: ");
        await ann.Card("How did you use Redis?");
        Assert.DoesNotContain(
            slack.Messages,
            m => m.IsBot && m.Json.Contains("no word of ours", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("1 note", (await ann.Card("How did you use Redis?")).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_in_a_shared_channel_proposes_nothing_and_says_why()
    {
        var (_, body) = await ann.Command("start backend for Jane Doe", "CEXT");
        Assert.Contains("another organisation", body, StringComparison.Ordinal);
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        await ann.Card("Please tell me");
        Assert.DoesNotContain(slack.Messages, m => m.Channel == "CEXT");
    }

    [Fact]
    public async Task The_plan_is_changed_in_a_form_with_errors_at_its_fields()
    {
        await ann.Say("start backend");
        var card = await ann.Card("Change plan");
        await ann.Press(card, "Change plan");
        var form = await ann.Opened("Topics to change");
        var leaveOut = slack
            .Views[form]
            .GetProperty("blocks")
            .EnumerateArray()
            .Where(b => b.GetProperty("block_id").GetString()!.StartsWith("topics", StringComparison.Ordinal))
            .SelectMany(b => b.GetProperty("element").GetProperty("options").EnumerateArray())
            .First(o =>
                o.GetProperty("text").GetProperty("text").GetString()!.Contains("Redis", StringComparison.Ordinal)
            );
        Assert.Contains(
            "\"minutes\":",
            await ann.Submit(form, ("minutes", Person.Typed("many"))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"minutes\":",
            await ann.Submit(form, ("minutes", Person.Typed("0"))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"candidate\":",
            await ann.Submit(form, ("candidate", Person.Typed(new string('x', 101)))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"topics0\":",
            await ann.Submit(form, ("topics0", Person.Ticked("o7::begin:"))),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "",
            await ann.Submit(
                form,
                ("minutes", Person.Typed("45")),
                ("candidate", Person.Typed("Jane Doe")),
                ("topics0", Person.Ticked(leaveOut.GetProperty("value").GetString()!))
            )
        );
        var changed = await ann.Card("45 min", "Jane Doe");
        await ann.Card("Not planned: ", "Redis");
        Assert.Equal(card.Ts, changed.Ts);
        // Somebody else's plan is not theirs to change.
        var rae = new Person(slack, bot.Deliver, "U3");
        await rae.Submit(form, ("minutes", Person.Typed("30")));
        await ann.Command("candidate John Roe");
        await ann.Card("John Roe", "45 min");
    }

    [Fact]
    public async Task A_mention_is_answered_to_who_asked_and_starts_there()
    {
        async Task Mention(string text)
        {
            var mention = new JsonObject
            {
                ["type"] = "app_mention",
                ["channel"] = "C1",
                ["user"] = "U1",
                ["text"] = $"<@UBOT> {text}",
                ["ts"] = slack.NextTs(),
            };
            Assert.Equal((200, ""), await bot.Deliver("events_api", ann.Event(mention)));
        }
        await Mention("");
        await ann.Call("chat.postEphemeral", c => c.Body.GetRawText().Contains("rate 1-4", StringComparison.Ordinal));
        await Mention("start backend for Jane Doe");
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        await ann.Sees("C1", "Jane Doe");
    }

    [Fact]
    public async Task The_shortcut_opens_the_form_and_one_form_starts_one_interview()
    {
        await Shortcut("start_interview", null);
        var form = await ann.Opened("Start interview");
        Assert.Contains("guide", await ann.Submit(form, ("guide", Person.Chosen("vgone"))));
        var submission = ann.Submission(
            form,
            ("guide", Person.Chosen("vbackend")),
            ("candidate", Person.Typed("Jane Doe"))
        );
        for (var copy = 0; copy < 3; copy++)
            Assert.Equal((200, ""), await bot.Deliver("interactive", submission));
        await ann.Card("Jane Doe");
        Assert.Single(slack.Messages, m => m.IsBot);
    }

    [Fact]
    public async Task A_message_is_added_to_the_notes_and_never_acts()
    {
        await ann.Say("start backend for Jane Doe");
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        await ann.Card("Please tell me");
        await Shortcut(
            "add_to_notes",
            new JsonObject
            {
                ["user"] = "U3",
                ["text"] = "next",
                ["ts"] = slack.NextTs(),
            }
        );
        await ann.Card("Rae: next");
        await ann.Card("Please tell me");
    }

    [Fact]
    public async Task The_home_tab_lists_what_is_mine_and_starts_more()
    {
        await ann.Say("start backend for Jane Doe");
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        await ann.Card("Please tell me");
        var opened = new JsonObject
        {
            ["type"] = "app_home_opened",
            ["user"] = "U1",
            ["channel"] = "D1",
            ["tab"] = "home",
        };
        Assert.Equal((200, ""), await bot.Deliver("events_api", ann.Event(opened)));
        var home = await ann.Opened("Your interviews");
        Assert.Contains("Jane Doe", slack.Views[home].GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Backend", slack.Views[home].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_is_chosen_by_its_id_and_a_shared_one_is_refused_in_the_form()
    {
        await ann.Say("start backend for Jane Doe");
        await ann.Press(await ann.Card("Jane Doe"), "Another", "Change channel");
        var form = await ann.Opened("conversations_select");
        Assert.Contains("line", await ann.Submit(form, ("line", Channel("CEXT"))));
        Assert.Contains("line", await ann.Submit(form, ("line", Channel("CNOT"))));
        Assert.Equal("", await ann.Submit(form, ("line", Channel("C1"))));
        await ann.Press(await ann.Card("#hiring"), "Begin");
        await ann.Sees("C1", "Jane Doe");
    }

    private static JsonObject Channel(string id) =>
        new() { ["type"] = "conversations_select", ["selected_conversation"] = id };

    private async Task Shortcut(string callback, JsonObject? message)
    {
        var payload = new JsonObject
        {
            ["type"] = message is null ? "shortcut" : "message_action",
            ["callback_id"] = callback,
            ["trigger_id"] = slack.NewTrigger(),
            ["user"] = new JsonObject { ["id"] = "U1" },
            ["team"] = new JsonObject { ["id"] = LoopbackSlack.Team },
        };
        if (message is not null)
        {
            payload["message"] = message;
            payload["channel"] = new JsonObject { ["id"] = "C1" };
        }
        Assert.Equal((200, ""), await bot.Deliver("interactive", payload));
    }
}
