using InterviewBot.Teams.Showing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>Teams takes 7 messages in a second, 8 in two, 60 in thirty from a bot in one conversation.</summary>
public sealed class PacingAConversation
{
    [Fact]
    public void Never_more_than_Teams_takes_and_never_stuck()
    {
        var clock = new FakeTimeProvider();
        var pace = new Pace(clock);
        var sent = new List<DateTimeOffset>();
        for (var i = 0; i < 200; i++)
        {
            while (pace.Ask("a") is var wait && wait > TimeSpan.Zero)
                clock.Advance(wait);
            sent.Add(clock.GetUtcNow());
        }
        foreach (var (most, within) in new[] { (7, 1), (8, 2), (60, 30) })
            Assert.All(sent, at => Assert.InRange(sent.Count(s => s >= at && s < at.AddSeconds(within)), 1, most));
    }

    [Fact]
    public void One_conversation_does_not_hold_up_another()
    {
        var pace = new Pace(new FakeTimeProvider());
        while (pace.Ask("a") == TimeSpan.Zero)
        {
            // until it is full
        }
        Assert.Equal(TimeSpan.Zero, pace.Ask("b"));
    }
}
