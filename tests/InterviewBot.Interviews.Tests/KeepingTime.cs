using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Tests.Harness;
using Xunit;

namespace InterviewBot.Interviews.Tests;

public sealed class KeepingTime
{
    private static Table Ten() =>
        Table.Begun(GuideOf.Topics(GuideOf.Line("1", 3, minutes: 5), GuideOf.Line("2", 1, minutes: 3)), 10);

    private static Table Rung(Table table) =>
        table.Do(new Rang("closing", table.Interview.Timers["closing"]), byBot: true);

    [Fact]
    public void The_closing_of_a_short_interview_is_due_so_that_it_fits()
    {
        var table = Ten();
        Assert.Contains(
            table.Effects,
            e => e is Effect.Ring { Timer: "closing" } ring && ring.At == Table.Two.AddMinutes(7)
        );
        Rung(table.After(7));
        Assert.True(table.Interview.ClosingDue);
        // The card comes down once.
        Assert.Equal(table.Now, table.Interview.CardCalledAt);
        Assert.Empty(Rung(table).Last.Events);
        Assert.True(table.Replayed().ClosingDue);
    }

    [Fact]
    public void Nothing_is_due_where_the_closing_has_begun()
    {
        var table = Ten().Do(new WrapUp(null, null, null));
        Assert.Empty(Rung(table.After(7)).Last.Events);
    }

    [Fact]
    public void A_due_closing_keeps_no_interview_awake()
    {
        var table = Ten();
        var acted = table.Interview.ActedAt;
        Assert.Equal(acted, Rung(table.After(7)).Interview.ActedAt);
    }

    [Fact]
    public void Another_end_sets_it_anew()
    {
        var table = Rung(Ten().After(7)).Do(new ChangeEnd(20));
        Assert.False(table.Interview.ClosingDue);
        Assert.Contains(
            table.Effects,
            e => e is Effect.Ring { Timer: "closing" } ring && ring.At == Table.Two.AddMinutes(24)
        );
    }

    [Fact]
    public void What_came_due_in_a_pause_is_said_after_it()
    {
        var table = Ten().Do(new Pause()).After(8);
        Assert.Empty(Rung(table).Last.Events);
        table.Do(new Resume());
        Assert.Contains(table.Effects, e => e is Effect.Ring { Timer: "closing" } ring && ring.At == table.Now);
    }

    [Fact]
    public void At_the_planned_end_the_card_is_drawn() =>
        Assert.Contains(Ten().Effects, e => e is Effect.Draw { At: { } at } && at == Table.Two.AddMinutes(10));

    [Fact]
    public void A_line_after_sending_is_an_addendum()
    {
        var table = Ten()
            .Do(new Finish(null))
            .Do(new Recommend(Recommendation.Yes))
            .Do(new PreviewScorecard(true))
            .Do(new SubmitScorecard())
            .After(1)
            .Note("late", "forgot: knows Kafka");
        Assert.True(table.Interview.Notes["late"].WrittenAfter);
        Assert.Contains(table.Effects, e => e is Effect.TellLoop);
        table.Do(new KeepNotePrivate("late", true)).Refuses(Refusal.InterviewIsOver);
    }

    [Fact]
    public void All_notes_are_kept_private_at_once()
    {
        var table = Ten().Note("a", "one").Note("b", "// two").Do(new KeepAllPrivate(true));
        Assert.All(table.Interview.LivingNotes, n => Assert.True(n.Private));
        table.Do(new KeepAllPrivate(false));
        Assert.Equal(["two"], table.Interview.LivingNotes.Where(n => n.Private).Select(n => n.Text));
    }
}
