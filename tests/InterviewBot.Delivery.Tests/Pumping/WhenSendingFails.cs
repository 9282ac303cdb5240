using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Tests.Pumping;

public sealed class WhenSendingFails : IDisposable
{
    private readonly Scene scene = new();

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task The_whole_lane_waits_as_long_as_the_platform_asked_and_other_lanes_do_not()
    {
        Answer((_, place, _) => place == Scene.Dm ? new SendResult.Retry(TimeSpan.FromSeconds(30)) : null);
        scene.Prompt("q1", seq: 1);
        scene.Prompt("other", seq: 1, stream: Scene.Other);
        scene.Surface("board", "b", 1, Scene.Hiring);
        await scene.Idle();
        Assert.Equal(1, scene.Channel.Calls.Count(c => c.StartsWith("post dm", StringComparison.Ordinal)));
        Assert.Equal(["b"], scene.Channel.Texts(Scene.Hiring));

        scene.Channel.Instead = null;
        scene.Clock.Advance(TimeSpan.FromSeconds(29.9));
        await scene.Idle();
        Assert.Empty(scene.Channel.Texts(Scene.Dm));
        scene.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await scene.Idle();
        Assert.Equal(["q1", "other"], scene.Channel.Texts(Scene.Dm));
        Assert.Null(scene.Outbox.Lane(Scene.Dm.Lane));
    }

    [Fact]
    public async Task Without_a_hint_it_backs_off_and_after_twelve_attempts_tries_hourly_and_drops_nothing()
    {
        Answer((_, _, _) => new SendResult.Retry(null));
        scene.Prompt("q1", seq: 1);
        var waits = new List<TimeSpan>();
        await scene.Idle();
        for (var i = 0; i < 14; i++)
        {
            waits.Add(scene.Outbox.Lane(Scene.Dm.Lane)!.NotBefore - scene.Clock.GetUtcNow());
            await scene.NextTry(Scene.Dm);
        }
        Assert.All(waits, w => Assert.InRange(w, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)));
        Assert.InRange(waits[0], TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        Assert.InRange(waits[9], TimeSpan.FromSeconds(150), TimeSpan.FromSeconds(300));
        Assert.Equal([TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(1)], waits[^3..]);
        Assert.Single(scene.Outbox.Waiting);

        scene.Channel.Instead = null;
        await scene.NextTry(Scene.Dm);
        Assert.Equal(["q1"], scene.Channel.Texts(Scene.Dm));
    }

    [Fact]
    public async Task An_exception_is_a_failure_like_any_other()
    {
        scene.Channel.Instead = (_, _, _, _) => throw new InvalidOperationException("surprise");
        scene.Prompt("q1", seq: 1);
        await scene.Idle();
        scene.Channel.Instead = null;
        await scene.NextTry(Scene.Dm);
        Assert.Equal(["q1"], scene.Channel.Texts(Scene.Dm));
    }

