using System.Text.RegularExpressions;
using InterviewBot.Conversation.Cards;
using InterviewBot.Web.Tests.Fakes;
using Xunit;

namespace InterviewBot.Web.Tests;

public sealed class HidingDetails
{
    private const string Dm = "dm-interviewer";

    [Theory]
    [InlineData("en", "hidden on this page")]
    [InlineData("zh-CN", "已遮住")]
    public async Task The_page_opens_hidden_where_a_card_hides_and_only_for_that_person(
        string language,
        string sentence
    )
    {
        await using var host = await ChatHost.Start();
        await host.Post(Dm, SampleCards.Prompt() with { Hides = true });
        var page = await host.Page(language: language);
        Assert.Matches("<main[^>]* data-hidden", page);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<main[^>]* data-hidden", await host.Page("recruiter"));
    }

    [Fact]
    public async Task Its_card_carries_the_press_that_shows_again_and_every_other_message_a_folded_line()
    {
        await using var host = await ChatHost.Start();
        var card = await host.Post(Dm, SampleCards.Prompt() with { Hides = true });
        await host.Note(Dm, "interviewer", "+ only snapshots");
        var page = await host.Page();
        var press = Regex.Match(page, "data-hides=\"([^\"]*)\"").Groups[1].Value;
        Assert.Contains("hide", press, StringComparison.Ordinal);
        Assert.Contains("off", press, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "class=\"folded quiet\">[0-9]"));

        await host.Edit(Dm, card, new Drawing.Shown(SampleCards.Prompt()));
        Assert.DoesNotMatch("<main[^>]* data-hidden", await host.Page());
    }
}
