using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Web.Tests.Fakes;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace InterviewBot.EndToEnd;

/// <summary>What the page shows when there is more than it can hold: what was just said, or the card that just came.</summary>
public sealed class LocalChatFollows(Chromium chromium)
{
    private const string Dm = "dm-interviewer";
    private const int Notes = 25;

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(360, 740)]
    public async Task A_note_stays_in_sight_though_the_card_above_counts_it(int width, int height)
    {
        await using var host = await ChatHost.Start();
        var card = await host.Post(Dm, SampleCards.Prompt());
        var chat = await Opened(host, width, height);
        for (var note = 1; note <= Notes; note++)
        {
            await chat.Say($"note {note}");
            await Expect(chat.Line($"note {note}")).ToBeVisibleAsync();
            await host.Edit(Dm, card, new Drawing.Shown(SampleCards.Prompt(notes: note)));
            await Expect(chat.Card).ToContainTextAsync(note == 1 ? "1 note" : $"{note} notes");
        }
        await Expect(chat.Line($"note {Notes}")).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(360, 740)]
    public async Task After_many_notes_the_next_card_is_in_sight_and_the_one_left_behind_does_not_take_its_place(
        int width,
        int height
    )
    {
        await using var host = await ChatHost.Start();
        var card = await host.Post(Dm, SampleCards.Prompt());
        var chat = await Opened(host, width, height);
        for (var note = 1; note <= Notes; note++)
            await chat.Say($"note {note}");
        await Expect(chat.Line($"note {Notes}")).ToBeVisibleAsync();
        host.Reception.Answer = async _ =>
        {
            await host.Post(Dm, SampleCards.Prompt(7), "prompt-again");
            await host.Edit(Dm, card, new Drawing.Line("left behind", "en"));
            return new Reply(true, "Did: next.", null);
        };

        await chat.Say("next");
        await Expect(chat.Dm.GetByText("left behind")).ToBeAttachedAsync();
        await Expect(chat.PrivateLine).ToBeVisibleAsync();
        await Expect(chat.Heading).ToBeInViewportAsync(new() { Ratio = 1 });
        // What else scrolls does so before the next frame.
        await chat.Page.EvaluateAsync(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        );
        await Expect(chat.Heading).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    private async Task<LocalChatPage> Opened(ChatHost host, int width, int height)
    {
        var chat = new LocalChatPage(await chromium.NewPage(width, height));
        await chat.Open(host.Address);
        await chat.Heading.WaitForAsync();
        return chat;
    }
}
