using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Web.Tests.Fakes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace InterviewBot.EndToEnd;

/// <summary>However many notes there are, what to say and what to press stays before the eyes, and within reach of the keys.</summary>
public sealed class LocalChatInSight(Chromium chromium)
{
    private const string Dm = "dm-interviewer";

    // 640 by 400 is 1280 by 800 at 200 % zoom; the last but one is a phone with its keyboard open.
    public static TheoryData<int, int> Screens =>
        new()
        {
            { 1280, 800 },
            { 360, 640 },
            { 320, 720 },
            { 640, 400 },
            { 360, 400 },
            { 1024, 600 },
        };

    private const string Covered = """
        () => [...document.querySelectorAll('#pane-dm .entry.now .say, #pane-dm .entry.now .actions > button')]
            .map(e => {
                const box = e.getBoundingClientRect();
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return e.contains(top) ? null : `${e.textContent.trim()} lies under ${top?.outerHTML.slice(0, 80)}`;
            })
            .filter(problem => problem !== null)
        """;

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Question_and_buttons_stay_in_sight_while_fifty_notes_are_typed(int width, int height)
    {
        await using var host = await ChatHost.Start();
        var card = await host.Post(Dm, SampleCards.Prompt());
        for (var note = 1; note <= 47; note++)
            await host.Note(Dm, "interviewer", $"note {note}, and what else was said about it");
        var chat = await Opened(host, width, height);
        await Seen(chat, $"opened-{width}-{height}");
        for (var note = 48; note <= 50; note++)
        {
            await chat.Page.Locator("#say-dm").FocusAsync();
            await chat.Page.Keyboard.TypeAsync($"note {note}");
            await Seen(chat, $"typing-{width}-{height}");
            await chat.Page.Keyboard.PressAsync("Enter");
            await Expect(chat.Line($"note {note}")).ToBeInViewportAsync(new() { Ratio = 1 });
            await host.Edit(Dm, card, new Drawing.Shown(SampleCards.Prompt(notes: note)));
            await Expect(chat.Card).ToContainTextAsync($"{note} notes");
            await Seen(chat, $"noted-{width}-{height}");
        }
        await Expect(chat.Line("note 50")).ToBeInViewportAsync(new() { Ratio = 1 });

        host.Reception.Answer = _ =>
            Task.FromResult(new Reply(true, "Did: rated 3 good. It was a note? Edit your line.", null));
        await chat.Say("rate 3");
        await chat.PrivateLine.WaitForAsync();
        await Seen(chat, $"did-{width}-{height}");
    }

    [Theory]
    [InlineData(320, 720)]
    [InlineData(360, 640)]
    [InlineData(640, 400)]
    public async Task The_header_is_one_row_when_narrow(int width, int height)
    {
        await using var host = await ChatHost.Start();
        foreach (var locale in new[] { "en-GB", "zh-CN" })
        {
            var page = await chromium.NewPage(width, height, locale: locale);
            await new LocalChatPage(page).Open(host.Address);
            Assert.True(await page.EvaluateAsync<int>("document.querySelector('.top').offsetHeight") <= 56);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        }
    }

    [Fact]
    public async Task Each_button_has_a_key_that_is_shown_and_leaves_the_box_as_it_is()
    {
        await using var host = await ChatHost.Start();
        await host.Post(Dm, SampleCards.Prompt());
        var chat = await Opened(host, 1280, 800);
        var modifier = await Modifier(chat);
        await Expect(chat.Page.Locator("#keys")).ToContainTextAsync(modifier);
        await chat.Page.Locator("#say-dm").FocusAsync();
        await chat.Page.Keyboard.TypeAsync("half");

        await chat.Page.Keyboard.PressAsync($"{modifier}+Digit1");
        await Until(() => host.Reception.Done.Contains("pressed next"));
        await chat.Page.Keyboard.PressAsync($"{modifier}+Digit2");
        await Expect(chat.Page.Locator(".menu:popover-open").GetByRole(AriaRole.Button, new() { Name = "1 poor" }))
            .ToBeFocusedAsync();
        await chat.Page.Keyboard.PressAsync($"{modifier}+Digit3");
        await Until(() => host.Reception.Done.Contains("pressed rate"));
        await chat.Page.Keyboard.TypeAsync(" written");

        await Expect(chat.Page.Locator("#say-dm")).ToHaveValueAsync("half written");
        Assert.Equal(["pressed next", "pressed rate"], host.Reception.Done);
    }

    [Fact]
    public async Task Only_the_card_at_hand_has_keys()
    {
        await using var host = await ChatHost.Start();
        await host.Post(Dm, SampleCards.Fork);
        var chat = await Opened(host, 1280, 800);
        await host.Post(Dm, SampleCards.Prompt(7), "prompt-again");
        await Expect(chat.Heading).ToContainTextAsync("Redis box");
        await Expect(chat.Page.Locator(".entry.now")).ToHaveCountAsync(1);
        await Expect(chat.Page.Locator("[aria-keyshortcuts]")).ToHaveCountAsync(5);
        await chat.Page.Keyboard.PressAsync($"{await Modifier(chat)}+Digit1");
        await Until(() => host.Reception.Done.Count == 1);
        Assert.Equal(["pressed next"], host.Reception.Done);
    }

    private static async Task<string> Modifier(LocalChatPage chat) =>
        (await chat.Card.Locator("[aria-keyshortcuts]").First.GetAttributeAsync("aria-keyshortcuts"))!.Replace(
            "+1",
            "",
            StringComparison.Ordinal
        );

    private static async Task Seen(LocalChatPage chat, string name)
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"sight-{name}.png") });
        await Expect(chat.Heading).ToBeInViewportAsync(new() { Ratio = 0.99f });
        foreach (var button in await chat.Card.Locator(".actions > button").AllAsync())
            await Expect(button).ToBeInViewportAsync(new() { Ratio = 0.99f });
        Assert.Empty(await chat.Page.EvaluateAsync<string[]>(Covered));
    }

    private async Task<LocalChatPage> Opened(ChatHost host, int width, int height)
    {
        var chat = new LocalChatPage(await chromium.NewPage(width, height));
        await chat.Open(host.Address);
        await chat.Heading.WaitForAsync();
        return chat;
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var round = 0; !holds() && round < 500; round++)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        Assert.True(holds());
    }
}
