using InterviewBot.Conversation.Cards;
using InterviewBot.Web.Tests.Fakes;
using Xunit;

namespace InterviewBot.Web.Tests;

/// <summary>The host lets a failed warm-up pass in silence; here it may not fail.</summary>
public sealed class WarmingUp
{
    [Fact]
    public async Task The_page_and_a_card_are_drawn_for_nobody_and_stored_nowhere()
    {
        await using var host = await ChatHost.Start();
        await host.FirstPage.Draw(null, DateTimeOffset.UnixEpoch);
        await host.FirstPage.Draw(new Drawing.Shown(SampleCards.Prompt()), DateTimeOffset.UnixEpoch);
        Assert.Empty(await host.Messages.Recent("dm-interviewer", 10, TestContext.Current.CancellationToken));
    }
}
