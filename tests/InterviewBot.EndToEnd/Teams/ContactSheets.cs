using System.Text.Json;
using Microsoft.Playwright;

namespace InterviewBot.EndToEnd.Teams;

/// <summary>Pictures of all cards on a few sheets, for who wants to see them without a tenant.</summary>
internal static class ContactSheets
{
    // A card whose name begins with none of these stands on the last sheet, so that none is missing.
    private static readonly (string Sheet, string[] Cards)[] Families =
    [
        ("long", ["prompt-long", "pool-long", "prepare-long", "answer-switch-long", "scorecard-long", "finish-long"]),
        ("prepare", ["prepare", "dialog-prepare", "start-form"]),
        ("prompt", ["opening", "prompt", "look-back"]),
        ("forks", ["fork", "pool", "nothing-left"]),
        ("ending", ["closing", "idle", "paused", "finish", "scorecard", "preview", "dialog", "submitted", "summary"]),
        ("panel", ["board", "recruiter", "answer", "retired", "no-show", "cancelled"]),
        ("troubles", []),
    ];

    private static readonly string[] Wide = ["prepare", "prompt", "pool", "scorecard", "preview", "finish"];

    public static async Task Draw(IPage page, IReadOnlyDictionary<string, string> cards, string folder)
    {
        foreach (var language in new[] { "en", "zh-CN" })
        {
            var left = cards.Where(c => c.Key.EndsWith($".{language}", StringComparison.Ordinal)).ToList();
            await Sheet(
                page,
                $"teams-wide.{language}",
                [.. left.Where(c => Wide.Contains(c.Key.Split('.')[0]))],
                720,
                3,
                folder
            );
            foreach (var (sheet, names) in Families)
            {
                var family =
                    names.Length == 0
                        ? left
                        : [.. left.Where(c => names.Any(n => c.Key.StartsWith(n, StringComparison.Ordinal)))];
                left = [.. left.Except(family)];
                await Sheet(page, $"teams-{sheet}.{language}", family, 320, 6, folder);
            }
        }
    }

    private static async Task Sheet(
        IPage page,
        string name,
        List<KeyValuePair<string, string>> cards,
        int width,
        int columns,
        string folder
    )
    {
        await page.SetViewportSizeAsync(columns * (width + 16) + 16, 200);
        await page.EvaluateAsync(
            "([cards, width, columns]) => drawSheet(JSON.parse(cards), width, columns)",
            new object[]
            {
                JsonSerializer.Serialize(cards.Select(c => new { name = c.Key, json = c.Value })),
                width,
                columns,
            }
        );
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
