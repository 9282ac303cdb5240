using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Web.Tests.Fakes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace InterviewBot.EndToEnd;

/// <summary>A hand on the mouse, then on the keys again: what is typed is a note, and never presses a button.</summary>
public sealed class LocalChatByMouse(Chromium chromium)
{
    private const string Dm = "dm-interviewer";
    private const string Note = "five words and four blanks";

    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task After_a_press_with_the_mouse_every_key_goes_to_the_box(int width, bool isDrawnAgain)
    {
        await using var host = await ChatHost.Start();
        var card = await host.Post(Dm, SampleCards.Prompt(4));
        host.Reception.Answer = async _ =>
        {
            if (isDrawnAgain)
                await host.Edit(Dm, card, new Drawing.Shown(SampleCards.Prompt(5, notes: 3)));
            return new Reply(true, null, null);
        };
        var chat = await Open(host, width);

        await chat.Press("Next");
        if (isDrawnAgain)
            await Expect(chat.Card).ToContainTextAsync("3 notes");
        await chat.Page.Keyboard.TypeAsync(Note);

        await Expect(chat.Page.Locator("#say-dm")).ToHaveValueAsync(Note);
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Line(Note)).ToBeVisibleAsync();
        Assert.Equal(["pressed next", $"typed {Note}"], host.Reception.Done);
    }

    [Fact]
    public async Task A_key_in_the_very_moment_of_the_press_is_not_lost_either()
    {
        await using var host = await ChatHost.Start();
        await host.Post(Dm, SampleCards.Prompt(4));
        var chat = await Open(host);
        await chat.Card.GetByRole(AriaRole.Button, new() { Name = "Next", Exact = true }).HoverAsync();
        await chat.Page.Mouse.DownAsync();
        await chat.Page.Keyboard.TypeAsync("a b");
        await chat.Page.Mouse.UpAsync();
        await Expect(chat.Page.Locator("#say-dm")).ToHaveValueAsync("a b");
    }

    [Theory]
    [InlineData("#pane-dm .scroll")]
    [InlineData("#pane-hiring .scroll")]
    [InlineData(".top h1")]
    public async Task After_a_click_on_empty_ground_too_and_never_into_the_channel(string ground)
    {
        await using var host = await ChatHost.Start();
        await host.Post(Dm, SampleCards.Prompt(4));
        var chat = await Open(host);
        await chat
            .Page.Locator(ground)
            .ClickAsync(
                new()
                {
                    Position = new() { X = 6, Y = 6 },
                }
            );
        await chat.Page.Keyboard.PressAsync("Enter");
        await chat.Page.Keyboard.TypeAsync(Note);
        await Expect(chat.Page.Locator("#say-dm")).ToHaveValueAsync(Note);
        await Expect(chat.Page.Locator("#say-hiring")).ToHaveValueAsync("");
        Assert.Empty(host.Reception.Done);
    }

    [Fact]
    public async Task A_menu_opened_by_mouse_chooses_nothing_by_typing()
    {
        await using var host = await ChatHost.Start();
        await host.Post(Dm, SampleCards.Prompt(4));
        var chat = await Open(host);
        await chat.Press("Rate");
        await chat.Page.Locator(".menu:popover-open").WaitForAsync();
        await chat.Page.Keyboard.TypeAsync(" " + Note);
        await Expect(chat.Page.Locator(".menu:popover-open")).ToHaveCountAsync(0);
        await Expect(chat.Page.Locator("#say-dm")).ToHaveValueAsync(" " + Note);
        Assert.Empty(host.Reception.Done);
    }

    [Fact]
    public async Task Reached_by_Tab_a_button_is_pressed_by_space_as_ever()
    {
        await using var host = await ChatHost.Start();
        await host.Post(Dm, SampleCards.Prompt(4));
        var chat = await Open(host);
        await chat
            .Page.Locator("#pane-dm .scroll")
            .ClickAsync(
                new()
                {
                    Position = new() { X = 6, Y = 6 },
                }
            );
        await chat.Card.GetByRole(AriaRole.Button, new() { Name = "Rate", Exact = true }).FocusAsync();
        await chat.Page.Keyboard.PressAsync("Shift+Tab");
        await Expect(chat.Card.GetByRole(AriaRole.Button, new() { Name = "Next", Exact = true })).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Space");
        await Expect(chat.Page.Locator("#say-dm")).ToHaveValueAsync("");
        await chat.Card.Locator("[aria-disabled=true], :focus").First.WaitForAsync();
        await chat.Say("done");
        await Expect(chat.Line("done")).ToBeVisibleAsync();
        Assert.Equal(["pressed next", "typed done"], host.Reception.Done);
    }

    private async Task<LocalChatPage> Open(ChatHost host, int width = 1280)
    {
        var chat = new LocalChatPage(await chromium.NewPage(width));
        await chat.Open(host.Address);
        await chat.Heading.WaitForAsync();
        return chat;
    }
}
