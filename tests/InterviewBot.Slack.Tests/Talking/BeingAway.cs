using InterviewBot.Slack.Tests.Loopback;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewBot.Slack.Tests.Talking;

/// <summary>The bot was away while people typed, edited and deleted. What it reads afterwards becomes notes and nothing else.</summary>
public sealed class BeingAway : IAsyncLifetime
{
    private static readonly Patience Unhurried = new()
    {
        Acknowledge = Until.Limit,
        Question = Until.Limit,
        Try = Until.Limit,
        Sending = Until.Limit,
    };
    private readonly string folder = Bot.NewFolder();
    private LoopbackSlack slack = null!;
    private Bot bot = null!;
    private Person ann = null!;

    public async ValueTask InitializeAsync()
    {
        slack = await LoopbackSlack.Start();
        await Back();
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task A_word_that_was_refused_is_not_carried_out_when_it_would_fit()
    {
        await Prepared();
        await ann.Say("rate 1");
        await ann.Call("chat.postEphemeral", c => c.Error is null);
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        await ann.Card("Please tell me");
        await Gone();
        await Back();
        await ann.Say("the bot is back");
        await ann.Card("the bot is back");
        await ann.Say("undo");
        await ann.Call("chat.postEphemeral", c => Says(c, "nothing to take back"));
        Assert.DoesNotContain(slack.Calls, c => Says(c, "came late"));
    }

    [Fact]
    public async Task A_command_typed_meanwhile_is_told_once_and_not_carried_out()
    {
        await Begun();
        await Gone();
        slack.Type("U1", "next");
        slack.Type("U1", "a note among them");
        await Back();
        await ann.Call("chat.postEphemeral", c => Says(c, "came late") && Says(c, " next"));
        var card = await ann.Card("a note among them");
        Assert.Contains("Please tell me", card.Json, StringComparison.Ordinal);
        var told = slack.Calls.Count(c => Says(c, "came late"));
        await Gone();
        await Back();
        await ann.Say("back again");
        await ann.Card("back again");
        await bot.Settled();
        Assert.Equal(told, slack.Calls.Count(c => Says(c, "came late")));
    }

    [Fact]
    public async Task A_word_that_came_while_away_is_not_carried_out_by_its_late_event_either()
    {
        await Begun();
        await Gone();
        var next = slack.Type("U1", "next");
        await Back();
        await ann.Call("chat.postEphemeral", c => Says(c, "came late"));
        Assert.Equal((200, ""), await bot.Deliver("events_api", ann.Event(ann.Said(next))));
        await ann.Say("still here");
        Assert.Contains("Please tell me", (await ann.Card("still here")).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_was_answered_as_not_kept_is_no_note_of_the_next_interview()
    {
        await ann.Say("start backend for Old One");
        await ann.Press(await ann.Card("Old One"), "Begin");
        await ann.Say("finish");
        await ann.Press(await ann.Card("Nothing is posted until"), "End: no time");
        await ann.Say("start backend for Some Body");
        await ann.Press(await ann.Card("Some Body"), "Not here");
        await ann.Card("Some Body", "You owe nothing");
        await ann.Say("said to nobody");
        await ann.Call("chat.postEphemeral", c => Says(c, "Not kept yet"));
        await Begun();
        await Gone();
        await Back();
        await ann.Say("the bot is back");
        await ann.Card("1 note");
        Assert.DoesNotContain(
            slack.Messages,
            m => m.IsBot && m.Json.Contains("said to nobody", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_start_without_Slack_is_made_good_when_Slack_is_back()
    {
        await Begun();
        await Gone();
        slack.Type("U1", "while both were away");
        slack.FailTimes("auth.test", 6, 500);
        var patience = Unhurried with { Again = TimeSpan.FromMilliseconds(20) };
        bot = await Bot.Start(slack, folder, services: s => s.AddSingleton(patience));
        ann = new Person(slack, bot.Deliver, "U1");
        await ann.Card("while both were away");
    }

    [Fact]
    public async Task Replies_in_threads_are_read_too()
    {
        var card = await Begun();
        await Gone();
        slack.Type("U1", "a reply to the card", card.Ts);
        await Back();
        await ann.Card("a reply to the card");
    }

    [Fact]
    public async Task A_line_whose_request_was_lost_is_read_after_a_silence()
    {
        await bot.DisposeAsync();
        bot = await Bot.Start(slack, folder, services: s => s.AddSingleton(Unhurried with { Gap = TimeSpan.Zero }));
        ann = new Person(slack, bot.Deliver, "U1");
        await Begun();
        await bot.Settled();
        slack.Type("U1", "its request was lost");
        await ann.Say("a word later");
        await ann.Card("2 notes");
    }

    [Fact]
    public async Task A_line_deleted_meanwhile_is_a_note_no_more()
    {
        await Begun();
        var line = await ann.Say("never to be seen again");
        await ann.Card("never to be seen again");
        await ann.Say("stays");
        await ann.Card("2 notes");
        await Gone();
        slack.Retype(line, null);
        await Back();
        await ann.Card("1 note");
        await ann.Say("and one more");
        Assert.DoesNotContain(
            "never to be seen",
            (await ann.Card("2 notes", "and one more")).Json,
            StringComparison.Ordinal
        );
    }

    private async Task Prepared()
    {
        await ann.Say("start backend for Jane Doe");
        await ann.Card("Jane Doe");
    }

    private async Task<Sent> Begun()
    {
        await Prepared();
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        return await ann.Card("Please tell me");
    }

    private async Task Gone()
    {
        await bot.Settled();
        await bot.DisposeAsync();
    }

    private async Task Back()
    {
        bot = await Bot.Start(slack, folder);
        ann = new Person(slack, bot.Deliver, "U1");
    }

    [Fact]
    public async Task An_order_by_mention_that_was_refused_is_not_carried_out_after_a_restart()
    {
        await Prepared();
        var mention = ann.Event(
            new()
            {
                ["type"] = "app_mention",
                ["channel"] = "C1",
                ["user"] = "U1",
                ["text"] = "<@UBOT> next",
                ["ts"] = slack.NextTs(),
            }
        );
        Assert.Equal((200, ""), await bot.Deliver("events_api", mention));
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        await ann.Card("Please tell me");
        await Gone();
        await Back();
        Assert.Equal((200, ""), await bot.Deliver("events_api", mention));
        await ann.Say("still at the first");
        Assert.Contains("Please tell me", (await ann.Card("still at the first")).Json, StringComparison.Ordinal);
    }

    private static bool Says(Called call, string words) =>
        call.Method == "chat.postEphemeral" && call.Body.GetRawText().Contains(words, StringComparison.Ordinal);
}
