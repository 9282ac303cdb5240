using Microsoft.Playwright;
using Xunit;

namespace InterviewBot.EndToEnd.Teams;

/// <summary>
/// Each approved Teams card, read and drawn by npm adaptivecards, the renderer on which clients are built: without a complaint, and within a
/// side panel of 320 px. SHOTS=folder keeps pictures.
/// </summary>
public sealed class CardsInTheRenderer(Chromium chromium)
{
    // Only where it is drawn, as a client sets it: wrapping buttons, Teams' limit of actions.
    private const string Draw = """
        text => {
            const card = new AdaptiveCards.AdaptiveCard();
            card.hostConfig = new AdaptiveCards.HostConfig({
                fontFamily: "Segoe UI, Noto Sans CJK SC, sans-serif",
                actions: { maxActions: 6, actionsOrientation: "horizontal", actionAlignment: "left", showCard: { actionMode: "inline" } },
                supportsInteractivity: true,
            });
            // Its own pattern for languages is a global one and begins, every second time, where it ended.
            AdaptiveCards.CardElement.langProperty.regEx.lastIndex = 0;
            const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
            card.parse(JSON.parse(text), context);
            const drawn = card.render();
            document.body.replaceChildren(drawn);
            const problems = [];
            for (let i = 0; i < context.eventCount; i++) problems.push(context.getEventAt(i).message);
            for (const event of card.validateProperties().validationEvents) problems.push(event.message);
            return problems;
        }
        """;

    private static readonly string Folder = Path.Combine(BotProcess.Root, "tests/InterviewBot.Teams.Tests/Approved");

    [Theory]
    [InlineData(320)]
    [InlineData(720)]
    public async Task Each_card_is_drawn_without_a_complaint_and_nothing_sticks_out(int width)
    {
        var page = await chromium.NewPage(width, height: 900);
        var broken = new List<string>();
        page.PageError += (_, error) => broken.Add(error);
        await page.SetContentAsync(
            "<meta name=viewport content='width=device-width,initial-scale=1'><style>body{margin:8px;font:14px 'Segoe UI',sans-serif}"
                + ".ac-pushButton{white-space:normal;overflow-wrap:anywhere}.ac-actionSet{flex-wrap:wrap;gap:8px}</style>"
        );
        await page.AddScriptTagAsync(
            new()
            {
                Path = Path.Combine(
                    BotProcess.Root,
                    "tests/npm-teams/node_modules/adaptivecards/dist/adaptivecards.min.js"
                ),
            }
        );
        var cards = Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(cards);
        foreach (var file in cards)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var problems = await page.EvaluateAsync<string[]>(Draw, await File.ReadAllTextAsync(file));
            Assert.True(problems.Length == 0, $"{name}: {string.Join("; ", problems)}");
            Assert.Equal(1, await page.Locator("body > .ac-adaptiveCard").CountAsync());
            await OpenEverything(page);
            var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"{name} is {wide} px wide at {width}.");
            if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
                await page.ScreenshotAsync(
                    new() { Path = Path.Combine(folder, $"card-{width}-{name}.png"), FullPage = true }
                );
        }
        Assert.Empty(broken);
    }

    /// <summary>Menus and fields, so that what they hold is looked at as well.</summary>
    private static async Task OpenEverything(IPage page)
    {
        foreach (var button in await page.Locator("[aria-expanded=false]").AllAsync())
        {
            if (await button.IsVisibleAsync())
                await button.ClickAsync();
        }
    }
}
