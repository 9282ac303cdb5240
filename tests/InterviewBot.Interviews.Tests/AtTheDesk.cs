using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Loops;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Tests.Harness;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace InterviewBot.Interviews.Tests;

/// <summary>Loading, deciding and committing: what two copies of the bot, and two deliveries of one click, may do to each other.</summary>
public sealed class AtTheDesk
{
    private static readonly Guides.Documents.Guide Guide = GuideOf.Topics(GuideOf.Line("1", 5), GuideOf.Line("2", 1));
    private readonly MemoryLog _log = new();
    private readonly FakeTimeProvider _clock = new(Table.Two);

    private InterviewDesk NewDesk() => new(_log, new OneGuide(Guide), _log, _clock);

    private static Cause C(string text) => new(text);

    [Fact]
    public async Task A_second_delivery_of_a_click_is_answered_from_the_state()
    {
        var desk = await Begun();
        var step = (await desk.View(Table.Id, default))!.Interview.Step;
        var first = await desk.Handle(Table.Id, C("click"), Table.Ana, new Next(step, null));
        var second = await desk.Handle(Table.Id, C("click"), Table.Ana, new Next(step, null));
        Assert.Equal((OutcomeKind.Done, OutcomeKind.Repeated), (first.Kind, second.Kind));
        Assert.Equal(first.Interview.Step, second.Interview.Step);
    }

    [Fact]
    public async Task A_copy_with_an_old_fold_does_not_refuse_a_good_click()
    {
        var one = await Begun();
        var two = NewDesk();
        var step = (await two.View(Table.Id, default))!.Interview.Step;
        await one.Handle(Table.Id, C("one"), Table.Ana, new Next(step, null));
        // Copy two still holds the old fold, in which this step does not exist yet.
        var outcome = await two.Handle(Table.Id, C("two"), Table.Ana, new Next(step + 1, null));
        Assert.Equal(OutcomeKind.Done, outcome.Kind);
        Assert.Equal("1/1/q3", outcome.Interview.Spot.Question!.ToString());
    }

    [Fact]
    public async Task A_copy_with_an_old_fold_draws_the_head()
    {
        var one = await Begun();
        var two = NewDesk();
        await two.View(Table.Id, default);
        await one.Handle(Table.Id, C("one"), Table.Ana, new Next(null, null));
        Assert.Equal("1/1/q2", (await two.View(Table.Id, default))!.Interview.Spot.Question!.ToString());
    }

    [Fact]
    public async Task Of_rivals_for_one_step_exactly_one_wins()
    {
        var desks = new[] { await Begun(), NewDesk(), NewDesk() };
        var step = (await desks[0].View(Table.Id, default))!.Interview.Step;
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 24)
                .Select(n =>
                    Task.Run(() => desks[n % 3].Handle(Table.Id, C($"rival {n}"), Table.Ana, new Next(step, null)))
                )
        );
        Assert.Single(outcomes, o => o.Kind == OutcomeKind.Done);
        Assert.All(
            outcomes.Where(o => o.Kind != OutcomeKind.Done),
            o => Assert.Equal(Refusal.AlreadyMovedOn, o.Refusal)
        );
    }

    [Fact]
    public async Task A_start_delivered_twice_makes_one_interview()
    {
        var desk = NewDesk();
        var first = await desk.Start("form-1", C("a"), Start(Table.Id));
        var second = await desk.Start("form-1", C("b"), Start(new StreamId(5)));
        Assert.Equal(OutcomeKind.Repeated, second.Kind);
        Assert.Equal(first.Interview.Id, second.Interview.Id);
    }

    [Fact]
    public async Task Starts_that_race_make_one_interview()
    {
        var desks = Enumerable.Range(0, 8).Select(_ => NewDesk()).ToList();
        var outcomes = await Task.WhenAll(
            desks.Select((d, n) => Task.Run(() => d.Start("form-1", C($"r{n}"), Start(new StreamId(100 + n)))))
        );
        Assert.Single(outcomes.Select(o => o.Interview.Id).Distinct());
    }

    [Fact]
    public async Task A_full_queue_is_busy_and_believes_nothing()
    {
        var desk = await Begun();
        _log.IsFull = true;
        Assert.Equal(OutcomeKind.Busy, (await desk.Handle(Table.Id, C("x"), Table.Ana, new Next(null, null))).Kind);
        _log.IsFull = false;
        Assert.Equal("1/1/q1", (await desk.View(Table.Id, default))!.Interview.Spot.Question!.ToString());
    }

    [Fact]
    public async Task A_stream_of_a_newer_release_is_not_served()
    {
        await _log.Commit(new Commit(new StreamId(9), 0, Table.Two, "x", """[{"$type":"from-the-future"}]""", [], []));
        Assert.Equal(
            OutcomeKind.NotServed,
            (await NewDesk().Handle(new StreamId(9), C("y"), Table.Ana, new Next(null, null))).Kind
        );
    }

    [Fact]
    public async Task Time_never_runs_backwards_in_a_log()
    {
        var desk = await Begun();
        var before = (await desk.View(Table.Id, default))!.Interview.At;
        var slow = new InterviewDesk(_log, new OneGuide(Guide), _log, new FakeTimeProvider(Table.Two.AddHours(-1)));
        var outcome = await slow.Handle(Table.Id, C("slow"), Table.Ana, new Next(null, null));
        Assert.Equal(before, outcome.Interview.At);
    }

    [Fact]
    public async Task The_loop_hears_of_the_interview_and_draws_the_board_once_it_has_begun()
    {
        var desk = await Begun();
        var loops = new LoopDesk(_log, desk, _clock);
        var errands = new Errands(desk, loops);
        foreach (var row in Outbox().Where(r => r.Kind == OutboxKind.Tell).ToList())
            Assert.True(await errands.Run(row));
        // A second run of the same rows, and in the wrong order, changes nothing.
        foreach (var row in Outbox().Where(r => r.Kind == OutboxKind.Tell).Reverse().ToList())
            Assert.True(await errands.Run(row));

        var loop = (await loops.View(Table.LoopId, default))!;
        Assert.Equal(Phase.Running, Assert.Single(loop.Loop.Interviews).Phase);
        Assert.Equal(["board", "recruiter:0"], _log.Commits[^1].Outbox.Select(o => o.Name));
        Assert.All(
            _log.Commits.SelectMany(c => c.Outbox),
            o => Assert.DoesNotContain("Lin", o.Body ?? "", StringComparison.Ordinal)
        );
    }

    private IEnumerable<OutboxRow> Outbox() =>
        _log
            .Commits.ToList()
            .SelectMany(c =>
                c.Outbox.Select(o => new OutboxRow(
                    0,
                    o.Lane,
                    o.Kind,
                    c.Stream,
                    c.ExpectedSeq + 1,
                    o.N,
                    o.Name,
                    o.DueAt,
                    o.Body
                ))
            );

    private async Task<InterviewDesk> Begun()
    {
        var desk = NewDesk();
        await desk.Start("form", C("start"), Start(Table.Id));
        await desk.Handle(Table.Id, C("begin"), Table.Ana, new BeginInterview(null, null));
        return desk;
    }

    private static StartInterview Start(StreamId id) =>
        new(
            id,
            Table.LoopId,
            "local",
            new GuideText(Guide.Hash, Guide.Name, "text"),
            "Lin",
            Table.Ana,
            "Ana",
            "en",
            "UTC",
            Table.Dm,
            Table.Hiring,
            "#hiring",
            [new Place("web", "local", "dm-recruiter")],
            60
        );
}
