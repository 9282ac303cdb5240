using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Tests.Harness;
using InterviewBot.Interviews.Views;
using Xunit;

namespace InterviewBot.Interviews.Tests;

public sealed class CountingAsAsked
{
    private static Table Three() =>
        Table.Begun(GuideOf.Topics(GuideOf.Line("1", 2), GuideOf.Line("2", 2), GuideOf.Line("3", 1)), 60);

    private static Coverage Of(Table table, string topic) => table.View.Topics.Single(t => t.Key == topic).Coverage;

    [Fact]
    public void A_question_on_the_card_counts_once_it_is_noted_or_rated()
    {
        Assert.Equal(Coverage.Begun, Of(Three(), "1"));
        Assert.Equal(Coverage.Covered, Of(Three().Note("n1", "small talk"), "1"));
        Assert.Equal(Coverage.Covered, Of(Three().Do(new RateQuestion(Table.Q("1/1/q1"), 3)), "1"));
        Assert.Equal(Coverage.Covered, Of(Three().Do(new RateTopic("2", 2)), "2"));
    }

    [Fact]
    public void A_note_that_only_names_a_topic_is_hearsay() =>
        Assert.Equal(Coverage.Open, Of(Three().Do(new TakeNote("n1", "likes it", Table.Two, AboutTopic: "2")), "2"));

    [Fact]
    public void A_deleted_note_counts_no_more() =>
        Assert.Equal(
            Coverage.Begun,
            Of(Three().Note("n1", "slip").Do(new DeleteNote("n1", Table.Two.AddMinutes(1))), "1")
        );

    [Fact]
    public void Rated_and_left_by_a_jump_it_is_asked_and_not_asked_again()
    {
        var table = Three().Do(new RateQuestion(Table.Q("1/1/q1"), 3)).Jump("3").Shows("3/1/q1");
        Assert.Equal([Table.Q("1/1/q1")], table.Interview.Progress.Order);
        table.Next().Shows("1/1/q2");
    }

    [Fact]
    public void Left_without_a_note_or_rating_it_stays_open()
    {
        var table = Three().Jump("3").Next().Shows("1/1/q1");
        Assert.DoesNotContain(Table.Q("1/1/q1"), table.Interview.Progress.Order);
    }

    [Fact]
    public void Wrap_up_and_leaving_out_the_rest_keep_what_was_asked()
    {
        var wrapped = Three().Note("n1", "good").Do(new WrapUp(null, null, null)).Shows("3/1/q1");
        Assert.Contains(Table.Q("1/1/q1"), wrapped.Interview.Progress.Order);
        var rest = Three().Note("n1", "good");
        rest.Do(new Skip(SkipKind.RestOfTopic, null, rest.Interview.Step, null)).Shows("2/1/q1");
        Assert.Contains(Table.Q("1/1/q1"), rest.Interview.Progress.Order);
    }

    [Fact]
    public void The_last_question_noted_is_asked_when_the_interview_ends()
    {
        var table = Three().Next().Note("n1", "asked about the team").Do(new ProposeFinish()).Do(new Finish(null));
        Assert.Equal(PassedAs.Asked, table.Interview.Progress.Passed[Table.Q("1/1/q2")].As);
        Assert.Equal(table.Interview.Progress.Order, table.Replayed().Progress.Order);
    }

    [Fact]
    public void Undo_of_the_jump_opens_it_again()
    {
        var table = Three().Note("n1", "good").Jump("3");
        table.Do(new Undo(table.Interview.Step, null)).Shows("1/1/q1");
        Assert.Empty(table.Interview.Progress.Order);
        table.Next().Shows("1/1/q2");
    }
}
