using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Web.Tests.Fakes;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace InterviewBot.EndToEnd;

/// <summary>An open page outlives the process, and nothing written on it is lost.</summary>
public sealed class LocalChatStaysLive(Chromium chromium)
{
    [Fact]
    public async Task After_a_restart_the_page_catches_up_and_acts_again()
    {
        var messages = new MemoryMessages();
        var first = await ChatHost.Start(messages);
        var chat = new LocalChatPage(await chromium.NewPage());
        await chat.Open(first.Address);
        await chat.Say("before");
        await Expect(chat.Line("before")).ToBeVisibleAsync();

        await first.DisposeAsync();
        await Expect(chat.Page.Locator("#connection")).ToContainTextAsync("No connection");
        await chat.Page.Locator("#say-dm").FillAsync("half writ");
        await messages.Add(
            messages.All[0] with
            {
                Id = 0,
                Author = "recruiter",
                Conversation = "hiring",
                Body = "said meanwhile",
                PostKey = null,
            }
        );
        await using var again = await ChatHost.Start(messages, first.Reception, first.Address);

        await Expect(chat.Line("said meanwhile")).ToBeVisibleAsync();
        await Expect(chat.Page.Locator("#connection")).Not.ToContainTextAsync("No connection");
        await Expect(chat.Page.Locator("#say-dm")).ToHaveValueAsync("half writ");
        await chat.Say("after");
        await Expect(chat.Line("after")).ToBeVisibleAsync();
        Assert.Equal(["typed before", "typed after"], first.Reception.Done);
    }

    [Fact]
    public async Task What_is_half_written_survives_a_reload()
    {
        await using var host = await ChatHost.Start();
        var chat = new LocalChatPage(await chromium.NewPage());
        await chat.Open(host.Address);
        await chat.Page.Locator("#say-dm").FillAsync("not yet sent");
        await chat.Page.ReloadAsync();
        await Expect(chat.Page.Locator("#say-dm")).ToHaveValueAsync("not yet sent");
    }

    [Fact]
    public async Task Fields_are_saved_when_changed_and_half_written_ones_survive_a_new_drawing()
    {
        await using var host = await ChatHost.Start();
        var card = await host.Post("dm-interviewer", SampleCards.Scorecard);
        var chat = new LocalChatPage(await chromium.NewPage());
        await chat.Open(host.Address);

        await chat.Page.GetByLabel("Strong yes").CheckAsync();
        await Expect(chat.Card.Locator("[data-field=recommend] .saved")).ToHaveTextAsync("Saved");
        await chat.Page.GetByLabel("Comment").FillAsync("calm under pre");
        await host.Edit("dm-interviewer", card, new Drawing.Shown(Chosen("strong-yes")));
        await Expect(chat.Page.GetByLabel("Strong yes")).ToBeCheckedAsync();
        await Expect(chat.Card.Locator("[data-field=recommend] .saved")).ToHaveTextAsync("Saved");
        await Expect(chat.Page.GetByLabel("Comment")).ToHaveValueAsync("calm under pre");
        await Expect(chat.Page.GetByLabel("Comment")).ToBeFocusedAsync();
        await chat.Page.Keyboard.TypeAsync("ssure");
        await chat.Page.Keyboard.PressAsync("Tab");

        await Expect(chat.Card.Locator("[data-field=comment] .saved")).ToHaveTextAsync("Saved");
        Assert.Equal("pressed recommend strong-yes", host.Reception.Done.First());
        Assert.Equal("pressed comment calm under pressure", host.Reception.Done.Last());
    }

    [Fact]
    public async Task Nothing_of_the_page_breaks_its_own_rules()
    {
        await using var host = await ChatHost.Start();
        await host.SetMidInterview(SampleCards.Prompt());
        var page = await chromium.NewPage();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        var chat = new LocalChatPage(page);
        await chat.Open(host.Address);
        await chat.Press("Rate");
        await page.Keyboard.PressAsync("Escape");
        await chat.Say("a note");
        await Expect(chat.Line("a note")).ToBeVisibleAsync();
        Assert.Empty(complaints);
    }

    private static Card Chosen(string value) =>
        SampleCards.Scorecard with
        {
            Parts =
            [
                .. SampleCards.Scorecard.Parts.Select(p =>
                    p is ChoiceField { Id: "recommend" } field ? field with { Selected = value } : p
                ),
            ],
        };
}
