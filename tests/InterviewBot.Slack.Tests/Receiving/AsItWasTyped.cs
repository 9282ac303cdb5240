using System.Text.Json.Nodes;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Slack.Tests.Loopback;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewBot.Slack.Tests.Receiving;

/// <summary>Notes read as the person saw their line, whatever Slack's composer made of it; what they delete is gone.</summary>
public sealed class AsItWasTyped : IAsyncLifetime
{
    private LoopbackSlack slack = null!;
    private Bot bot = null!;
    private Person ann = null!;

    public async ValueTask InitializeAsync()
    {
        slack = await LoopbackSlack.Start();
        bot = await Bot.Start(slack, Bot.NewFolder());
        ann = new Person(slack, bot.Deliver, "U1");
        await ann.Say("start backend for Jane Doe");
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        await ann.Card("Please tell me");
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Theory]
    [InlineData("• weak", ": - weak")]
    [InlineData("• weak\n    ◦ on joins", "- on joins")]
    public async Task A_list_has_the_marks_it_was_typed_with(string sent, string shown)
    {
        await Says(sent, List("bullet"));
        await ann.Say("history");
        await Told(shown);
    }

    [Fact]
    public async Task A_bullet_that_was_typed_as_one_stays_one()
    {
        await Says("• typed by hand", new JsonObject { ["type"] = "rich_text_section" });
        await ann.Card("• typed by hand");
    }

    [Fact]
    public async Task People_and_channels_have_their_names()
    {
        await Says("ask <@U2> in <#C1> and <!subteam^S7>", new JsonObject { ["type"] = "rich_text_section" });
        await ann.Card("ask @Lin in #hiring and @group");
    }

    [Fact]
    public async Task Emoji_are_shown_and_those_of_the_workspace_keep_their_name()
    {
        await Says(
            "good :white_check_mark: :thumbsup::skin-tone-4: :ourlogo:",
            new JsonObject
            {
                ["type"] = "rich_text_section",
                ["elements"] = new JsonArray(
                    Emoji("white_check_mark", "2705"),
                    Emoji("thumbsup", "1f44d-1f3fd"),
                    Emoji("ourlogo", null)
                ),
            }
        );
        await ann.Card("good \u2705 \U0001F44D\U0001F3FD :ourlogo:");
    }

    [Fact]
    public async Task A_line_marked_private_in_words_that_arrive_stays_private_through_edits()
    {
        var line = await ann.Say(" Private: thinks aloud, slowly");
        await ann.Card("thinks aloud, slowly");
        await ann.Edit(line, "private: thinks aloud");
        var mine = new PersonId("slack", LoopbackSlack.Team, "U1");
        var rows = await bot
            .Services.GetRequiredService<IReadRows>()
            .List(ReadRowKinds.Interview, "slack:T1", mine, 1, TestContext.Current.CancellationToken);
        var view = await bot
            .Services.GetRequiredService<InterviewDesk>()
            .View(rows[0].Stream, TestContext.Current.CancellationToken);
        var note = Assert.Single(view!.Interview.LivingNotes);
        Assert.Equal(("thinks aloud", true), (note.Text, note.ForEver));
        await ann.Say("help");
        await Told("private:");
        Assert.DoesNotContain(slack.Calls, c => c.Body.GetRawText().Contains("// private", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "U1")]
    [InlineData(true, "USLACKBOT")]
    [InlineData(false, "USLACKBOT")]
    public async Task A_deleted_line_that_has_replies_is_a_note_no_more(bool changed, string user)
    {
        var line = await ann.Say("never to be seen again");
        await ann.Card("never to be seen again");
        var stone = new JsonObject
        {
            ["subtype"] = "tombstone",
            ["user"] = "USLACKBOT",
            ["text"] = "This message was deleted.",
            ["ts"] = line.Ts,
        };
        var deleted = new JsonObject
        {
            ["type"] = "message",
            ["subtype"] = changed ? "message_changed" : "message_deleted",
            ["channel_type"] = "im",
            ["channel"] = line.Channel,
            ["ts"] = slack.NextTs(),
            ["event_ts"] = slack.NextTs(),
        };
        if (changed)
        {
            deleted["message"] = stone;
            deleted["previous_message"] = new JsonObject { ["user"] = user, ["ts"] = line.Ts };
        }
        else
        {
            deleted["deleted_ts"] = line.Ts;
            deleted["previous_message"] = stone;
        }
        Assert.Equal((200, ""), await bot.Deliver("events_api", ann.Event(deleted)));
        await ann.Say("another");
        Assert.DoesNotContain("2 notes", (await ann.Card("another")).Json, StringComparison.Ordinal);
        await ann.Card("1 note");
    }

    private async Task Says(string text, JsonObject inside)
    {
        var said = ann.Said(slack.Type("U1", text));
        said["blocks"] = new JsonArray(new JsonObject { ["type"] = "rich_text", ["elements"] = new JsonArray(inside) });
        Assert.Equal((200, ""), await bot.Deliver("events_api", ann.Event(said)));
    }

    private Task<Called> Told(string words) =>
        ann.Call("chat.postEphemeral", c => c.Body.GetRawText().Contains(words, StringComparison.Ordinal));

    private static JsonObject List(string style) => new() { ["type"] = "rich_text_list", ["style"] = style };

    private static JsonObject Emoji(string name, string? unicode) =>
        new()
        {
            ["type"] = "emoji",
            ["name"] = name,
            ["unicode"] = unicode,
        };
}
