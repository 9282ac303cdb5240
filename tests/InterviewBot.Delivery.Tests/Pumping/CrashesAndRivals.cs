using InterviewBot.Delivery.Tests.Kit;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Delivery.Tests.Pumping;

public sealed class CrashesAndRivals
{
    [Fact]
    public async Task A_crash_between_send_and_ack_posts_again_with_the_same_key_and_shows_the_newest_card()
    {
        using var scene = new Scene();
        scene.Outbox.BeforeAck = _ => throw new IOException("killed");
        scene.Prompt("q1", seq: 1);
        await scene.Idle();
        Assert.Equal(["q1"], scene.Channel.Texts(Scene.Dm));
        Assert.NotNull(scene.Row("prompt").IntentAt);

        scene.Outbox.BeforeAck = null;
        scene.Restart();
        scene.Prompt("q2", seq: 2, turn: 2);
        await scene.NextTry(Scene.Dm);
        Assert.Equal([1, 1], scene.Channel.Posts.Select(p => p.Gen));
        Assert.Equal(["q2"], scene.Channel.Texts(Scene.Dm));
        Assert.Null(scene.Row("prompt").IntentAt);
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task A_crash_between_send_and_ack_of_a_card_that_is_gone_by_then_takes_it_back()
    {
        using var scene = new Scene();
        scene.Outbox.BeforeAck = _ => throw new IOException("killed");
        scene.Prompt("q1", seq: 1);
        await scene.Idle();
        scene.Outbox.BeforeAck = null;
        scene.Restart();
        scene.Prompt(null, seq: 2);
        await scene.NextTry(Scene.Dm);
        Assert.Empty(scene.Channel.Messages(Scene.Dm));
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task A_platform_without_keys_may_hold_the_lost_post_but_the_recorded_one_is_the_newest()
    {
        using var scene = new Scene(idempotent: false);
        scene.Outbox.BeforeAck = _ => throw new IOException("killed");
        scene.Prompt("q1", seq: 1);
        await scene.Idle();
        scene.Outbox.BeforeAck = null;
        scene.Restart();
        await scene.NextTry(Scene.Dm);
        scene.Prompt("q2", seq: 2, turn: 2);
        await scene.Idle();
        Assert.Equal(["q1", "q2"], scene.Channel.Texts(Scene.Dm));
        Assert.Equal("m2", scene.Row("prompt").Ref);
    }

    [Fact]
    public async Task A_sender_frozen_past_its_lease_does_not_have_the_last_word()
    {
        using var scene = new Scene();
        scene.Prompt("q1", seq: 1);
        await scene.Idle();

        // A machine whose processes stand still: its monotonic clock does too.
        var frozenClock = new FakeTimeProvider(scene.Clock.GetUtcNow());
        var frozen = scene.NewPump(frozenClock);
        var (reached, thaw) = (new TaskCompletionSource(), new TaskCompletionSource());
        scene.Channel.Instead = async (_, _, _, _) =>
        {
            scene.Channel.Instead = null;
            reached.SetResult();
            await thaw.Task;
            return null;
        };
        scene.Prompt("q2", seq: 2, turn: 2);
        var sending = frozen.RunUntilIdle(TestContext.Current.CancellationToken);
        await reached.Task;

        scene.Clock.Advance(TimeSpan.FromSeconds(21));
        scene.Prompt("q3", seq: 3, turn: 3);
        await scene.Idle();
        Assert.Equal(["q3"], scene.Channel.Texts(Scene.Dm));

        thaw.SetResult();
        await sending; // its late edit put q2 over q3; its acknowledgement finds the lease lost, and the card is drawn once more
        await scene.Idle();
        Assert.Contains("edit dm q2", scene.Channel.Calls);
        Assert.Equal(["q3"], scene.Channel.Texts(Scene.Dm));
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task A_frozen_sender_whose_edit_went_unanswered_does_not_either()
    {
        using var scene = new Scene();
        scene.Prompt("q1", seq: 1);
        await scene.Idle();
        var frozen = scene.NewPump(new FakeTimeProvider(scene.Clock.GetUtcNow()));
        var (reached, thaw) = (new TaskCompletionSource(), new TaskCompletionSource());
        scene.Channel.Instead = async (_, _, _, _) =>
        {
            scene.Channel.Instead = null;
            reached.SetResult();
            await thaw.Task;
            return null;
        };
        scene.Prompt("q2", seq: 2, turn: 2);
        var sending = frozen.RunUntilIdle(TestContext.Current.CancellationToken);
        await reached.Task;
        scene.Clock.Advance(TimeSpan.FromSeconds(21));
        scene.Prompt("q3", seq: 3, turn: 3);
        await scene.Idle();

        var answers = 0;
        scene.Channel.Afterwards = _ => ++answers == 1 ? throw new IOException("no answer") : Task.CompletedTask;
        thaw.SetResult();
        await sending;
        await scene.Idle();
        Assert.Equal(["q3"], scene.Channel.Texts(Scene.Dm));
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task A_first_post_that_came_too_late_is_taken_away_again()
    {
        using var scene = new Scene(idempotent: false);
        var frozen = scene.NewPump(new FakeTimeProvider(scene.Clock.GetUtcNow()));
        var (reached, thaw) = (new TaskCompletionSource(), new TaskCompletionSource());
        scene.Channel.Instead = async (_, _, _, _) =>
        {
            scene.Channel.Instead = null;
            reached.SetResult();
            await thaw.Task;
            return null;
        };
        scene.Prompt("q1", seq: 1);
        var sending = frozen.RunUntilIdle(TestContext.Current.CancellationToken);
        await reached.Task;
        scene.Clock.Advance(TimeSpan.FromSeconds(21));
        await scene.Idle();
        thaw.SetResult();
        await sending;
        await scene.Idle();

        Assert.Equal(["q1"], scene.Channel.Texts(Scene.Dm));
        Assert.Single(scene.Outbox.Posted, p => p.GoneAt is null);
    }

    [Fact]
    public async Task A_lease_with_less_than_ten_seconds_left_sends_nothing_more_and_the_next_one_goes_on()
    {
        using var scene = new Scene();
        scene.Channel.Afterwards = _ =>
        {
            scene.Clock.Advance(TimeSpan.FromSeconds(5.5));
            return Task.CompletedTask;
        };
        for (var i = 0; i < 5; i++)
            scene.Prompt($"q{i}", seq: 1, stream: new(100 + i));
        await scene.Idle();
        Assert.Equal(5, scene.Channel.Texts(Scene.Dm).Count);
        Assert.Equal(3, scene.Outbox.Leases); // two sendings each: at 0 and 5.5 s, and none at 11 s
        Assert.Equal(0, scene.Channel.Overlaps);
        Assert.Null(scene.Outbox.Lane(Scene.Dm.Lane));
    }

    [Fact]
    public async Task Two_pumps_on_one_store_never_send_at_once_in_one_conversation()
    {
        using var scene = new Scene();
        scene.Channel.Instead = async (_, _, _, _) =>
        {
            await Task.Yield();
            return null;
        };
        var rival = scene.NewPump();
        for (var round = 1; round <= 50; round++)
        {
            scene.Prompt($"q{round}", seq: round, turn: round);
            scene.Prompt($"o{round}", seq: round, turn: round, stream: Scene.Other);
            scene.Surface("board", $"b{round}", round, Scene.Hiring);
            await Task.WhenAll(scene.Idle(), rival.RunUntilIdle(TestContext.Current.CancellationToken));
        }
        await scene.Idle();
        Assert.Equal(0, scene.Channel.Overlaps);
        Assert.Equal(["o50", "q50"], scene.Channel.Texts(Scene.Dm).Order());
        Assert.Equal(["b50"], scene.Channel.Texts(Scene.Hiring));
        Assert.Empty(scene.Outbox.Waiting);
    }
}
