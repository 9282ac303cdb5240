using Microsoft.Playwright;

namespace InterviewBot.EndToEnd;

/// <summary>The local chat as a person uses it. Everything is found by role, name or label, as a screen reader would.</summary>
public sealed class LocalChatPage(IPage page)
{
    public IPage Page => page;

    public ILocator Dm => page.Locator("#pane-dm");
    public ILocator Hiring => page.Locator("#pane-hiring");

    /// <summary>The newest card of the DM that has something to press.</summary>
    public ILocator Card => Dm.Locator(".entries .message:has(.actions)").Last;

    /// <summary>What the card says to say, or its title.</summary>
    public ILocator Heading => Card.GetByRole(AriaRole.Heading, new() { Level = 3 });

    /// <summary>The newest line that only this person sees.</summary>
    public ILocator PrivateLine => Dm.Locator(".ephemeral");

    public ILocator Board => Hiring.Locator(".entries > .entry > .message.bot").First;
    public ILocator Thread => Hiring.Locator(".thread").First;

    /// <param name="address">With the key in it, where the bot asks for one.</param>
    /// <param name="person">interviewer, panellist or recruiter.</param>
    public async Task Open(Uri address, string person = "interviewer") =>
        await page.GotoAsync(
            new Uri(address, $"/?as={person}&{address.Query.TrimStart('?')}").ToString(),
            new() { WaitUntil = WaitUntilState.Load }
        );

    public async Task Start(string guide, string? candidate = null, int? minutes = null)
    {
        if (await page.Locator("details.start[open]").CountAsync() == 0)
            await page.Locator("[data-tool=begin]:visible, details.start > summary:visible").First.ClickAsync();
        await page.Locator("#start-guide").SelectOptionAsync(guide);
        await page.Locator("#start-candidate").FillAsync(candidate ?? "");
        if (minutes is not null)
            await page.Locator("#start-minutes").FillAsync($"{minutes}");
        await page.Locator("form[data-act=start] button[type=submit]").ClickAsync();
    }

    public async Task Say(string text, string pane = "dm")
    {
        await page.Locator($"#say-{pane}").FillAsync(text);
        await page.Locator($"#say-{pane}").PressAsync("Enter");
    }

    public Task Press(string button) =>
        Card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Opens a menu of the card and chooses; a line is typed where the option asks for one.</summary>
    public async Task Choose(string menu, string option, string? text = null)
    {
        await Press(menu);
        var open = page.Locator(".menu:popover-open");
        await open.GetByRole(AriaRole.Button, new() { Name = option }).First.ClickAsync();
        if (text is null)
            return;
        await open.Locator(".asked:not([hidden]) input").FillAsync(text);
        await open.Locator(".asked:not([hidden]) input").PressAsync("Enter");
    }

    /// <summary>A line that the bot has; one that is still under way is <see cref="Pending"/>.</summary>
    public ILocator Line(string text) => page.Locator(".message:not(.pending *)", new() { HasText = text });

    public ILocator Pending => page.Locator(".pending > .message");

    public async Task EditLine(string text, string newText)
    {
        var line = Line(text).Last;
        await line.HoverAsync();
        await line.Locator("[data-tool=edit]").ClickAsync();
        await page.Locator(".editing textarea").FillAsync(newText);
        await page.Locator(".editing textarea").PressAsync("Enter");
    }

    public async Task DeleteLine(string text)
    {
        var line = Line(text).Last;
        await line.HoverAsync();
        await line.Locator("[data-tool=delete]").ClickAsync();
        await line.Locator("[data-tool=delete]").ClickAsync();
    }
}
