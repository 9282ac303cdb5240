using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace InterviewBot.EndToEnd.Teams;

/// <summary>A bot process, a client of Teams before it, and somebody who sits at the client.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly DirectoryInfo _guides = Directory.CreateTempSubdirectory("guides-");
    private readonly List<string> _broken = [];
    private readonly int _width;
    private BotProcess _bot = null!;

    private Scene(int width) => _width = width;

    public TeamsClient Client { get; private set; } = null!;
    public IPage Page { get; private set; } = null!;
    public ILocator Dialog => Page.Locator("dialog");

    public static async Task<Scene> Start(Chromium chromium, int width, string guide)
    {
        var scene = new Scene(width);
        try
        {
            await scene.Begin(chromium, guide);
            return scene;
        }
        catch
        {
            await scene.DisposeAsync();
            throw;
        }
    }

    /// <summary>The newest card that has this button.</summary>
    public ILocator Card(string button) =>
        Page.Locator("main > section")
            .Filter(new() { Has = Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }) })
            .Last;

    /// <summary>By Tab, until the control with this label has the focus.</summary>
    public async Task Reach(string label)
    {
        for (var i = 0; i < 60; i++)
        {
            if (await Page.EvaluateAsync<string>("() => nameOf(document.activeElement)") == label)
                return;
            await Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The Tab key does not reach “{label}”:\n{await Page.Locator("body").InnerTextAsync()}");
    }

    /// <summary>By Tab and Enter.</summary>
    /// <param name="then">The button that stands on a card afterwards; null: any.</param>
    /// <param name="shows">What that card says.</param>
    public async Task Press(string name, string? then = null, string? shows = null, string key = "Enter")
    {
        await Reach(name);
        await Page.Keyboard.PressAsync(key);
        // The answer to a press draws the card, and the edit that follows draws it again, which takes the focus: until that stands there.
        if (then is not null || shows is not null)
            await Page.WaitForFunctionAsync(
                "([then, shows]) => stands(then, shows)",
                new[] { then, shows },
                new() { Timeout = 30_000 }
            );
    }

    /// <summary>The dialog keeps within the page, cuts nothing and is accessible.</summary>
    public async Task Check(string name)
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"teams-dialog-{name}-{_width}.png") });
        var cut = await Page.EvaluateAsync<string[]>("() => cutIn(document.querySelector('dialog'))");
        Assert.True(cut.Length == 0, $"{name} at {_width}: {string.Join('\n', cut)}");
        var wide = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.True(wide <= _width, $"{name} is {wide} px wide at {_width}.");
        var found = (await Dialog.RunAxe()).Violations;
        Assert.True(
            found.Length == 0,
            $"{name} at {_width}: "
                + string.Join(
                    '\n',
                    found.Select(v => $"{v.Id} {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}")
                )
        );
    }

    public void NothingWrong()
    {
        Assert.Empty(_broken);
        Assert.Empty(Client.Wrong);
    }

    public async ValueTask DisposeAsync()
    {
        if (Page is not null)
            await Page.Context.CloseAsync();
        if (_bot is not null)
            await _bot.DisposeAsync();
        if (Client is not null)
            await Client.DisposeAsync();
        _guides.Delete(true);
    }

    private async Task Begin(Chromium chromium, string guide)
    {
        await File.WriteAllTextAsync(Path.Combine(_guides.FullName, "backend.md"), guide);
        var settings = new Dictionary<string, string> { ["Teams__Anonymous"] = "true" };
        _bot = new BotProcess(_guides.FullName, settings: settings);
        Client = await TeamsClient.Start(_bot.Address);
        settings["Teams__PlaygroundUrl"] = Client.Address.ToString();
        await _bot.Start();
        Page = await chromium.NewPage(_width, height: 900);
        Page.PageError += (_, error) => _broken.Add(error);
        await Page.GotoAsync(new Uri(Client.Address, "client.html").ToString());
        await Client.Install();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true })).ToBeVisibleAsync();
    }
}
