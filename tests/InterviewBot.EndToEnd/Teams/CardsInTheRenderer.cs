using Microsoft.Playwright;
using Xunit;

namespace InterviewBot.EndToEnd.Teams;

/// <summary>
/// Each approved Teams card, read and drawn by npm adaptivecards, the renderer on which clients are built: without a complaint, and with every
/// label and text in full, within a side panel of 320 px too, each menu and field opened. SHOTS=folder keeps pictures of them all.
/// </summary>
public sealed class CardsInTheRenderer(Chromium chromium)
{
    private const string Look = """
        ([json, width]) => {
            width = Number(width);
            if (innerWidth !== width) throw new Error(`The page is ${innerWidth} px wide, not ${width}.`);
            const problems = [];
            const drawn = drawCard(JSON.parse(json), problems);
            document.body.replaceChildren(drawn);
            openAll(document.body, menu => {
                const at = menu ? ` (${menu} opened)` : "";
                for (const cut of cutIn(document.body)) problems.push(`cut${at}: ${cut}`);
                const wide = document.documentElement.scrollWidth;
                if (wide > width) problems.push(`${wide} px wide${at}`);
            });
            return problems;
        }
        """;

    private static readonly string Folder = Path.Combine(BotProcess.Root, "tests/InterviewBot.Teams.Tests/Approved");

    [Theory]
    [InlineData(320)]
    [InlineData(720)]
    public async Task Each_card_is_drawn_without_a_complaint_and_nothing_is_cut(int width)
    {
        var page = await chromium.NewPage(width, height: 900);
        var broken = new List<string>();
        page.PageError += (_, error) => broken.Add(error);
        await CardPages.Open(page);
        var cards = Directory
            .GetFiles(Folder, "*.json")
            .Order(StringComparer.Ordinal)
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);
        Assert.NotEmpty(cards);
        foreach (var (name, card) in cards)
        {
            var problems = await page.EvaluateAsync<string[]>(Look, new[] { card, $"{width}" });
            broken.AddRange(problems.Select(p => $"{name}: {p}"));
        }
        Assert.True(broken.Count == 0, string.Join('\n', broken));
        if (width > 320 && Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            await ContactSheets.Draw(page, cards, folder);
    }
}
