using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Panel;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Identity;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

public sealed class ReportingTheFlows
{
    private const string Text = """
        # G
        ## 1. Redis
        ```flow
        st=>start
        op1=>operation: Types?
        op2=>operation: Restart?
        c1=>condition: Go deeper?
        op3=>operation: Sorted sets?
        op4=>operation: Cluster?
        e=>end
        st->op1->op2->c1
        c1(yes)->op3->e
        c1(no)->op4->e
        ```
        ## 2. MySQL
        ```flow
        st=>start
        op1=>operation: Engines?
        op2=>operation: Indexes?
        e=>end
        st->op1->op2->e
        ```
        ## 3. Their questions
        """;

    private static readonly PersonId Interviewer = new("web", "local", "interviewer");
    private static readonly PersonId Panellist = new("web", "local", "panellist");

    private static Sitting Asked() =>
        Sitting
            .By(GuideReader.Read("g", Text).Guide!, "en")
            .Do(new BeginInterview(null, null))
            .Rate(3)
            .Next()
            .Do(new Skip(SkipKind.NotNow, null, null, null))
            .Do(new AnswerFork([false], null, null));

    [Fact]
    public void Each_question_is_asked_skipped_not_taken_or_open()
    {
        var report = FlowReport.Of(Asked().Loop(), Sitting.Id, Interviewer, "en")!;
        // MySQL was never come to: the pictures are of what went on.
        Assert.Equal(["1"], report.Topics.Select(t => t.Topic.Key));
        Assert.Equal(
            [
                ("op1", Fared.Asked, "asked · 3 good"),
                ("op2", Fared.Skipped, "skipped"),
                ("c1", Fared.Asked, "No"),
                ("op3", Fared.NotTaken, "not taken"),
                ("op4", Fared.Open, "not asked"),
            ],
            report.Topics[0].Nodes.Select(n => (n.Node, n.Fared, n.Says)).OrderBy(n => n.Node == "c1" ? "op2z" : n.Node)
        );
    }

    [Fact]
    public void Before_the_last_scorecard_only_the_interviewer_sees_it()
    {
        var asked = Asked();
        Assert.NotNull(FlowReport.Of(asked.Loop(), Sitting.Id, Interviewer, "en"));
        Assert.Null(FlowReport.Of(asked.Loop(), Sitting.Id, Panellist, "en"));
        var submitted = asked.Do(new Finish("no-time")).Submitted();
        Assert.NotNull(FlowReport.Of(submitted.Loop(), Sitting.Id, Panellist, "en"));
        Assert.Null(FlowReport.Of(submitted.Loop(), new StreamId(77), Panellist, "en"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Channel_and_recruiter_get_picture_and_table_when_the_last_scorecard_is_in(int? recruiter)
    {
        var (picture, table) = (Surfaces.Picture(Sitting.Id, recruiter), Surfaces.Table(Sitting.Id, recruiter));
        var sitting = Asked();
        Assert.IsType<Drawing.Gone>(sitting.OfLoop(picture));
        Assert.IsType<Drawing.Gone>(sitting.OfLoop(table));
        sitting.Do(new Finish("no-time"));
        Assert.IsType<Drawing.Gone>(sitting.OfLoop(picture));
        Assert.IsType<Drawing.Gone>(sitting.OfLoop(table));
        sitting.Submitted();
        Assert.IsType<Drawing.Drawn>(sitting.OfLoop(picture));
        Assert.IsType<Drawing.Shown>(sitting.OfLoop(table));
    }

    [Fact]
    public void The_picture_says_in_words_what_it_shows_and_names_no_candidate()
    {
        var picture = Assert.IsType<Drawing.Drawn>(
            Asked().Do(new Finish("no-time")).Submitted().OfLoop(Surfaces.Picture(Sitting.Id))
        );
        Assert.Contains(
            "Redis (asked 2 · skipped 1 · not taken 1 · not asked 1)",
            picture.Alt,
            StringComparison.Ordinal
        );
        Assert.NotNull(picture.Report);
        Assert.DoesNotContain("Lin Wei", DrawingJson.Write(picture), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_mark_is_another_picture()
    {
        Drawing Of(Func<Sitting, Sitting> change) =>
            change(Asked()).Do(new Finish("no-time")).Submitted().OfLoop(Surfaces.Picture(Sitting.Id));
        Assert.Equal(DrawingJson.Hash(Of(s => s)), DrawingJson.Hash(Of(s => s)));
        Assert.NotEqual(DrawingJson.Hash(Of(s => s)), DrawingJson.Hash(Of(s => s.Next())));
    }

    [Fact]
    public void It_speaks_the_readers_language() =>
        Assert.Contains(
            FlowReport.Of(Asked().Loop(), Sitting.Id, Interviewer, "zh-CN")!.Topics[0].Nodes,
            n => n.Says == "已跳过"
        );
}
