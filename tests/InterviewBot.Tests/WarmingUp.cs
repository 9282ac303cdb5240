using InterviewBot.Conversation.Cards;
using InterviewBot.Hosting;
using Xunit;

namespace InterviewBot.Tests;

/// <summary>A warm-up that quietly failed would only make the start slower: that it comes through is seen here.</summary>
public sealed class WarmingUp
{
    [Fact]
    public async Task Goes_all_the_way_to_a_card()
    {
        var drawing = await WarmUp.Begin(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));
        var card = Assert.IsType<Drawing.Shown>(drawing).Card;
        Assert.Contains(card.Actions.OfType<ButtonAction>(), button => button.Label == "Begin");
    }
}
