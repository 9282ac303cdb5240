using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace InterviewBot.EndToEnd.Teams;

/// <summary>The personal chat on the Playground's page.</summary>
internal sealed class PlaygroundPage(IPage page)
{
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 60_000 };

    /// <summary>The newest card. The card of a menu lies within it and is none of its own.</summary>
    public ILocator Card => page.Locator(".ac-adaptiveCard:not(.ac-adaptiveCard .ac-adaptiveCard)").Last;

    public async Task Say(string text)
    {
        await page.Locator("div[role=textbox]").Last.ClickAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses a button of the newest card that says this, and waits until the card says the next.</summary>
    public Task Press(string name, string then) => Press(new Regex($"^{Regex.Escape(name)}$"), then);

    public async Task Press(Regex name, string then)
    {
        await Button(name).ClickAsync(new() { Timeout = 60_000 });
        await Expect(Card).ToContainTextAsync(then, Patient);
        await Settled();
    }

    /// <summary>Opens a menu or a field, until what is in it can be seen.</summary>
    public Task Open(string name, string shows) => Open(new Regex($"^{Regex.Escape(name)}$"), shows);

    public async Task Open(Regex name, string shows)
    {
        await Button(name).ClickAsync(new() { Timeout = 60_000 });
        await Button(new Regex($"^{Regex.Escape(shows)}$")).WaitForAsync(new() { Timeout = 60_000 });
    }

    private ILocator Button(Regex name) => Card.GetByRole(AriaRole.Button, new() { NameRegex = name }).First;

    /// <summary>The answer to the press draws the card, and the edit that follows draws it again: until no more is drawn.</summary>
    private async Task Settled() =>
        await page.EvaluateAsync(
            """
            () => new Promise(done => {
                let last;
                const again = () => { clearTimeout(last); last = setTimeout(() => { seen.disconnect(); done(); }, 1500); };
                const seen = new MutationObserver(again);
                seen.observe(document.body, { childList: true, subtree: true, characterData: true });
                again();
            })
            """
        );
}
