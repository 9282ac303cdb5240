using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Tests.Harness;
using Xunit;

namespace InterviewBot.Interviews.Tests;

public sealed class TakingNotes
{
    private static Table Two() => Table.Begun(GuideOf.Topics(GuideOf.Line("1", 3), GuideOf.Line("2", 1)));

    [Fact]
    public void A_line_belongs_to_the_question_on_the_card_at_its_own_time()
    {
        var table = Two()
            .After(2)
            .Next()
            .After(1)
            .Note("late", "said before Next", minutesAgo: 2)
            .Note("now", "said now");
        Assert.Equal("1/1/q1", table.Interview.Notes["late"].Question!.ToString());
        Assert.Equal("1/1/q2", table.Interview.Notes["now"].Question!.ToString());
    }

    [Fact]
    public void The_card_is_drawn_again_when_the_offer_to_file_a_note_before_has_had_its_time()
    {
        var table = Two().Next().After(0.1).Note("n", "late thought");
        var draws = table.Effects.OfType<Effect.Draw>().ToList();
        Assert.Equal([null, table.Now.AddSeconds(20)], draws.Select(d => d.At));
        var entries = Effect.ToOutbox(Table.Id, table.Effects, table.Now);
        Assert.Equal([table.Now, table.Now.AddSeconds(20)], entries.Select(e => e.DueAt));

        Assert.Null(Assert.Single(table.After(1).Note("m", "in time").Effects.OfType<Effect.Draw>()).At);
    }

    [Theory]
    [InlineData("+ knows the gap", "knows the gap", NoteMark.Plus, false)]
    [InlineData("-vague", "vague", NoteMark.Minus, false)]
    [InlineData("？ ask again", "ask again", NoteMark.Open, false)]
    [InlineData("// only for me", "only for me", NoteMark.None, true)]
    [InlineData("私：别公开", "别公开", NoteMark.None, true)]
    [InlineData("+// both", "both", NoteMark.Plus, true)]
    [InlineData("plain", "plain", NoteMark.None, false)]
    [InlineData("+", "+", NoteMark.None, false)]
    public void Marks_in_front_are_read(string typed, string text, NoteMark mark, bool hidden)
    {
        var note = Two().Note("n", typed).Interview.Notes["n"];
        Assert.Equal((text, mark, hidden), (note.Text, note.Mark, note.Private));
    }

    [Fact]
    public void The_newest_edit_wins_and_a_late_original_changes_nothing()
    {
        var table = Two();
        table.Do(new EditNote("n", "second", table.Now.AddSeconds(20))).Do(new TakeNote("n", "first", table.Now));
        Assert.Equal("second", table.Interview.Notes["n"].Text);
        table
            .Do(new EditNote("n", "third", table.Now.AddSeconds(40)))
            .Do(new EditNote("n", "older", table.Now.AddSeconds(30)));
        Assert.Equal("third", table.Interview.Notes["n"].Text);
    }

    [Fact]
    public void A_deleted_note_leaves_a_tombstone_without_its_text()
    {
        var table = Two().Note("n", "words about the candidate");
        table
            .Do(new DeleteNote("n", table.Now))
            .Do(new EditNote("n", "back again", table.Now.AddMinutes(1)))
            .Note("n", "again");
        Assert.Empty(table.Interview.LivingNotes);
        Assert.Equal("", table.Interview.Notes["n"].Text);
    }

    [Fact]
    public void A_deletion_that_overtakes_its_note_wins()
    {
        var table = Two();
        table.Do(new DeleteNote("n", table.Now)).Note("n", "late original");
        Assert.Empty(table.Interview.LivingNotes);
    }

    [Fact]
    public void A_note_moves_to_the_question_it_belongs_to()
    {
        var table = Two().Next().Note("n", "about the first").Do(new MoveNote("n", Table.Q("1/1/q1")));
        Assert.Equal("1/1/q1", table.Interview.Notes["n"].Question!.ToString());
        table.Do(new MoveNote("none", Table.Q("1/1/q1"))).Refuses(Refusal.UnknownNote);
    }

    [Fact]
    public void Looking_back_takes_notes_until_the_person_goes_back()
    {
        var table = Two().Next().After(1).Do(new LookBack(null)).After(0.1).Note("n", "about the first");
        Assert.Equal("1/1/q1", table.Interview.Notes["n"].Question!.ToString());
        table.After(0.1).Do(new RateCurrent(2)).After(0.1).Note("n2", "this too");
        Assert.Equal("1/1/q1", table.Interview.Notes["n2"].Question!.ToString());
        Assert.Equal(2, table.Interview.Progress.Ratings[Table.Q("1/1/q1")]);
        table.Do(new StopLooking()).After(0.1).Note("n3", "about the present one");
        Assert.Equal("1/1/q2", table.Interview.Notes["n3"].Question!.ToString());
    }

    [Fact]
    public void What_is_private_for_ever_cannot_be_let_in_later()
    {
        var table = Two().Note("a", "// mine").Note("b", "open");
        table.Do(new KeepNotePrivate("a", false)).Do(new KeepNotePrivate("b", true));
        Assert.True(table.Interview.Notes["a"].Private);
        Assert.True(table.Interview.Notes["b"].Private);
        Assert.False(table.Do(new KeepNotePrivate("b", false)).Interview.Notes["b"].Private);
    }

    [Fact]
    public void A_line_between_finish_and_submit_is_written_after()
    {
        var table = Two().Do(new Finish("enough-seen")).After(1).Note("n", "on second thought");
        Assert.True(table.Interview.Notes["n"].WrittenAfter);
        Assert.Null(table.Interview.Notes["n"].Question);
    }

    [Fact]
    public void A_named_topic_gets_its_note()
    {
        var table = Two()
            .Next()
            .Next()
            .Next()
            .Do(new TakeNote("n", "about topic one", Table.Two.AddMinutes(1), AboutTopic: "1"));
        Assert.Equal("1/1/q3", table.Interview.Notes["n"].Question!.ToString());
    }

    [Fact]
    public void There_is_a_bound_to_what_one_interview_takes()
    {
        var table = Two().Note("n", new string('x', NoteText.Longest + 1));
        table.Refuses(Refusal.NoteTooLong);
    }
}
