using Microsoft.Playwright;

namespace InterviewBot.EndToEnd.Teams;

/// <summary>Pages of the tests that draw cards with npm adaptivecards (tests/npm-teams).</summary>
internal static class CardPages
{
    private static readonly string Pages = Path.Combine(BotProcess.Root, "tests/InterviewBot.EndToEnd/Teams/Pages");

    private static readonly string Renderer = Path.Combine(
        BotProcess.Root,
        "tests/npm-teams/node_modules/adaptivecards/dist/adaptivecards.min.js"
    );

    /// <summary>What a page may ask for, by name: the files of Pages, and the renderer as <c>adaptivecards.js</c>.</summary>
    public static IEnumerable<(string Name, string Path)> Files =>
        Directory.GetFiles(Pages).Select(file => (Path.GetFileName(file), file)).Append(("adaptivecards.js", There()));

    public static string TypeOf(string name) =>
        Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "text/javascript; charset=utf-8",
        };

    /// <summary>An empty page with the renderer, <c>cards.js</c> and <c>sheet.js</c>.</summary>
    public static async Task Open(IPage page)
    {
        await page.SetContentAsync(
            "<!doctype html><html lang=en><meta name=viewport content='width=device-width,initial-scale=1'><title>Cards</title><body></body></html>"
        );
        await page.AddStyleTagAsync(new() { Path = Path.Combine(Pages, "cards.css") });
        await page.AddScriptTagAsync(new() { Path = There() });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Pages, "cards.js") });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Pages, "sheet.js") });
    }

    private static string There() =>
        File.Exists(Renderer)
            ? Renderer
            : throw new InvalidOperationException(
                "The renderer is missing: npm ci --ignore-scripts in tests/npm-teams."
            );
}
