using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Tests.Pumping;

public sealed class RunningAndStopping : IDisposable
{
    private readonly Scene scene = new();
    private readonly CancellationTokenSource stopping = new();

    public void Dispose()
    {
        stopping.Dispose();
        scene.Dispose();
    }

    [Fact]
    public async Task It_wakes_for_a_commit_and_a_slow_conversation_delays_no_other()
    {
        var (slow, release, fast) = (
            new TaskCompletionSource(),
            new TaskCompletionSource(),
            new TaskCompletionSource()
        );
        scene.Channel.Instead = async (_, place, _, _) =>
        {
            if (place == Scene.Dm)
            {
                slow.SetResult();
                await release.Task;
            }
            return null;
        };
        scene.Channel.Afterwards = _ =>
        {
            fast.TrySetResult();
            return Task.CompletedTask;
        };
        var running = scene.Pump.Run(stopping.Token);
        scene.Prompt("q1", seq: 1);
        await slow.Task;
        scene.Surface("board", "b", 1, Scene.Hiring);
        await fast.Task;
        Assert.Equal(["b"], scene.Channel.Texts(Scene.Hiring));

        release.SetResult();
        await stopping.CancelAsync();
        await running;
        Assert.Equal(["q1"], scene.Channel.Texts(Scene.Dm));
    }

    [Fact]
    public async Task Stopping_finishes_the_send_under_way_sends_nothing_more_and_gives_the_lane_back()
    {
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        scene.Channel.Instead = async (_, _, _, ct) =>
        {
            reached.TrySetResult();
            await release.Task.WaitAsync(ct); // it is not cancelled by the stop
            return null;
        };
        scene.Prompt("q1", seq: 1);
        scene.Prompt("other", seq: 1, stream: Scene.Other);
        var running = scene.Pump.Run(stopping.Token);
        await reached.Task;
        await stopping.CancelAsync();
        Assert.False(running.IsCompleted);
        release.SetResult();
        await running;

        Assert.Equal(["q1"], scene.Channel.Texts(Scene.Dm));
        Assert.False(scene.Outbox.IsHeld(Scene.Dm.Lane));
        Assert.Single(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task It_finds_rows_that_fall_due_without_a_signal_within_a_second()
    {
        var sent = new TaskCompletionSource();
        scene.Channel.Afterwards = _ =>
        {
            sent.TrySetResult();
            return Task.CompletedTask;
        };
        scene.Drawer.Is(Scene.Interview, "prompt", Scene.Dm, "q1");
        scene.Outbox.Put(
            Scene.Dm.Lane,
            Interviews.Seams.OutboxKind.Draw,
            Scene.Interview,
            1,
            "prompt",
            due: scene.Clock.GetUtcNow().AddMinutes(1)
        );
        var running = scene.Pump.Run(stopping.Token);
        // The poll's timer is set by the pump's own thread: time goes on until it rang.
        while (!sent.Task.IsCompleted)
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await stopping.CancelAsync();
        await running;
        Assert.Equal(["q1"], scene.Channel.Texts(Scene.Dm));
    }

    [Fact]
    public async Task Many_conversations_are_worked_side_by_side()
    {
        var (all, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var waiting = 0;
        scene.Channel.Instead = async (_, _, _, _) =>
        {
            if (Interlocked.Increment(ref waiting) == 40)
                all.SetResult();
            await release.Task;
            return null;
        };
        for (var i = 0; i < 40; i++)
            scene.Prompt("q", seq: 1, stream: new StreamId(100 + i), place: Scene.Dm with { Conversation = $"dm{i}" });
        var running = scene.Pump.Run(stopping.Token);
        await all.Task;
        release.SetResult();
        await stopping.CancelAsync();
        await running;
        Assert.Empty(scene.Outbox.Waiting);
    }
}