    [Fact]
    public async Task Silence_counts_as_one_after_eight_seconds()
    {
        var asked = new TaskCompletionSource();
        scene.Channel.Instead = async (_, _, _, ct) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, scene.Clock, ct);
            return null;
        };
        scene.Prompt("q1", seq: 1);
        var idle = scene.Idle();
        await asked.Task;
        scene.Clock.Advance(TimeSpan.FromSeconds(7.9));
        Assert.False(idle.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await idle;
        Assert.Equal(1, scene.Outbox.Lane(Scene.Dm.Lane)!.Attempts);
    }

    [Fact]
    public async Task A_refused_card_goes_out_once_as_text_only_and_not_again_until_it_changes()
    {
        Answer(
            (_, _, drawing) =>
                drawing is Drawing.Shown { Card.Fallback: "plain q1" } ? new SendResult.RowFault("bad") : null
        );
        scene.Prompt("q1", seq: 1);
        await scene.Idle();
        scene.Prompt("q1", seq: 2);
        await scene.Idle();
        Assert.Equal(["post dm q1", "post dm (plain q1)"], scene.Channel.Calls);
        Assert.Equal(["(plain q1)"], scene.Channel.Texts(Scene.Dm));

        scene.Prompt("q2", seq: 3, turn: 2);
        await scene.Idle();
        Assert.Equal(["q2"], scene.Channel.Texts(Scene.Dm));
    }

    [Fact]
    public async Task A_row_that_is_refused_as_text_too_is_parked_the_lane_goes_on_and_a_newer_draw_replaces_it()
    {
        Answer(
            (_, _, drawing) =>
                FakeChannel.Text(drawing!).Contains("poison", StringComparison.Ordinal)
                    ? new SendResult.RowFault("bad")
                    : null
        );
        scene.Prompt("poison", seq: 1);
        scene.Prompt("poison", seq: 2);
        scene.Prompt("other", seq: 1, stream: Scene.Other);
        await scene.Idle();
        Assert.Equal(["other"], scene.Channel.Texts(Scene.Dm));
        Assert.Equal(["bad"], scene.Outbox.Parked);
        Assert.Empty(scene.Outbox.Waiting);

        scene.Prompt("q3", seq: 3, turn: 3);
        await scene.Idle();
        Assert.Equal(["other", "q3"], scene.Channel.Texts(Scene.Dm).Order());
        Assert.Empty(scene.Outbox.Parked);
    }

    [Fact]
    public async Task A_dead_place_stops_its_lane_its_owner_is_told_once_and_reviving_goes_on()
    {
        Answer((_, _, _) => new SendResult.PlaceFault("channel_not_found"));
        scene.Prompt("q1", seq: 1);
        scene.Prompt("q2", seq: 2, turn: 2);
        await scene.Idle();
        scene.Clock.Advance(TimeSpan.FromMinutes(59));
        await scene.Idle();
        Assert.Single(scene.Channel.Calls);
        Assert.Equal("channel_not_found", scene.Outbox.Lane(Scene.Dm.Lane)!.Dead);
        Assert.Equal("channel_not_found", scene.Troubles.TakeFor(Scene.Interview)?.Reason);
        Assert.Null(scene.Troubles.TakeFor(Scene.Interview));

        scene.Channel.Instead = null;
        await scene.Outbox.Revive(Scene.Dm.Lane);
        await scene.Idle();
        Assert.Equal(["q2"], scene.Channel.Texts(Scene.Dm));
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task What_an_unanswered_edit_left_behind_is_not_taken_for_what_is_shown()
    {
        scene.Prompt("a", seq: 1, turn: 1);
        await scene.Idle();
        scene.Channel.Afterwards = _ => throw new IOException("no answer"); // it was applied, but nobody knows
        scene.Prompt("b", seq: 2, turn: 2);
        await scene.Idle();
        scene.Channel.Afterwards = null;
        scene.Prompt("a", seq: 3, turn: 1); // as it was: the same hash as what was last recorded
        await scene.NextTry(Scene.Dm);
        Assert.Equal(["a"], scene.Channel.Texts(Scene.Dm));
    }

    [Fact]
    public async Task A_closed_gate_holds_every_lane_of_the_installation_for_that_method_and_no_other()
    {
        scene.Prompt("q1", seq: 1);
        scene.Surface("board", "b1", 1, Scene.Hiring);
        await scene.Idle();
        Answer(
            (method, place, _) =>
                method == "edit" && place == Scene.Dm
                    ? new SendResult.Retry(TimeSpan.FromSeconds(20), Gates.Edit)
                    : null
        );
        scene.Prompt("q2", seq: 2, turn: 2);
        await scene.Idle();
        scene.Channel.Instead = null;
        scene.Surface("board", "b2", 2, Scene.Hiring);
        var fresh = Scene.Hiring with { Conversation = "fresh" };
        scene.Prompt("new", seq: 1, stream: Scene.Other, place: fresh);
        await scene.Idle();
        Assert.Equal(["b1"], scene.Channel.Texts(Scene.Hiring));
        Assert.Equal(["new"], scene.Channel.Texts(fresh));

        var prompt = scene.Outbox.Lane(Scene.Dm.Lane)!.NotBefore;
        var board = scene.Outbox.Lane(Scene.Hiring.Lane)!.NotBefore;
        Assert.True(prompt < board, "the prompt goes first when the gate opens");
        scene.Clock.Advance(TimeSpan.FromSeconds(21));
        await scene.Idle();
        Assert.Equal(["q2"], scene.Channel.Texts(Scene.Dm));
        Assert.Equal(["b2"], scene.Channel.Texts(Scene.Hiring));
    }

    [Fact]
    public async Task A_channel_that_is_not_configured_keeps_its_rows()
    {
        var away = new Place("slack", "T1", "D1");
        scene.Prompt("q1", seq: 1, place: away);
        await scene.Idle();
        Assert.Single(scene.Outbox.Waiting);
        Assert.Equal(1, scene.Outbox.Lane(away.Lane)!.Attempts);
    }

    private void Answer(Func<string, Place, Drawing?, SendResult?> answer) =>
        scene.Channel.Instead = (method, place, drawing, _) => Task.FromResult(answer(method, place, drawing));
}
