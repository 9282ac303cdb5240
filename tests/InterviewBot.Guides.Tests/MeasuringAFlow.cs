using InterviewBot.Guides.Flows;
using Xunit;

namespace InterviewBot.Guides.Tests;

public sealed class MeasuringAFlow
{
    private const string Deeper = """
        st=>start
        a=>operation: A
        c=>condition: deeper?
        b=>operation: B
        d=>operation: D
        e=>end
        st->a->c
        c(yes)->b->d->e
        c(no)->e
        """;

    private const string Parallel = """
        st=>start
        p=>parallel: all three
        a=>operation: A
        b=>operation: B
        j=>operation: joint
        c=>operation: C
        e=>end
        st->p
        p(path1, bottom)->a->j->e
        p(path2, right)->b->j
        p(path3, top)->c->e
        """;

    [Theory]
    [InlineData("st", 1, 3)]
    [InlineData("c", 0, 2)]
    [InlineData("d", 1, 1)]
    [InlineData("e", 0, 0)]
    [InlineData("nowhere", 0, 0)]
    public void Counts_the_questions_of_the_shortest_and_the_longest_way(string from, int shortest, int longest) =>
        Assert.Equal((shortest, longest), Read(Deeper).Questions(from));

    [Fact]
    public void Counts_every_path_of_a_parallel_and_what_follows_once()
    {
        var flow = Read(Parallel);
        // The end is what all three paths share; the joint of the first two is counted on each.
        Assert.Equal((5, 5), flow.Questions("st"));
        Assert.Equal(["st", "p", "a", "b", "j", "c", "e"], FlowWalk.AllYes(flow).Ids);
    }

    [Fact]
    public void Counts_what_two_paths_share_once() =>
        Assert.Equal(
            (3, 3),
            Read(Parallel.Replace("p(path3, top)->c->e", "c->e", StringComparison.Ordinal)).Questions("st")
        );

    [Fact]
    public void Cuts_a_way_that_comes_back() =>
        Assert.Equal((1, 3), Read(Deeper.Replace("->d->e", "->d->a", StringComparison.Ordinal)).Questions("st"));

    [Theory]
    [InlineData(Deeper, "st a c b d e", "end:e", "st a c e", "end:e")]
    [InlineData("st=>start\na=>operation: A\nst->a->st", "st a", "cycle:st", "st a", "cycle:st")]
    [InlineData("st=>start\na=>operation: A\nst->a", "st a", "dead-end:a", "st a", "dead-end:a")]
    [InlineData("c=>condition: ?\ne=>end\nc(yes)->e", "c e", "end:e", "c", "missing-no:c")]
    [InlineData("c=>condition: ?\ne=>end\nc(no)->e", "c", "missing-yes:c", "c e", "end:e")]
    [InlineData("a=>operation: A\ne=>end\nb=>operation: B\na->e->b", "a e b", "dead-end:b", "a e b", "dead-end:b")]
    public void Walks_answer_every_fork_alike(string text, string yes, string yesStop, string no, string noStop)
    {
        var flow = Read(text);
        var (allYes, allNo) = (FlowWalk.AllYes(flow), FlowWalk.AllNo(flow));
        Assert.Equal((yes, yesStop), (string.Join(' ', allYes.Ids), allYes.Stop));
        Assert.Equal((no, noStop), (string.Join(' ', allNo.Ids), allNo.Stop));
    }

    [Fact]
    public void The_questions_of_a_walk_are_what_is_asked() =>
        Assert.Equal(["A", "B", "D"], FlowWalk.AllYes(Read(Deeper)).Questions);

    private static Flow Read(string text)
    {
        var flow = FlowReader.Read(text).Flow;
        Assert.NotNull(flow);
        return flow;
    }
}
