using Deque.AxeCore.Playwright;
using InterviewBot.Web.Tests.Fakes;
using Microsoft.Playwright;
using Xunit;

namespace InterviewBot.EndToEnd;

/// <summary>How the guide pages look, read and print. With SHOTS=folder pictures are kept there.</summary>
public sealed class GuidePagesLook(Chromium chromium)
{
    private const string Broken = "# Broken\n## 1. Redis\n```flow\nst->e\n```\n";

    [Theory]
    [InlineData(1280, 800, ColorScheme.Light, "en-GB")]
    [InlineData(1280, 800, ColorScheme.Dark, "zh-CN")]
    [InlineData(360, 740, ColorScheme.Light, "zh-CN")]
    [InlineData(360, 740, ColorScheme.Dark, "en-GB")]
    public async Task They_read_well(int width, int height, ColorScheme scheme, string locale)
    {
        await using var host = await Host();
        var page = await chromium.NewPage(width, height, scheme, locale);
        await page.GotoAsync(new Uri(host.Address, "/guides").ToString());
        await Check(page, $"guides-{width}-{scheme}");
        await page.Locator("a[href='/guides/good']").ClickAsync();
        await page.Locator("svg.chart").First.WaitForAsync();
        await Check(page, $"guide-{width}-{scheme}");
        await page.GotoAsync(new Uri(host.Address, "/guides/broken").ToString());
        await Check(page, $"guide-broken-{width}-{scheme}");
    }

    [Fact]
    public async Task They_are_walked_by_keyboard()
    {
        await using var host = await Host();
        var page = await chromium.NewPage();
        await page.GotoAsync(new Uri(host.Address, "/guides").ToString());
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".card a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Python 后端面试");
        // A drawing that is wider than the page is scrolled by the arrow keys, so it takes the focus.
        await page.Locator(".drawing").First.FocusAsync();
        await Assertions.Expect(page.Locator(".drawing").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_paper_there_is_room_to_write_and_nothing_to_press()
    {
        await using var host = await Host();
        var page = await chromium.NewPage();
        await page.GotoAsync(new Uri(host.Address, "/guides/good").ToString());
        await Assertions.Expect(page.Locator(".paper").First).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".paper").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".top")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".problems")).ToBeHiddenAsync();
        var pdf = await page.PdfAsync(new() { Format = "A4" });
        if (Shots is { } folder)
            await File.WriteAllBytesAsync(
                Path.Combine(folder, "guide.pdf"),
                pdf,
                TestContext.Current.CancellationToken
            );
        Assert.True(pdf.Length > 10_000);
    }

    /// <summary>The Chinese guide of an hour filled 19 sheets, the first of them with three lines.</summary>
    [Fact]
    public async Task On_paper_it_takes_few_sheets_and_has_fields_for_who_and_when()
    {
        await using var host = await Host();
        var page = await chromium.NewPage(locale: "zh-CN");
        await page.GotoAsync(new Uri(host.Address, "/guides/good").ToString());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".sheet dt")).ToHaveTextAsync(["候选人", "日期", "面试官"]);
        await Assertions.Expect(page.Locator(".sheet")).ToBeVisibleAsync();
        // Each topic began a sheet of its own.
        Assert.Equal(
            "auto",
            await page.Locator(".topic").Nth(1).EvaluateAsync<string>("topic => getComputedStyle(topic).breakBefore")
        );
        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" }));
        var sheets = System.Text.RegularExpressions.Regex.Count(pdf, @"/Type\s*/Page\b");
        Assert.InRange(sheets, 2, 12);
    }

    private static string? Shots =>
        Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder ? folder : null;

    private static async Task<GuideHost> Host()
    {
        var text = await File.ReadAllTextAsync(
            Path.Combine(BotProcess.Root, "flows/backend-python.zh-CN.md"),
            TestContext.Current.CancellationToken
        );
        var host = (await GuideHost.Start()).With("good", Titled(text)).With("broken", Broken, Titled(text));
        host.Used("good", Titled(text), new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero));
        host.Used("good", "# 面试\n## 1. 开场\n", new(2026, 1, 2, 10, 0, 0, TimeSpan.Zero));
        return host;
    }

    /// <summary>A title of its own, so that the test does not hang on the wording of the shipped guide.</summary>
    private static string Titled(string text)
    {
        var body = text.StartsWith("---\n", StringComparison.Ordinal)
            ? text[(text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..]
            : text;
        return $"---\ntitle: Python 后端面试\nfor: 中级及以上\nminutes: 60\n---\n{body}";
    }

    private static async Task Check(IPage page, string name)
    {
        if (Shots is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            $"{name} scrolls sideways"
        );
        var result = await page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"{name}: "
                + string.Join(
                    "\n",
                    result.Violations.Select(v =>
                        $"{v.Id} {v.Help}: {string.Join(" | ", v.Nodes.Take(5).Select(n => n.Html))}"
                    )
                )
        );
    }
}
