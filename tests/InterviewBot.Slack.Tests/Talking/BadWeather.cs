using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Tests.Loopback;
using InterviewBot.Store.Sqlite;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewBot.Slack.Tests.Talking;

/// <summary>Slack limits, fails and forgets to answer, deliveries come twice and in another order; the card says the right thing in the end.</summary>
public sealed class BadWeather
{
    [Fact]
    public async Task An_interview_comes_through_limits_faults_and_lost_answers()
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        var ann = new Person(
            slack,
            async (kind, payload) =>
            {
                // Everything comes twice.
                await bot.Deliver(kind, payload);
                return await bot.Deliver(kind, payload);
            },
            "U1"
        );
        var calls = 0;
        foreach (var method in new[] { "chat.update", "chat.postMessage", "reactions.add", "chat.postEphemeral" })
            slack.Fault(method, context => Task.FromResult(Fails(context, Interlocked.Increment(ref calls))));

        await ann.Say("start backend for Jane Doe");
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        await ann.Say("a first note");
        await ann.Card("a first note");
        await ann.Press(await ann.Card("Please tell me"), "Next");
        await ann.Say("a second note");
        await ann.Card("a second note");
        await ann.Press(await ann.Card("How did you use Redis?"), "Next");
        await ann.Press(await ann.Card("Go deeper?"), "No");
        await ann.Card("What do you want to know about us?");

