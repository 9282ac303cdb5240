using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Web.Tests.Fakes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace InterviewBot.EndToEnd;

/// <summary>Nobody needs a mouse, and the focus is never lost when a card is drawn again.</summary>
public sealed class LocalChatByKeyboard(Chromium chromium)
{
    private const string Dm = "dm-interviewer";

    // Either may come first: the answer to what was asked, or the card.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_interview_is_started_by_keyboard_alone_and_the_focus_goes_to_its_card(bool cardComesFirst)
    {
        await using var host = await ChatHost.Start();
        var chat = await Open(host);
        host.Reception.Answer = async _ =>
        {
            if (cardComesFirst)
            {
                await host.Post(Dm, SampleCards.Prompt());
                await Expect(chat.Heading).ToContainTextAsync("Redis box");
            }
            return new Reply(true, null, null);
        };

        await chat.Page.Locator("#start-guide").FocusAsync();
        await chat.Page.Keyboard.PressAsync("ArrowDown");
        await chat.Page.Keyboard.PressAsync("Tab");
        await chat.Page.Keyboard.TypeAsync("Sam Rivera");
        await chat.Page.Keyboard.PressAsync("Enter");
        if (!cardComesFirst)
        {
            await Expect(chat.Page.Locator(".start[open]")).ToHaveCountAsync(0);
            await host.Post(Dm, SampleCards.Prompt());
        }

        await Expect(chat.Heading).ToContainTextAsync("Redis box");
        await Expect(Button(chat, "Next")).ToBeFocusedAsync();
        // Where the card comes first, the answer is still on its way.
        await Expect(chat.Page.Locator("form[data-act=start]")).ToHaveAttributeAsync("aria-busy", "false");
        Assert.Equal(["start backend-python.zh-CN Sam Rivera 60"], host.Reception.Done);
    }

