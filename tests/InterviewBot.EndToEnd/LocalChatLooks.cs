using Deque.AxeCore.Playwright;
using InterviewBot.Web.Tests.Fakes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace InterviewBot.EndToEnd;

/// <summary>How the local chat looks and reads. With SHOTS=folder pictures are kept there.</summary>
public sealed class LocalChatLooks(Chromium chromium)
{
    public static TheoryData<int, int, ColorScheme> Screens =>
        new()
        {
            { 1280, 800, ColorScheme.Light },
            { 1280, 800, ColorScheme.Dark },
            { 360, 740, ColorScheme.Light },
            { 360, 740, ColorScheme.Dark },
        };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_first_screen_reads_well(int width, int height, ColorScheme scheme)
    {
        await using var host = await ChatHost.Start();
        var chat = new LocalChatPage(await chromium.NewPage(width, height, scheme));
        await chat.Open(host.Address);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).WaitForAsync();
        await Expect(chat.Page.Locator("details.start > summary")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Check(chat.Page, $"first-{width}-{scheme}");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_middle_of_an_interview_reads_well(int width, int height, ColorScheme scheme)
    {
        await using var host = await ChatHost.Start();
        await host.SetMidInterview(SampleCards.Prompt());
        host.Reception.Answer = _ =>
            Task.FromResult(new Delivery.Receiving.Reply(true, "Did: next. It was a note? Edit your line.", null));
        var chat = new LocalChatPage(await chromium.NewPage(width, height, scheme));
        await chat.Open(host.Address);
        await chat.Heading.WaitForAsync();
        await Check(chat.Page, $"middle-{width}-{scheme}");

        await chat.Press("Rate");
        await Check(chat.Page, $"menu-{width}-{scheme}");
        await chat.Page.Keyboard.PressAsync("Escape");
        await chat.Choose("More", "Skip with a reason");
        await Check(chat.Page, $"asks-{width}-{scheme}");
        await chat.Page.Keyboard.PressAsync("Escape");
        await chat.Press("Next");
        await chat.PrivateLine.WaitForAsync();
        await Check(chat.Page, $"private-{width}-{scheme}");

        await chat.Open(host.Address, "recruiter");
        await Check(chat.Page, $"recruiter-{width}-{scheme}");
        if (width < 600)
        {
            await chat.Page.Locator(".tabs [data-shows=hiring]").ClickAsync();
            await Check(chat.Page, $"hiring-{width}-{scheme}");
        }
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_scorecard_and_the_fork_read_well(int width, int height, ColorScheme scheme)
    {
        await using var host = await ChatHost.Start();
        await host.Post("dm-interviewer", SampleCards.Fork, "prompt");
        await host.Post("dm-panellist", SampleCards.Scorecard, "prompt-2");
        var chat = new LocalChatPage(await chromium.NewPage(width, height, scheme));
        await chat.Open(host.Address);
        await Check(chat.Page, $"fork-{width}-{scheme}");
        await chat.Open(host.Address, "panellist");
        await Check(chat.Page, $"scorecard-{width}-{scheme}");
    }

    // What can be pressed or typed into, that a person cannot get at: hidden behind something, or too small to hit.
    private const string OutOfReach = """
        () => [...document.querySelectorAll('button, a[href], summary, input, select, textarea')]
            .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.matches('.skip'))
            .map(e => {
                e.scrollIntoView({ block: 'center' });
                const box = e.getBoundingClientRect();
                const name = e.ariaLabel ?? (e.textContent.trim() || e.name);
                if (box.width < 20 || box.height < 16) return `${name} is ${box.width} by ${box.height}`;
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return top && (e.contains(top) || top.contains(e)) && top !== document.body && top !== document.documentElement
                    ? null : `${name} lies under ${top?.outerHTML.slice(0, 80)}`;
            })
            .filter(problem => problem !== null)
        """;

    [Theory]
    [InlineData(360, 740)]
    [InlineData(360, 480)]
    [InlineData(768, 900)]
    [InlineData(1280, 800)]
    public async Task Nothing_that_can_be_pressed_is_hidden_or_covered(int width, int height)
    {
        await using var host = await ChatHost.Start();
        var chat = new LocalChatPage(await chromium.NewPage(width, height));
        await chat.Open(host.Address);
        Assert.Empty(await chat.Page.EvaluateAsync<string[]>(OutOfReach));
        await host.SetMidInterview(SampleCards.Prompt());
        await chat.Open(host.Address);
        await chat.Heading.WaitForAsync();
        Assert.Empty(await chat.Page.EvaluateAsync<string[]>(OutOfReach));
        // One way to a new interview, not two.
        var starts = chat.Page.Locator("[data-tool=begin]:visible, .start:not([open]) > summary:visible");
        Assert.Equal(1, await starts.CountAsync());
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"reach-{width}-{height}.png") });
    }

    [Fact]
    public async Task Chinese_reads_well()
    {
        await using var host = await ChatHost.Start();
        await host.SetMidInterview(SampleCards.PromptInChinese);
        foreach (var (width, height) in new[] { (1280, 800), (360, 740) })
        {
            var chat = new LocalChatPage(await chromium.NewPage(width, height, locale: "zh-CN"));
            await chat.Open(host.Address);
            Assert.Equal("zh-CN", await chat.Page.Locator("html").GetAttributeAsync("lang"));
            await Check(chat.Page, $"chinese-{width}");
        }
    }

    private static async Task Check(IPage page, string name)
    {
        // Only what moves by itself could differ between two looks: nothing does.
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
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
                    result.Violations.Select(v => $"{v.Id} {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}")
                )
        );
    }
}