        var cards = slack.Messages.Where(m => m.IsBot && m.Channel == "D1").ToList();
        Assert.Single(cards, m => m.Elements.Any());
        var keys = slack.Messages.Select(m => m.Key).OfType<string>().ToList();
        Assert.Equal(keys.Distinct(), keys);
    }

    [Fact]
    public async Task An_edit_before_its_original_and_a_deletion_before_both_count_all_the_same()
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        var ann = new Person(slack, bot.Deliver, "U1");
        await ann.Say("start backend for Jane Doe");
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        await ann.Card("Please tell me");
        var edited = slack.Type("U1", "before the edit");
        await ann.Edit(edited, "after the edit");
        await bot.Deliver("events_api", ann.Event(ann.Said(edited)));
        await ann.Card("after the edit");
        var deleted = slack.Type("U1", "never to be seen");
        await ann.Delete(deleted);
        await bot.Deliver("events_api", ann.Event(ann.Said(deleted)));
        await ann.Say("the last one");
        await ann.Card("the last one");
        await ann.Card("2 notes");
        Assert.DoesNotContain(
            slack.Messages,
            m => m.IsBot && m.Json.Contains("before the edit", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            slack.Messages,
            m => m.IsBot && m.Json.Contains("never to be seen", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_trigger_that_died_is_answered_with_a_request_to_press_again()
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        var ann = new Person(slack, bot.Deliver, "U1");
        var trigger = slack.NewTrigger();
        slack.Age(TimeSpan.FromSeconds(3.1));
        await bot.Deliver(
            "slash_commands",
            new JsonObject
            {
                ["command"] = "/interview",
                ["text"] = "",
                ["user_id"] = "U1",
                ["team_id"] = LoopbackSlack.Team,
                ["channel_id"] = "C1",
                ["trigger_id"] = trigger,
            }
        );
        await ann.Call(
            "chat.postEphemeral",
            c => c.Body.GetRawText().Contains("press once more", StringComparison.Ordinal)
        );
        var late = slack.Calls.Last(c => c.Method == "chat.postEphemeral").Body;
        var button = late.GetProperty("blocks")[1].GetProperty("elements")[0];
        Assert.Equal("start", button.GetProperty("action_id").GetString());
        var shown = new Sent("C1", "1.1", LoopbackSlack.BotUser, "", late.GetProperty("blocks"), null, null);
        await ann.Press(shown, "Start interview");
        await ann.Opened("Start interview");
    }

    [Fact]
    public async Task A_revoked_token_stops_the_jobs()
    {
        await using var slack = await LoopbackSlack.Start();
        var putOff = new ConcurrentQueue<(string Lane, DateTimeOffset Until)>();
        await using var bot = await Bot.Start(
            slack,
            Bot.NewFolder(),
            services: s => s.AddSingleton(p => WatchedOutbox.Around(p.GetRequiredService<SqliteStore>(), putOff))
        );
        var ann = new Person(slack, bot.Deliver, "U1");
        await ann.Say("start backend for Jane Doe");
        await ann.Card("Jane Doe");
        await ann.Call("chat.postMessage", c => c.Error is null);
        await bot.Settled();
        var revoked = new JsonObject
        {
            ["type"] = "tokens_revoked",
            ["tokens"] = new JsonObject { ["bot"] = new JsonArray(LoopbackSlack.BotUser) },
        };
        Assert.Equal((200, ""), await bot.Deliver("events_api", ann.Event(revoked)));
        var calls = slack.Calls.Count;
        var before = putOff.Count;
        await ann.Say("candidate John Roe");
        // The pump looks at the lane and puts it off without a call.
        await Until.True(() => putOff.Count > before, "The lane was not put off.");
        await bot.Settled();
        Assert.Equal(calls, slack.Calls.Count);
        Assert.All(putOff.Skip(before), p => Assert.Equal(new Place("slack", LoopbackSlack.Team, "U1").Lane, p.Lane));
    }

    [Fact]
    public async Task When_edits_are_limited_the_prompt_goes_before_the_summary_and_that_before_the_board()
    {
        await using var slack = await LoopbackSlack.Start();
        var putOff = new ConcurrentQueue<(string Lane, DateTimeOffset Until)>();
        await using var bot = await Bot.Start(
            slack,
            Bot.NewFolder(),
            services: s => s.AddSingleton(p => WatchedOutbox.Around(p.GetRequiredService<SqliteStore>(), putOff))
        );
        var ann = new Person(slack, bot.Deliver, "U1");
        await ann.Command("start backend for Jane Doe");
        await ann.Press(await ann.Card("#hiring"), "Begin");
        var first = await ann.Card("Please tell me");
        await ann.Sees("C1", "interviewing");
        await ann.Sees("D3", "Jane Doe");
        string[] lanes =
        [
            .. new[] { "U1", "U3", "C1" }.Select(where => new Place("slack", LoopbackSlack.Team, where).Lane),
        ];

        // The workspace's edits are used up when a note wants to show; then everything else changes too.
        slack.FailOnce("chat.update", 429, "600");
        await ann.Say("built the shop alone");
        await Until.True(() => putOff.Any(p => p.Lane == lanes[0]), "The limit closed nothing.");
        await ann.Press(first, "Next");
        await Until.True(() => lanes.All(l => putOff.Any(p => p.Lane == l)), "Not all three wait.");

        var until = lanes.Select(l => putOff.Last(p => p.Lane == l).Until).ToList();
        Assert.Equal(until.Order(), until);
        Assert.Equal(3, until.Distinct().Count());
        Assert.Single(slack.Calls, c => c.Error == "429");
    }

    [Fact]
    public async Task A_limit_of_68_years_is_over_after_ten_minutes()
    {
        await using var slack = await LoopbackSlack.Start();
        var putOff = new ConcurrentQueue<(string Lane, DateTimeOffset Until)>();
        await using var bot = await Bot.Start(
            slack,
            Bot.NewFolder(),
            services: s => s.AddSingleton(p => WatchedOutbox.Around(p.GetRequiredService<SqliteStore>(), putOff))
        );
        var ann = new Person(slack, bot.Deliver, "U1");
        await ann.Say("start backend for Jane Doe");
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        await ann.Card("Please tell me");
        slack.FailOnce("chat.update", 429, "2147483647");
        await ann.Say("a note meanwhile");
        await Until.True(() => !putOff.IsEmpty, "The limit closed nothing.");
        var latest = TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(12);
        Assert.All(putOff, p => Assert.True(p.Until < latest, $"{p.Lane} waits until {p.Until:O}."));
    }

    [Fact]
    public async Task A_board_goes_on_under_the_new_id_of_its_channel()
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        var ann = new Person(slack, bot.Deliver, "U1");
        await ann.Command("start backend for Jane Doe");
        await ann.Press(await ann.Card("#hiring"), "Begin");
        await ann.Sees("C1", "interviewing");
        slack.Move("C1", "C9");
        var changed = new JsonObject
        {
            ["type"] = "channel_id_changed",
            ["old_channel_id"] = "C1",
            ["new_channel_id"] = "C9",
        };
        Assert.Equal((200, ""), await bot.Deliver("events_api", ann.Event(changed)));
        await ann.Say("finish");
        await ann.Press(await ann.Card("Nothing is posted until"), "End: no time");
        await ann.Sees("C9", "finished");
        Assert.DoesNotContain(slack.Messages, m => m.Channel == "C1");
    }

    private static bool Fails(HttpContext context, int call)
    {
        switch (call % 5)
        {
            case 0:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "1";
                return true;
            case 2:
                context.Response.StatusCode = 503;
                return true;
            case 3 when call % 2 == 1:
                context.Abort();
                return true;
            default:
                return false;
        }
    }
}
