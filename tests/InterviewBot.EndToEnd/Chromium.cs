using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(InterviewBot.EndToEnd.Chromium))]

namespace InterviewBot.EndToEnd;

/// <summary>One headless browser for all tests: Debian's, as no browser is downloaded here.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        // A machine that builds beside it may be slow; what is awaited comes or does not.
        Assertions.SetDefaultExpectTimeout(20_000);
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                Headless = true,
                Args = Arguments,
            }
        );
    }

    /// <summary>A fresh browser profile, without cookies.</summary>
    public async Task<IPage> NewPage(
        int width = 1280,
        int height = 800,
        ColorScheme scheme = ColorScheme.Light,
        string locale = "en-GB"
    )
    {
        var context = await _browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = scheme,
                Locale = locale,
                TimezoneId = "Europe/Berlin",
                HasTouch = width < 600,
                IsMobile = width < 600,
            }
        );
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
