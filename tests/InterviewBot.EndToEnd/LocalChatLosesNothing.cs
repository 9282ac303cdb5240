using InterviewBot.Delivery.Receiving;
using InterviewBot.Web.Tests.Fakes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace InterviewBot.EndToEnd;

/// <summary>What was typed is kept, or visibly on its way, or visibly not kept; never gone, never cut, never in another order.</summary>
public sealed class LocalChatLosesNothing(Chromium chromium)
{
    [Fact]
    public async Task Lines_typed_while_the_bot_is_away_wait_in_their_order_and_are_sent_by_themselves()
    {
        var messages = new MemoryMessages();
        var first = await ChatHost.Start(messages);
        var chat = await Opened(first);
        await first.DisposeAsync();

        string[] lines = ["the first", "the second", "the third"];
        foreach (var line in lines)
        {
            await chat.Say(line);
            await Expect(chat.Page.Locator("#say-dm")).ToHaveValueAsync("");
        }
        await Expect(chat.Pending.Locator(".body")).ToHaveTextAsync(lines);
        await Expect(chat.Pending.First.Locator(".state")).ToContainTextAsync("by itself");
        // Longer than all tries of one act: nothing comes back into the box.
        await Expect(chat.Page.Locator("#connection")).ToContainTextAsync("No connection");
        await Expect(chat.Pending).ToHaveCountAsync(3);

        await using var again = await ChatHost.Start(messages, first.Reception, first.Address);
        await Expect(chat.Pending).ToHaveCountAsync(0);
        await Expect(chat.Page.Locator("#pane-dm .mine .body")).ToHaveTextAsync(lines);
        await Expect(chat.Page.Locator("#say-dm")).ToHaveValueAsync("");
        Assert.Equal(lines.Select(line => $"typed {line}"), first.Reception.Done);
    }

    [Fact]
    public async Task What_a_busy_bot_did_not_take_waits_says_so_and_is_sent_again()
    {
        await using var host = await ChatHost.Start();
        var chat = await Opened(host);
        host.Reception.Answer = _ => Task.FromResult(new Reply(false, "Busy just now.", null));
        await chat.Say("a long thought");
        await chat.Say("and another");
        await Expect(chat.Pending.First.Locator(".state")).ToHaveTextAsync("Busy just now.");
        await Expect(chat.Pending.Locator(".body")).ToHaveTextAsync(["a long thought", "and another"]);
        host.Reception.Answer = null;
        await Expect(chat.Pending).ToHaveCountAsync(0);
        await Expect(chat.Line("a long thought").Last).ToBeVisibleAsync();
        Assert.Equal(["typed a long thought", "typed and another"], host.Reception.Done);
    }

    [Fact]
    public async Task A_line_under_way_survives_a_reload()
    {
        await using var host = await ChatHost.Start();
        var chat = await Opened(host);
        await chat.Page.RouteAsync("**/say?*", route => route.AbortAsync());
        await chat.Say("on its way");
        await Expect(chat.Pending).ToHaveCountAsync(1);
        await chat.Page.ReloadAsync();
        await Expect(chat.Pending.Locator(".body")).ToHaveTextAsync("on its way");
        await chat.Page.UnrouteAsync("**/say?*");
        await Expect(chat.Pending).ToHaveCountAsync(0);
        await Expect(chat.Line("on its way")).ToBeVisibleAsync();
        Assert.Equal(["typed on its way"], host.Reception.Done);
    }

    [Fact]
    public async Task A_line_that_became_nothing_does_not_look_saved()
    {
        await using var host = await ChatHost.Start();
        var chat = await Opened(host);
        host.Reception.Answer = what =>
            Task.FromResult(
                what == "typed into the air"
                    ? new Reply(true, "No interview is running, so this was not kept.", null) { NotKept = true }
                    : new Reply(true, null, null)
            );
        await chat.Say("into the air");
        await chat.Say("a note");
        await Expect(chat.Line("into the air").Locator(".state")).ToHaveTextAsync("Not kept");
        await Expect(chat.Line("a note")).ToBeVisibleAsync();
        await Expect(chat.Line("a note").Locator(".state")).ToHaveCountAsync(0);
        await chat.Page.ReloadAsync();
        await Expect(chat.Line("into the air").Locator(".state")).ToHaveTextAsync("Not kept");
    }

    [Fact]
    public async Task A_paste_that_is_too_long_is_said_and_stays_whole()
    {
        await using var host = await ChatHost.Start();
        var chat = await Opened(host);
        await chat.Say(new string('x', 4_001));
        await Expect(chat.Dm.Locator(".composer .trouble")).ToContainTextAsync("4001");
        Assert.Equal(4_001, (await chat.Page.Locator("#say-dm").InputValueAsync()).Length);
        await chat.Say(new string('y', 4_000));
        await Expect(chat.Dm.Locator(".composer .trouble")).ToHaveTextAsync("");
        await Expect(chat.Line("yyy")).ToBeVisibleAsync();
        Assert.Single(host.Reception.Done);
    }

    private async Task<LocalChatPage> Opened(ChatHost host)
    {
        var chat = new LocalChatPage(await chromium.NewPage());
        await chat.Open(host.Address);
        return chat;
    }
}
