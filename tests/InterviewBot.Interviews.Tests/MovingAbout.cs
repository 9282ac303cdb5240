using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Tests.Harness;
using InterviewBot.Interviews.Views;
using Xunit;

namespace InterviewBot.Interviews.Tests;

public sealed class MovingAbout
{
    private static Table Three() =>
        Table.Begun(GuideOf.Topics(GuideOf.Line("1", 3), GuideOf.Line("2", 2), GuideOf.Line("3", 1)));

    [Fact]
    public void A_press_on_an_old_card_changes_nothing()
    {
        var table = Three();
        var old = table.Interview.Step;
        table.Next().Do(new Next(old, null)).Refuses(Refusal.AlreadyMovedOn);
        Assert.Equal("1/1/q2", table.OnCard);
    }

    [Fact]
    public void Next_then_undo_then_the_late_next_changes_nothing()
    {
        var table = Three();
        var old = table.Interview.Step;
        table.Next().Do(new Undo(table.Interview.Step, null)).Shows("1/1/q1");
        table.Do(new Next(old, null)).Refuses(Refusal.AlreadyMovedOn);
        table.Next().Shows("1/1/q2");
    }

    [Fact]
    public void A_typed_word_older_than_the_last_typed_move_is_late()
    {
        var table = Three().After(1);
        table.Do(new Next(null, table.Now)).Shows("1/1/q2");
        table.Do(new Next(null, table.Now - TimeSpan.FromSeconds(5))).Refuses(Refusal.TooLate);
    }

    [Fact]
    public void A_typed_word_older_than_the_last_pressed_move_is_late_too()
    {
        var table = Three().After(1);
        var typedAt = table.Now - TimeSpan.FromSeconds(5);
        table.Next().Do(new Next(null, typedAt)).Refuses(Refusal.TooLate);
        table.Do(new Undo(null, typedAt)).Refuses(Refusal.TooLate);
        Assert.Equal("1/1/q2", table.OnCard);
    }

    [Fact]
    public void Words_typed_quickly_count_each_though_they_are_older_than_the_first_ones_commit()
    {
        var table = Three().After(1);
        table.Do(new Next(null, table.Now - TimeSpan.FromSeconds(5))).Shows("1/1/q2");
        table.Do(new Next(null, table.Now - TimeSpan.FromSeconds(4))).Shows("1/1/q3");
    }

    [Fact]
    public void Notes_and_ratings_do_not_make_a_card_old()
    {
        var table = Three();
        var step = table.Interview.Step;
        table.Note("n1", "hello").Do(new RateQuestion(Table.Q("1/1/q1"), 3)).Do(new Next(step, null)).Shows("1/1/q2");
    }

    [Fact]
    public void A_jump_comes_back_to_where_it_left()
    {
        var table = Three().Next().Jump("3").Shows("3/1/q1");
        Assert.True(table.Interview.Progress.Arrival.EnteredTopic);
        table.Next().Shows("1/1/q2");
        Assert.True(table.Interview.Progress.Arrival.ReturnedTopic);
        table.Next().Next().Shows("2/1/q1").Next().Next().Shows("nothing left");
    }

    [Fact]
    public void Jumps_upon_jumps_come_back_one_by_one()
    {
        var table = Three()
            .Jump("2")
            .Shows("2/1/q1")
            .Jump("3")
            .Shows("3/1/q1")
            .Next()
            .Shows("2/1/q1")
            .Next()
            .Next()
            .Shows("1/1/q1");
        Assert.Single(table.Interview.Progress.Stack);
    }

    [Fact]
    public void A_jump_back_to_a_topic_below_takes_it_up_where_it_was()
    {
        var table = Three().Next().Jump("2").Jump("1").Shows("1/1/q2");
        Assert.Equal(["2", "1"], table.Interview.Progress.Stack.Select(f => f.Topic));
        table.Next().Next().Shows("2/1/q1");
    }

    [Fact]
    public void A_jump_to_the_present_topic_is_told() => Three().Jump("1").Refuses(Refusal.AlreadyThere);

    [Fact]
    public void A_topic_all_of_which_was_asked_opens_no_more()
    {
        var table = Three().Jump("3").Next().Jump("3");
        table.Refuses(Refusal.NothingOpenThere);
    }

    [Fact]
    public void What_was_put_off_is_asked_when_the_topic_is_taken_up_again()
    {
        var table = Three();
        table.Do(new Skip(SkipKind.NotNow, null, table.Interview.Step, null)).Next().Next().Shows("2/1/q1");
        Assert.Equal(1, table.View.Topics[0].OpenQuestions);
        table.Jump("1").Shows("1/1/q1").Next().Shows("2/1/q1");
    }

