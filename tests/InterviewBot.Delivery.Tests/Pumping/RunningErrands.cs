using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Loops;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;

namespace InterviewBot.Delivery.Tests.Pumping;

public sealed class RunningErrands : IDisposable
{
    private static readonly StreamId Loop = new(70);
    private readonly Scene scene = new();

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task A_tell_reaches_the_other_stream_once_however_often_it_runs()
    {
        Tell(seq: 1);
        await scene.Idle();
        Tell(seq: 1);
        await scene.Idle();
        Assert.Single(await scene.Log.Read(Loop, 0, TestContext.Current.CancellationToken));
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_cannot_be_done_now_waits_and_those_before_it_are_done_with(bool busy)
    {
        Tell(seq: 1);
        await scene.Idle();
        (scene.Log.IsBusy, scene.Log.Throws) = (busy, !busy);
        Tell(seq: 1); // known already: nothing to write
        Tell(seq: 2);
        Tell(seq: 3);
        await scene.Idle();
        Assert.Equal([2, 3], scene.Outbox.Waiting.Select(r => r.Seq));

        (scene.Log.IsBusy, scene.Log.Throws) = (false, false);
        scene.Clock.Advance(TimeSpan.FromSeconds(2));
        await scene.Idle();
        Assert.Empty(scene.Outbox.Waiting);
        Assert.Equal(3, (await scene.Log.Read(Loop, 0, TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_timer_that_is_not_due_waits()
    {
        scene.Outbox.Put(
            $"stream:{Scene.Interview}",
            OutboxKind.Ring,
            Scene.Interview,
            1,
            "idle",
            due: scene.Clock.GetUtcNow().AddMinutes(5)
        );
        await scene.Idle();
        Assert.Single(scene.Outbox.Waiting);
        scene.Clock.Advance(TimeSpan.FromMinutes(5));
        await scene.Idle();
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task A_webhook_which_nobody_serves_yet_is_set_aside()
    {
        scene.Outbox.Put("url:example.org", OutboxKind.Call, Scene.Interview, 1, "hook");
        await scene.Idle();
        Assert.Equal(["not-served"], scene.Outbox.Parked);
    }

    private void Tell(long seq)
    {
        var report = new ReportInterview(
            Scene.Interview,
            "local",
            new PersonId("web", "local", "interviewer"),
            "",
            null,
            [],
            Phase.Preparing,
            null,
            false,
            seq
        );
        scene.Outbox.Put(
            $"stream:{Loop}",
            OutboxKind.Tell,
            Scene.Interview,
            seq,
            $"loop:{Loop}",
            body: EventJson.Write(report)
        );
    }
}
