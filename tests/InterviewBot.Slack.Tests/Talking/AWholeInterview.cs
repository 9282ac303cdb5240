using System.Text.Json;
using InterviewBot.Slack.Tests.Loopback;

namespace InterviewBot.Slack.Tests.Talking;

/// <summary>From the first word to the summary, through the real rooms, over both ways Slack has.</summary>
public sealed class AWholeInterview
{
    private const string Evil = "<!channel> <https://evil|ok> & *x*";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_conducted_from_start_to_summary(bool sockets)
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder(), sockets);
        var ann = new Person(slack, sockets ? await SocketDelivery.Of(slack) : bot.Deliver, "U1");

        // Started by a form in the hiring channel.
        Assert.Equal((200, ""), await ann.Command(""));
        var form = await ann.Opened("Start interview");
        Assert.Contains(
            "minutes",
            await ann.Submit(form, ("guide", Person.Chosen("vbackend")), ("minutes", Person.Typed("many")))
        );
        Assert.Equal(
            "",
            await ann.Submit(
                form,
                ("guide", Person.Chosen("vbackend")),
                ("candidate", Person.Typed(Evil)),
                ("minutes", Person.Typed("45"))
            )
        );
        var prepare = await ann.Card(Evil);
        Assert.DoesNotContain(slack.Messages, m => m.Channel == "C1");

        await ann.Press(prepare, "Begin");
        var first = await ann.Card("Please tell me about your newest project.");
        await ann.Sees("C1", Evil);

        // A note: a reaction, and the card shows it; edited, then another deleted.
        var note = await ann.Say("built the shop &amp; the search alone");
        await ann.Call("reactions.add", c => c.Body.GetProperty("timestamp").GetString() == note.Ts);
        await ann.Card("built the shop & the search alone");
        await ann.Edit(note, "built the shop with two others");
        await ann.Card("with two others");
        var slip = await ann.Say("wrong window");
        await ann.Card("wrong window");
        await ann.Delete(slip);
        await ann.Card("1 note");

        await ann.Press(await ann.Card("Please tell me"), "3 good", "Rate");
        await ann.Press(await ann.Card("3 good"), "Next");
        var redis = await ann.Card("How did you use Redis?");
        Assert.Equal(first.Ts, redis.Ts);

        // A late press on the old card changes nothing and says why.
        await ann.Press(first, "Next");
        await ann.Call("chat.postEphemeral", c => c.Body.GetProperty("user").GetString() == "U1");
        await ann.Card("How did you use Redis?");

        await ann.Say("next");
        await ann.Call("chat.postEphemeral", c => c.Body.GetRawText().Contains("did: next", StringComparison.Ordinal));
        var fork = await ann.Card("Go deeper?");
        await ann.Press(fork, "Yes");
        var deeper = await ann.Card("Rest of this topic, because", and: "What is a sorted set made of inside?");
        await ann.Press(deeper, "Not now, because", "Skip");
        var reason = await ann.Opened("Not now, because");
        Assert.Contains("line", await ann.Submit(reason, ("line", Person.Typed(" "))));
        Assert.Equal("", await ann.Submit(reason, ("line", Person.Typed("no time for it"))));

        var closing = await ann.Card("What do you want to know about us?");
        await ann.Press(closing, "Finish", "More");
        var finish = await ann.Card("Nothing is posted");
        await ann.Press(finish, "End");
        // The scorecard is a form, and a draft: each choice is saved as it is made, the comment when the form is.
        await ann.Press(await ann.Card("Preview"), "Fill in");
        var scorecard = await ann.Opened("Each choice is saved at once");
        await ann.PressIn(scorecard, "yes", "Recommendation");
        const string chosen = "\"initial_option\":{\"text\":{\"type\":\"plain_text\",\"text\":\"yes\"";
        await Until.True(
            () => slack.Messages.Any(m => m.IsBot && m.Json.Contains(chosen, StringComparison.Ordinal)),
            "The choice was not saved."
        );
        Assert.Equal("", await ann.Submit(scorecard, ("t0", Person.Typed("Knows what she does."))));
        await ann.Press(await ann.Card("Knows what she does."), "Preview");
        await ann.Press(await ann.Card("This will be sent"), "Send");

        var summary = await ann.Sees("C1", "Knows what she does.");
        var board = slack.Messages.First(m => m.Channel == "C1" && m.Thread is null);
        Assert.Equal(board.Ts, summary.Thread);
        await ann.Sees("D3", "Knows what she does.");

        // Nothing went out that Slack would have refused, nothing notified anybody, nothing twice.
        Assert.DoesNotContain(slack.Calls, c => c.Error is "invalid_blocks");
        Assert.All(
            slack.Messages.Where(m => m.IsBot),
            m => Assert.DoesNotContain("<!channel>", m.Text, StringComparison.Ordinal)
        );
        var keys = slack.Messages.Select(m => m.Key).OfType<string>().ToList();
        Assert.Equal(keys.Distinct(), keys);
        // Three lines were typed below the card, so a move posted it anew and left one line behind.
        var cards = slack.Messages.Where(m => m.Channel == "D1" && m.IsBot).ToList();
        Assert.Equal(2, cards.Count);
        Assert.Equal("“How did you use Redis?”", cards[0].Text);
        Assert.Empty(cards[0].Elements);
    }

    [Fact]
    public async Task Speaks_the_language_of_the_person_and_keeps_what_is_said_in_the_guides()
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        var lin = new Person(slack, bot.Deliver, "U2");
        await lin.Say("开始 backend 面试 林薇");
        await lin.Press(await lin.Card("林薇"), "开始");
        var card = await lin.Card("Please tell me about your newest project.");
        Assert.Contains("下一题", card.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_on_after_a_restart_and_counts_what_was_typed_meanwhile_once()
    {
        await using var slack = await LoopbackSlack.Start();
        var folder = Bot.NewFolder();
        Person ann;
        Sent known;
        await using (var bot = await Bot.Start(slack, folder))
        {
            ann = new Person(slack, bot.Deliver, "U1");
            await ann.Say("start backend for Jane Doe");
            await ann.Press(await ann.Card("Jane Doe"), "Begin");
            await ann.Card("Please tell me");
            known = await ann.Say("typed before");
            await ann.Card("typed before");
        }
        slack.Retype(known, "put right while the bot was away");
        var missed = slack.Type("U1", "typed while the bot was away");
        await using var again = await Bot.Start(slack, folder);
        ann = new Person(slack, again.Deliver, "U1");
        await ann.Card("typed while the bot was away");
        // The event comes all the same, late.
        Assert.Equal(200, (await again.Deliver("events_api", ann.Event(ann.Said(missed)))).Status);
        await ann.Press(await ann.Card("2 notes"), "Next");
        await ann.Card("How did you use Redis?");
        Assert.Contains("2 notes", (await ann.Card("How did you use Redis?")).Json, StringComparison.Ordinal);
        // What was edited meanwhile reads as it was put right.
        await ann.Delete(missed);
        await ann.Card("put right while the bot was away", "1 note");
    }
}