    [Fact]
    public void The_fork_of_a_finished_topic_may_be_taken_the_other_way_later()
    {
        var guide = GuideOf.Topics(
            GuideOf.Topic(
                "1",
                "a=>operation: a?\nb=>operation: b?\nc=>condition: deeper?\ne=>end\na->c\nc(yes)->b->e\nc(no)->e"
            ),
            GuideOf.Line("2", 2)
        );
        Table
            .Begun(guide)
            .Next()
            .Answer(false)
            .Shows("2/1/q1")
            .Jump("1")
            .Shows("fork 1/1/c")
            .Answer(true)
            .Shows("1/1/b")
            .Next()
            .Shows("2/1/q1");
    }

    [Fact]
    public void Undo_takes_back_moves_one_after_the_other_and_keeps_notes()
    {
        var table = Three().Next().Note("n1", "good answer").Next().Jump("3");
        Undo(table).Shows("1/1/q3");
        Undo(table).Shows("1/1/q2");
        Undo(table).Shows("1/1/q1");
        Assert.Equal("good answer", Assert.Single(table.Interview.LivingNotes).Text);
        Undo(table).Refuses(Refusal.NothingToUndo);
    }

    [Fact]
    public void Undo_takes_back_a_rating_and_its_step_is_new_all_the_same()
    {
        var table = Three().Do(new RateQuestion(Table.Q("1/1/q1"), 2));
        var step = table.Interview.Step;
        Undo(table);
        Assert.Empty(table.Interview.Progress.Ratings);
        Assert.Equal(step + 1, table.Interview.Step);
    }

    [Fact]
    public void A_question_picked_from_a_pool_comes_back_to_the_pool()
    {
        const string pool =
            "sub=>subroutine: pick\nop1=>operation: logs?\nop2=>operation: debug?\nst=>start: s\ne=>end\nst->op1->op2->e";
        var table = Table
            .Begun(GuideOf.Topics(GuideOf.Topic("1", pool, pool: true), GuideOf.Line("2", 1)))
            .Shows("pool 1");
        Assert.Equal(2, table.View.Choices.Length);
        table
            .Do(new PickQuestion(Table.Q("1/1/op2"), table.Interview.Step, null))
            .Shows("1/1/op2")
            .Next()
            .Shows("pool 1");
        Assert.True(table.View.Choices[1].Passed);
        Assert.Equal(Coverage.Covered, table.View.Topics[0].Coverage);
        table.Do(new LeavePool(table.Interview.Step, null)).Shows("2/1/q1");
    }

    [Fact]
    public void A_question_that_cannot_be_reached_can_be_asked_from_anywhere()
    {
        var guide = GuideOf.Topics(
            GuideOf.Topic("1", "a=>operation: a?\nlost=>operation: lost?\nb=>operation: b?\na->b"),
            GuideOf.Line("2", 1)
        );
        var table = Table.Begun(guide);
        Assert.Equal("1/1/lost", Assert.Single(table.View.More).Question.ToString());
        table
            .Do(new PickQuestion(Table.Q("1/1/lost"), table.Interview.Step, null))
            .Shows("1/1/lost")
            .Next()
            .Shows("1/1/a");
        Assert.Empty(table.View.More);
    }

    [Fact]
    public void Previous_looks_back_until_the_person_goes_back()
    {
        var table = Three().Next().Next().Do(new LookBack(null));
        Assert.Equal("1/1/q2", table.Interview.AtHand!.ToString());
        table.Do(new LookBack(null));
        Assert.Equal("1/1/q1", table.Interview.AtHand!.ToString());
        table.Do(new LookBack(null)).Refuses(Refusal.NothingBefore);
        table.Do(new RateCurrent(4));
        Assert.Equal(4, table.Interview.Progress.Ratings[Table.Q("1/1/q1")]);
        Assert.Equal("1/1/q1", table.Interview.AtHand!.ToString());
        table.Do(new StopLooking());
        Assert.Equal("1/1/q3", table.Interview.AtHand!.ToString());
    }

    [Fact]
    public void Wrap_up_goes_to_the_closing_stage_and_drops_the_rest()
    {
        var table = Three().Jump("2").Do(new WrapUp("no time", null, null)).Shows("3/1/q1");
        Assert.Equal("no time", table.Interview.Progress.WrapUpReason);
        table.Next().Shows("nothing left");
    }

    [Fact]
    public void While_paused_nothing_moves()
    {
        var table = Three().Do(new Pause()).Next();
        table.Refuses(Refusal.IsPaused).Do(new Resume()).Next().Shows("1/1/q2");
    }

    private static Table Undo(Table table) => table.Do(new Undo(table.Interview.Step, null));
}
