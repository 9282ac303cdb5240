using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Web.Tests.Fakes;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace InterviewBot.EndToEnd;

/// <summary>A screen that is shared shows nothing of the candidate once she says hide, whatever is delivered later, until she says show.</summary>
public sealed class LocalChatHides(Chromium chromium)
{
    private const string Dm = "dm-interviewer";

    private static readonly string[] Telling =
    [
        "Sam Rivera",
        "snapshots",
        "fsync",
        "redis.io",
        "4 excellent",
        "sounds good",
        "replica",
        "MySQL",
        "late and telling",
    ];

    private static Card Hidden { get; } =
        new(
            "If that Redis box reboots right now, what do you still have?",
            "en",
            [new SayLine("“If that Redis box reboots right now, what do you still have?”", "en")],
            SampleCards.Prompt().Actions,
            4
        )
        {
            Hides = true,
        };

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(360, 640)]
    public async Task Nothing_of_the_candidate_is_left_on_the_page_until_it_is_shown_again(int width, int height)
    {
        await using var host = await ChatHost.Start();
        var card = await host.SetMidInterview(SampleCards.Prompt());
        host.Reception.Answer = async what =>
        {
            if (what is "typed hide" or "pressed hide")
                await host.Edit(Dm, card, new Drawing.Shown(what == "typed hide" ? Hidden : SampleCards.Prompt()));
            return new Reply(true, null, null);
        };
        var chat = new LocalChatPage(await chromium.NewPage(width, height));
        await chat.Open(host.Address);
        await Expect(chat.Dm).ToContainTextAsync("snapshots");

        await chat.Say("hide");
        await Expect(chat.Page.Locator("main[data-hidden]")).ToHaveCountAsync(1);
        await NothingIsTold(chat);

        // Typed, delivered late, drawn again, loaded again.
        await chat.Say("+ late and telling");
        await host.Note("hiring", "panellist", "late and telling: Sam Rivera");
        await host.Post(
            "hiring",
            SampleCards.Board with
            {
                Fallback = "late and telling",
            },
            "board-2",
            SampleCards.Loop
        );
        await host.Post(Dm, new Drawing.Line("late and telling · 4 excellent", "en"), "prompt-older");
        await Expect(chat.Dm.Locator(".folded:visible")).ToHaveCountAsync(8);
        await NothingIsTold(chat);
        await chat.Page.ReloadAsync();
        await NothingIsTold(chat);
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"hidden-{width}.png") });

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(chat.Page.Locator("main[data-hidden]")).ToHaveCountAsync(0);
        await Expect(chat.Line("+ late and telling")).ToBeVisibleAsync();
        await Expect(chat.Page.Locator(".folded:visible")).ToHaveCountAsync(0);
    }

    private static async Task NothingIsTold(LocalChatPage chat)
    {
        var told = await chat.Page.Locator("body").InnerTextAsync();
        Assert.Contains("Redis box", told, StringComparison.Ordinal);
        foreach (var word in Telling)
            Assert.DoesNotContain(word, told, StringComparison.Ordinal);
        Assert.Equal(
            "",
            await chat.Page.EvaluateAsync<string>(
                "[...document.querySelectorAll('[aria-label]')].filter(e => e.checkVisibility() && /snapshots|fsync|telling/.test(e.ariaLabel)).map(e => e.ariaLabel).join()"
            )
        );
    }
}
