using System.Collections.Immutable;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Loops;
using InterviewBot.Interviews.State;
using Xunit;

namespace InterviewBot.Interviews.Tests;

/// <summary>What the channel is told anew when one of two interviewers reports.</summary>
public sealed class APanelOfTwo
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly Place Hiring = new("slack", "T1", "C1");
    private static readonly StreamId First = new(11);
    private static readonly StreamId Second = new(12);

    [Fact]
    public void The_last_scorecard_opens_the_summary_that_was_sent_before_it_as_well()
    {
        var (loop, _) = Report(new Loop { Id = new StreamId(1) }, First, scorecardIn: false, 1);
        (loop, _) = Report(loop, Second, scorecardIn: false, 1);
        (loop, var first) = Report(loop, First, scorecardIn: true, 2);
        (_, var last) = Report(loop, Second, scorecardIn: true, 2);

        Assert.Equal([$"summary:{First}"], Summaries(first));
        Assert.Equal([$"summary:{First}", $"summary:{Second}"], Summaries(last));
    }

    private static (Loop Loop, ImmutableArray<Effect> Effects) Report(
        Loop before,
        StreamId interview,
        bool scorecardIn,
        long version
    )
    {
        var events = LoopRules.Decide(
            before,
            new ReportInterview(
                interview,
                "slack:T1",
                new PersonId("slack", "T1", $"U{interview}"),
                "Ann",
                Hiring,
                [],
                scorecardIn ? Phase.Submitted : Phase.Running,
                Noon,
                scorecardIn,
                version
            )
        );
        var after = LoopRules.Commit(before, events, new Cause($"{interview}:{version}"), Noon);
        return (after, LoopRules.After(before, after, events));
    }

    private static IEnumerable<string> Summaries(ImmutableArray<Effect> effects) =>
        effects
            .OfType<Effect.Draw>()
            .Select(d => d.Surface)
            .Where(s => s.StartsWith("summary:", StringComparison.Ordinal));
}
