using InterviewBot.Delivery.Channels;
using InterviewBot.Delivery.Tests.Kit;

namespace InterviewBot.Delivery.Tests.Pumping;

public sealed class BringingACardDown : IDisposable
{
    private readonly Scene scene = new();

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task A_move_below_three_typed_lines_posts_the_new_card_and_shrinks_the_old_to_one_line()
    {
        await Shown("q1");
        scene.Prompt("q2", seq: 2, turn: 2, linesSince: 3);
        await scene.Idle();

        Assert.Equal(["post dm q1", "post dm q2", "edit dm (was prompt)"], scene.Channel.Calls);
        Assert.Equal(["(was prompt)", "q2"], scene.Channel.Texts(Scene.Dm));
        Assert.Equal(("m2", 2, 2), (scene.Row("prompt").Ref, scene.Row("prompt").Gen, scene.Row("prompt").DrawnTurn));
        Assert.All(scene.Outbox.Posted, p => Assert.Null(p.GoneAt));
        Assert.Equal(2, scene.Outbox.Posted.Count);
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task Notes_alone_never_bring_it_down()
    {
        await Shown("q1");
        scene.Prompt("q1 with 5 notes", seq: 2, turn: 1, linesSince: 5);
        await scene.Idle();
        Assert.Equal(["post dm q1", "edit dm q1 with 5 notes"], scene.Channel.Calls);
    }

    [Fact]
    public async Task The_word_card_does_and_only_once()
    {
        await Shown("q1");
        scene.Prompt("q1", seq: 2, calledDownSeq: 2);
        await scene.Idle();
        scene.Prompt("q1", seq: 3, calledDownSeq: 2);
        await scene.Idle();
        Assert.Equal(["post dm q1", "post dm q1", "edit dm (was prompt)"], scene.Channel.Calls);
    }

    [Fact]
    public async Task When_the_old_card_cannot_be_reached_now_it_gets_its_line_later_and_the_new_one_stays_single()
    {
        await Shown("q1");
        scene.Channel.Instead = (method, _, _, _) => Answer(method == "edit" ? new SendResult.Retry(null) : null);
        scene.Prompt("q2", seq: 2, turn: 2, linesSince: 3);
        await scene.Idle();
        Assert.Equal(["q1", "q2"], scene.Channel.Texts(Scene.Dm));
        Assert.NotEmpty(scene.Outbox.Waiting);

        scene.Channel.Instead = null;
        scene.Prompt("q3", seq: 3, turn: 3);
        await scene.NextTry(Scene.Dm);
        Assert.Equal(["(was prompt)", "q3"], scene.Channel.Texts(Scene.Dm));
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task An_old_card_that_may_not_be_edited_any_more_stays_and_holds_nothing_up()
    {
        await Shown("q1");
        scene.Channel.Instead = (method, _, _, _) =>
            Answer(method == "edit" ? new SendResult.RowFault("too-old") : null);
        scene.Prompt("q2", seq: 2, turn: 2, linesSince: 3);
        await scene.Idle();
        scene.Channel.Instead = null;
        scene.Prompt("q3", seq: 3, turn: 3);
        await scene.Idle();
        Assert.Equal(["q1", "q3"], scene.Channel.Texts(Scene.Dm));
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task An_old_card_that_somebody_deleted_is_recorded_as_gone()
    {
        await Shown("q1");
        scene.Channel.Lose("m1");
        scene.Prompt("q2", seq: 2, turn: 2, linesSince: 3);
        await scene.Idle();
        Assert.Equal(["q2"], scene.Channel.Texts(Scene.Dm));
        Assert.NotNull(scene.Outbox.Posted.Single(p => p.Ref == "m1").GoneAt);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_crash_at_any_acknowledgement_leaves_one_card_and_one_line(int acknowledgement)
    {
        await Shown("q1");
        var acks = 0;
        scene.Outbox.BeforeAck = _ =>
        {
            if (++acks == acknowledgement)
                throw new IOException("killed");
        };
        scene.Prompt("q2", seq: 2, turn: 2, linesSince: 3);
        await scene.Idle();
        scene.Outbox.BeforeAck = null;
        scene.Restart();
        await scene.NextTry(Scene.Dm);

        Assert.Equal(["(was prompt)", "q2"], scene.Channel.Texts(Scene.Dm));
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task Nothing_left_to_show_deletes_the_card_and_leaves_the_line()
    {
        await Shown("q1");
        scene.Prompt("q2", seq: 2, turn: 2, linesSince: 3);
        await scene.Idle();
        scene.Prompt(null, seq: 3);
        await scene.Idle();
        Assert.Equal(["(was prompt)"], scene.Channel.Texts(Scene.Dm));
    }

    private async Task Shown(string text)
    {
        scene.Prompt(text, seq: 1);
        await scene.Idle();
    }

    private static Task<SendResult?> Answer(SendResult? result) => Task.FromResult(result);
}
