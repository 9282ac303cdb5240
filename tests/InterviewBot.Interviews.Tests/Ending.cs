using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Tests.Harness;
using Xunit;

namespace InterviewBot.Interviews.Tests;

public sealed class Ending
{
    private static Table Running() => Table.Begun(GuideOf.Topics(GuideOf.Line("1", 3), GuideOf.Line("2", 1)), 60);

    private static Table Finished() => Running().Next().Do(new ProposeFinish()).Do(new Finish("no-time"));

    [Fact]
    public void Finish_asks_first_and_may_be_called_off()
    {
        var table = Running().Do(new ProposeFinish());
        Assert.True(table.Interview.FinishOpen);
        table.Do(new GoOn()).Next().Shows("1/1/q2");
        Assert.False(table.Interview.FinishOpen);
    }

    [Fact]
    public void Finish_keeps_one_reason_and_publishes_nothing()
    {
        var table = Finished();
        Assert.Equal((Phase.Finished, "no-time"), (table.Interview.Phase, table.Interview.EndReason));
        Assert.DoesNotContain(
            table.Effects,
            e => e is Effect.TellLoop { Command: Loops.ReportInterview { ScorecardIn: true } }
        );
        table.Next().Refuses(Refusal.InterviewIsOver);
    }

    [Fact]
    public void Undo_stops_at_finish_and_reopen_takes_finish_back()
    {
        var table = Finished().Do(new Undo(null, null));
        table.Refuses(Refusal.InterviewIsOver).Do(new Reopen()).Do(new Undo(null, null)).Refuses(Refusal.NothingToUndo);
        Assert.Equal("1/1/q2", table.OnCard);
        table.Next().Shows("1/1/q3");
    }

    [Fact]
    public void The_scorecard_is_sent_from_its_preview_only()
    {
        var table = Finished().Do(new SubmitScorecard());
        table.Refuses(Refusal.NeedsRecommendation).Do(new PreviewScorecard(true)).Refuses(Refusal.NeedsRecommendation);
        table.Do(new Recommend(Recommendation.Yes)).Do(new SubmitScorecard()).Refuses(Refusal.NeedsPreview);
        table.Do(new PreviewScorecard(true)).Do(new SubmitScorecard());
        Assert.Equal(Phase.Submitted, table.Interview.Phase);
        Assert.Contains(
            table.Effects,
            e => e is Effect.TellLoop { Command: Loops.ReportInterview { ScorecardIn: true } }
        );
        table.Do(new Reopen()).Refuses(Refusal.AlreadySubmitted);
    }

    [Fact]
    public void Each_change_of_the_draft_is_kept()
    {
        var table = Finished()
            .Do(new RateTopic("1", 3))
            .Do(new WriteComment(" solid "))
            .Do(new Recommend(Recommendation.No));
        var replayed = table.Replayed();
        Assert.Equal(
            (3, "solid", Recommendation.No),
            (replayed.Progress.TopicRatings["1"], replayed.Comment, replayed.Recommendation!.Value)
        );
    }

    [Fact]
    public void A_quiet_interview_is_asked_once_and_then_ends_at_its_last_act()
    {
        var table = Running().After(10).Next();
        var lastAct = table.Now;
        table.After(50 + 15).Do(Ring(table), byBot: true);
        Assert.True(table.Interview.IdleAsked);
        table.After(45).Do(Ring(table), byBot: true);
        Assert.Equal(
            (Phase.Finished, true, lastAct),
            (table.Interview.Phase, table.Interview.EndedByItself, table.Interview.EndedAt!.Value)
        );
        table.Do(new Reopen());
        Assert.Equal(Phase.Running, table.Interview.Phase);
    }

    [Fact]
    public void An_act_after_the_planned_end_keeps_it_open()
    {
        var table = Running().After(70).Next().After(5).Do(Ring(table: null, 1), byBot: true);
        Assert.False(table.Interview.IdleAsked);
        Assert.Equal(Table.Two.AddMinutes(85), Assert.Single(table.Effects.OfType<Effect.Ring>()).At);
    }

    [Fact]
    public void A_timer_of_an_older_generation_means_nothing()
    {
        var table = Running().Do(new ChangeEnd(90)).After(200).Do(Ring(null, 1), byBot: true);
        Assert.Empty(table.Last.Events);
        Assert.Equal(Phase.Running, table.Interview.Phase);
    }

    [Fact]
    public void Pause_and_resume_keep_the_question()
    {
        var table = Running().Next().Do(new Pause()).After(8);
        Assert.Equal(Phase.Paused, table.Interview.Phase);
        table
            .Do(new Pause())
            .Refuses(Refusal.IsPaused)
            .Do(new Resume())
            .Shows("1/1/q2")
            .Do(new Resume())
            .Refuses(Refusal.NotPaused);
        Assert.Equal(Table.Two, table.Interview.LastPauseBegan);
    }

    [Fact]
    public void A_timer_set_before_a_pause_still_ends_what_is_forgotten()
    {
        var table = Running().Do(new Pause()).After(60 + 60).Do(Ring(null, 1), byBot: true);
        Assert.Equal(Phase.Finished, table.Interview.Phase);
    }

    private static Rang Ring(Table? table, int generation = 0) =>
        new("idle", table?.Interview.Timers["idle"] ?? generation);
}
