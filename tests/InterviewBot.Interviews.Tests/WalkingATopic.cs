using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Tests.Harness;
using Xunit;

namespace InterviewBot.Interviews.Tests;

public sealed class WalkingATopic
{
    private const string Redis = """
        st=>start: Start
        op1=>operation: types?
        op2=>operation: persistence?
        op3=>operation: sorted set?
        c=>condition: Go deeper into Redis?
        e=>end
        st->op1->op2->c
        c(yes)->op3->e
        c(no)->e
        """;

    [Fact]
    public void Questions_come_in_the_order_of_the_flow_then_the_next_topic() =>
        Table
            .Begun(GuideOf.Topics(GuideOf.Line("1", 2), GuideOf.Line("2", 1)))
            .Shows("1/1/q1")
            .Next()
            .Shows("1/1/q2")
            .Next()
            .Shows("2/1/q1")
            .Next()
            .Shows("nothing left");

    [Fact]
    public void A_fork_leads_where_it_is_answered()
    {
        Table
            .Begun(GuideOf.Topics(GuideOf.Topic("1", Redis), GuideOf.Line("2", 1)))
            .Next()
            .Next()
            .Shows("fork 1/1/c")
            .Answer(true)
            .Shows("1/1/op3");
        Table
            .Begun(GuideOf.Topics(GuideOf.Topic("1", Redis), GuideOf.Line("2", 1)))
            .Next()
            .Next()
            .Shows("fork 1/1/c")
            .Answer(false)
            .Shows("2/1/q1");
    }

    [Fact]
    public void Next_does_not_answer_a_fork() =>
        Table.Begun(GuideOf.Topics(GuideOf.Topic("1", Redis))).Next().Next().Next().Refuses(Refusal.ForkAsks);

    [Fact]
    public void Forks_in_a_row_are_answered_together()
    {
        var guide = GuideOf.Topics(
            GuideOf.Topic(
                "1",
                """
                st=>start: Start
                a=>operation: a?
                b=>operation: b?
                x=>operation: x?
                c1=>condition: more a?
                c2=>condition: more b?
                e=>end
                st->x->c1
                c1(yes)->a->c2
                c1(no)->c2
                c2(yes)->b->e
                c2(no)->e
                """
            ),
            GuideOf.Line("2", 1)
        );
        var table = Table.Begun(guide).Next().Shows("fork 1/1/c1");

        Assert.Equal(
            ["yes:a?", "no yes:b?", "no no:"],
            table.View.Branches.Select(b =>
                string.Join(' ', b.Answers.Select(a => a ? "yes" : "no")) + ":" + b.FirstQuestion
            )
        );
        Assert.Equal("Topic 2", table.View.Branches[2].NextTopic);
        table.Answer(false, true).Shows("1/1/b");
        Assert.Equal(2, table.Interview.Progress.Forks.Count);
    }

    [Fact]
    public void More_answers_than_forks_are_refused() =>
        Table.Begun(GuideOf.Topics(GuideOf.Topic("1", Redis))).Next().Next().Answer(true, true).Refuses(Refusal.NoFork);

    [Fact]
    public void The_paths_of_a_parallel_end_at_their_first_common_node_which_is_asked_once()
    {
        var table = Table.Begun(
            GuideOf.Topics(
                GuideOf.Topic(
                    "1",
                    """
                    st=>start: Start
                    p=>parallel: both
                    a1=>operation: a1?
                    a2=>operation: a2?
                    b1=>operation: b1?
                    j=>operation: joint?
                    e=>end
                    st->p
                    p(path1, bottom)->a1->a2->j
                    p(path2, top)->b1->j
                    j->e
                    """
                )
            )
        );
        table
            .Shows("1/1/a1")
            .Next()
            .Shows("1/1/a2")
            .Next()
            .Shows("1/1/b1")
            .Next()
            .Shows("1/1/j")
            .Next()
            .Shows("nothing left");
    }