    [Fact]
    public async Task A_press_keeps_the_focus_on_the_same_button_of_the_next_card_which_is_announced_once()
    {
        await using var host = await ChatHost.Start();
        var card = await host.Post(Dm, SampleCards.Prompt(4));
        host.Reception.Answer = async what =>
        {
            if (what == "pressed next")
                await host.Edit(
                    Dm,
                    card,
                    new Drawing.Shown(SampleCards.Prompt(5) with { Fallback = "The next question" })
                );
            return new Reply(true, null, null);
        };
        var chat = await Open(host);

        await Button(chat, "Next").FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(chat.Page.Locator("#announcer")).ToHaveTextAsync("The next question");
        await Expect(Button(chat, "Next")).ToBeFocusedAsync();

        // Notes and ratings draw the card again, without a word.
        await chat.Page.EvaluateAsync("document.getElementById('announcer').textContent = ''");
        await host.Edit(Dm, card, new Drawing.Shown(SampleCards.Prompt(5, notes: 3)));
        await Expect(chat.Card).ToContainTextAsync("3 notes");
        await Expect(Button(chat, "Next")).ToBeFocusedAsync();
        await Expect(chat.Page.Locator("#announcer")).ToHaveTextAsync("");

        // A fork has no Next: its first action.
        await host.Edit(Dm, card, new Drawing.Shown(SampleCards.Fork with { Turn = 6 }));
        await Expect(Button(chat, "Yes, deeper")).ToBeFocusedAsync();

        // Left behind as a line, the card goes on below.
        await host.Post(Dm, SampleCards.Prompt(7), "prompt-again");
        await Expect(chat.Heading).ToContainTextAsync("Redis box");
        await host.Edit(Dm, card, new Drawing.Line("left behind", "en"));
        await Expect(Button(chat, "Next")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_menu_opens_walks_and_closes_by_keyboard()
    {
        await using var host = await ChatHost.Start();
        var card = await host.Post(Dm, SampleCards.Prompt());
        var chat = await Open(host);
        var menu = chat.Page.Locator(".menu:popover-open");

        await Button(chat, "Rate").FocusAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(menu.GetByRole(AriaRole.Button, new() { Name = "1 poor" })).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Escape");
        await Expect(menu).ToHaveCountAsync(0);
        await Expect(Button(chat, "Rate")).ToBeFocusedAsync();

        await chat.Page.Keyboard.PressAsync("Enter");
        await Expect(menu.GetByRole(AriaRole.Button, new() { Name = "1 poor" })).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("ArrowDown");
        await chat.Page.Keyboard.PressAsync("ArrowDown");
        // The card is drawn again below an open menu: it stays open, on the same choice.
        await host.Edit(Dm, card, new Drawing.Shown(SampleCards.Prompt(notes: 9)));
        await Expect(chat.Card).ToContainTextAsync("9 notes");
        await Expect(menu.GetByRole(AriaRole.Button, new() { Name = "3 good" })).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Enter");

        await Expect(menu).ToHaveCountAsync(0);
        await Expect(Button(chat, "Rate")).ToBeFocusedAsync();
        await Until(() => host.Reception.Done.Count == 1);
        Assert.Equal(["pressed rate"], host.Reception.Done);
    }

    [Fact]
    public async Task An_option_asks_for_its_line_in_place()
    {
        await using var host = await ChatHost.Start();
        await host.Post(Dm, SampleCards.Prompt());
        var chat = await Open(host);

        await chat.Choose("More", "Skip with a reason", "no time for it");

        await Until(() => host.Reception.Done.Contains("pressed skip no time for it"));
        await Expect(chat.Page.Locator(".menu:popover-open")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Enter_sends_shift_enter_breaks_and_lines_are_edited_and_deleted_by_keyboard()
    {
        await using var host = await ChatHost.Start();
        var chat = await Open(host);
        var keys = chat.Page.Keyboard;

        await chat.Page.Locator("#say-dm").FocusAsync();
        await keys.TypeAsync("one");
        await keys.PressAsync("Shift+Enter");
        await keys.TypeAsync("two");
        await keys.PressAsync("Enter");
        await Expect(chat.Line("one").Locator(".body")).ToHaveTextAsync("one\ntwo");
        await Expect(chat.Page.Locator("#say-dm")).ToHaveValueAsync("");

        await chat.Page.Locator("[data-tool=edit]").FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(chat.Page.Locator(".editing textarea")).ToBeFocusedAsync();
        await keys.PressAsync("Control+A");
        await keys.TypeAsync("three");
        await keys.PressAsync("Enter");
        await Expect(chat.Line("three").Locator(".edited")).ToBeVisibleAsync();
        await Expect(chat.Page.Locator("[data-tool=edit]")).ToBeFocusedAsync();

        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Enter");
        await Expect(chat.Line("three")).ToHaveCountAsync(0);
        await Expect(chat.Page.Locator("#say-dm")).ToBeFocusedAsync();
        Assert.Equal(["typed one\ntwo", "edited three", "deleted"], host.Reception.Done);
    }

    [Fact]
    public async Task The_first_stop_of_the_page_leads_to_the_box()
    {
        await using var host = await ChatHost.Start();
        var chat = await Open(host);
        await chat.Page.Keyboard.PressAsync("Tab");
        await Expect(chat.Page.Locator(".skip")).ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync("Enter");
        await chat.Page.Keyboard.TypeAsync("hello");
        await Expect(chat.Page.Locator("#say-dm")).ToHaveValueAsync("hello");
    }

    private async Task<LocalChatPage> Open(ChatHost host)
    {
        var chat = new LocalChatPage(await chromium.NewPage());
        await chat.Open(host.Address);
        return chat;
    }

    private static ILocator Button(LocalChatPage chat, string name) =>
        chat.Card.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task Until(Func<bool> holds)
    {
        for (var round = 0; !holds() && round < 500; round++)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        Assert.True(holds());
    }
}