    [Fact]
    public void Parallels_inside_parallels_share_their_common_node()
    {
        var table = Table.Begun(
            GuideOf.Topics(
                GuideOf.Topic(
                    "1",
                    """
                    p=>parallel: outer
                    r=>parallel: inner
                    a=>operation: a?
                    b=>operation: b?
                    c=>operation: c?
                    j=>operation: joint?
                    p(path1, left)->r
                    r(path1, left)->a->j
                    r(path2, right)->b->j
                    p(path2, right)->c->j
                    """
                )
            )
        );
        var seen = new List<string>();
        for (var i = 0; i < 6 && table.Interview.Spot.Kind == Dialogs.SpotKind.Question; i++)
        {
            seen.Add(table.Interview.Spot.Question!.Node);
            table.Next();
        }
        Assert.Equal(["a", "b", "c", "j"], seen);
    }

    [Fact]
    public void A_ring_may_be_walked_again_and_again()
    {
        var table = Table.Begun(
            GuideOf.Topics(
                GuideOf.Topic(
                    "1",
                    """
                    st=>start: Start
                    a=>operation: a?
                    b=>operation: b?
                    c=>condition: enough?
                    e=>end
                    st->a->b->c
                    c(yes)->e
                    c(no)->a
                    """
                )
            )
        );
        for (var lap = 0; lap < 30; lap++)
            table.Shows("1/1/a").Next().Shows("1/1/b").Next().Shows("fork 1/1/c").Answer(false);
        table.Next().Next().Answer(true).Shows("nothing left");
        Assert.True(table.Interview.Progress.Order.Count == 2);
    }

    [Fact]
    public void A_ring_through_a_parallel_does_not_pile_up_paths()
    {
        var table = Table.Begun(
            GuideOf.Topics(
                GuideOf.Topic(
                    "1",
                    """
                    p=>parallel: both
                    a=>operation: a?
                    b=>operation: b?
                    p(path1, right)->a->p
                    p(path2, right)->b
                    """
                )
            )
        );
        for (var lap = 0; lap < 40; lap++)
        {
            table.Shows("1/1/a").Next();
            Assert.True(table.Interview.Progress.Top!.Pending.Length <= 2);
        }
    }

    [Fact]
    public void A_ring_of_silent_nodes_ends_the_topic()
    {
        var table = Table.Begun(
            GuideOf.Topics(
                GuideOf.Topic(
                    "1",
                    """
                    st=>start: Start
                    s=>start: Again
                    a=>operation: a?
                    st->a->s->st
                    """
                ),
                GuideOf.Line("2", 1)
            )
        );
        table.Shows("1/1/a").Next();
        Assert.Contains(table.OnCard, new[] { "1/1/a", "2/1/q1" });
    }

    [Fact]
    public void Several_flows_under_one_heading_follow_each_other() =>
        Table
            .Begun(
                GuideOf.Topics(
                    GuideOf.Topic("1", "a=>operation: a?\ne=>end\na->e", more: ["b=>operation: b?\ne=>end\nb->e"])
                )
            )
            .Shows("1/1/a")
            .Next()
            .Shows("1/2/b")
            .Next()
            .Shows("nothing left");

    [Fact]
    public void A_missing_branch_ends_the_topic() =>
        Table
            .Begun(
                GuideOf.Topics(
                    GuideOf.Topic("1", "a=>operation: a?\nc=>condition: c?\nb=>operation: b?\na->c\nc(yes)->b"),
                    GuideOf.Line("2", 1)
                )
            )
            .Next()
            .Answer(false)
            .Shows("2/1/q1");

    [Fact]
    public void The_card_counts_on_the_way_taken()
    {
        var table = Table.Begun(GuideOf.Topics(GuideOf.Topic("1", Redis), GuideOf.Line("2", 1))).Next();
        Assert.Equal((2, 2, 3), (table.View.Asking!.Number, table.View.Asking.Shortest, table.View.Asking.Longest));
        table.Next().Answer(true);
        Assert.Equal((3, 3, 3), (table.View.Asking!.Number, table.View.Asking.Shortest, table.View.Asking.Longest));
        Assert.True(table.View.Asking.IsLastOfTopic);
    }

    [Fact]
    public void The_rest_of_a_topic_can_be_left_out()
    {
        var table = Table.Begun(GuideOf.Topics(GuideOf.Line("1", 3), GuideOf.Line("2", 1))).Next();
        table.Do(new Skip(SkipKind.RestOfTopic, "knows it", table.Interview.Step, null)).Shows("2/1/q1");
        Assert.Equal(TopicStatus.RestSkipped, table.Interview.Progress.Topics["1"]);
        Assert.Equal("Topic 1", table.Interview.Progress.Arrival.EndedTopic);
    }
}
