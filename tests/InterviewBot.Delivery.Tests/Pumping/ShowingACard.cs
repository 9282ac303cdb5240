using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Delivery.Tests.Pumping;

public sealed class ShowingACard : IDisposable
{
    private readonly Scene scene = new();

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task The_first_one_is_posted_and_its_reference_kept()
    {
        scene.Prompt("q1", seq: 1);
        await scene.Idle();

        Assert.Equal(["q1"], scene.Channel.Texts(Scene.Dm));
        var row = scene.Row("prompt");
        Assert.Equal(("m1", 1, null, 1L, 1), (row.Ref, row.Gen, row.IntentAt, row.DrawnSeq, row.DrawnTurn));
        Assert.Equal(["m1"], scene.Outbox.Posted.Select(p => p.Ref));
        Assert.Empty(scene.Outbox.Waiting);
        Assert.False(scene.Outbox.IsHeld(Scene.Dm.Lane));
    }

    [Fact]
    public async Task Wake_ups_fold_to_one_sending_of_the_newest_card()
    {
        scene.Prompt("q1", seq: 1);
        scene.Prompt("q2", seq: 2, turn: 2);
        scene.Prompt("q3", seq: 3, turn: 3);
        await scene.Idle();

        Assert.Equal(["post dm q3"], scene.Channel.Calls);
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task A_change_edits_it_in_place_and_no_change_sends_nothing()
    {
        scene.Prompt("q1", seq: 1);
        await scene.Idle();
        scene.Prompt("q2", seq: 2, turn: 2);
        await scene.Idle();
        scene.Prompt("q2", seq: 3, turn: 2);
        await scene.Idle();

        Assert.Equal(["post dm q1", "edit dm q2"], scene.Channel.Calls);
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Theory]
    [InlineData(PictureWay.OnPages)]
    [InlineData(PictureWay.InCards, "t")]
    [InlineData(PictureWay.AsFiles, "p", "t")]
    public async Task How_it_went_is_sent_as_the_platform_can_show_it(PictureWay way, params string[] sent)
    {
        var channel = new FakeChannel { Pictures = way };
        scene.Surface("picture:9", "p", 1, Scene.Hiring);
        scene.Surface("table:9", "t", 1, Scene.Hiring);
        await scene.NewPump(null, channel).RunUntilIdle();
        Assert.Equal(sent, channel.Texts(Scene.Hiring).Order()); // side by side: a picture has a lane of its own
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task The_prompt_goes_before_summaries_of_its_lane_and_these_before_the_board()
    {
        scene.Surface("board", "b", 1, Scene.Dm);
        scene.Surface("recruiter:0", "r", 1, Scene.Dm);
        scene.Prompt("q1", seq: 2);
        scene.Prompt("other", seq: 1, stream: Scene.Other);
        await scene.Idle();

        Assert.Equal(["post dm q1", "post dm other", "post dm r", "post dm b"], scene.Channel.Calls);
    }

    [Fact]
    public async Task A_child_whose_parent_was_never_posted_draws_the_parent_first()
    {
        scene.Drawer.Is(Scene.Interview, "board", Scene.Hiring, "board");
        scene.Surface("summary:7", "sum", 2, Scene.Hiring, parent: "board");
        await scene.Idle();

        Assert.Equal(["post hiring board", "post hiring sum"], scene.Channel.Calls);
        Assert.Equal("m1", scene.Channel.Messages(Scene.Hiring)[1].Parent);
        Assert.Equal("board", scene.Row("summary:7").Parent);
    }

    [Fact]
    public async Task A_child_whose_parent_somebody_deleted_gets_a_new_one()
    {
        scene.Surface("board", "board", 1, Scene.Hiring);
        await scene.Idle();
        scene.Channel.Lose("m1");
        scene.Surface("summary:7", "sum", 2, Scene.Hiring, parent: "board");
        await scene.Idle();

        Assert.Equal(["board", "sum"], scene.Channel.Texts(Scene.Hiring));
        Assert.Equal("m2", scene.Channel.Messages(Scene.Hiring)[1].Parent);
        Assert.NotNull(scene.Outbox.Posted.Single(p => p.Ref == "m1").GoneAt);
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task A_child_without_a_parent_is_set_aside_and_comes_with_the_next_change()
    {
        scene.Surface("summary:7", "sum", 1, Scene.Hiring, parent: "board");
        await scene.Idle();
        Assert.Equal(["no-parent"], scene.Outbox.Parked);

        scene.Drawer.Is(Scene.Interview, "board", Scene.Hiring, "board");
        scene.Surface("summary:7", "sum", 2, Scene.Hiring, parent: "board");
        await scene.Idle();
        Assert.Equal(["board", "sum"], scene.Channel.Texts(Scene.Hiring));
        Assert.Empty(scene.Outbox.Parked);
    }

    [Fact]
    public async Task One_that_somebody_deleted_is_posted_anew_and_remembered()
    {
        scene.Prompt("q1", seq: 1);
        await scene.Idle();
        scene.Channel.Lose("m1");
        scene.Prompt("q2", seq: 2, turn: 2);
        await scene.Idle();

        Assert.Equal(["q2"], scene.Channel.Texts(Scene.Dm));
        Assert.Equal(("m2", 2), (scene.Row("prompt").Ref, scene.Row("prompt").Gen));
        Assert.NotNull(scene.Outbox.Posted.Single(p => p.Ref == "m1").GoneAt);
    }

    [Fact]
    public async Task When_there_is_nothing_to_show_the_message_goes_and_comes_back_as_a_new_one()
    {
        scene.Prompt(null, seq: 1);
        await scene.Idle();
        Assert.Empty(scene.Channel.Calls);

        scene.Prompt("q1", seq: 2);
        await scene.Idle();
        scene.Prompt(null, seq: 3);
        await scene.Idle();
        Assert.Empty(scene.Channel.Messages(Scene.Dm));
        Assert.NotNull(scene.Outbox.Posted.Single().GoneAt);

        scene.Prompt("q1", seq: 4);
        await scene.Idle();
        Assert.Equal(["q1"], scene.Channel.Texts(Scene.Dm));
        Assert.Equal(2, scene.Row("prompt").Gen);
    }

    [Fact]
    public async Task Another_place_gets_a_new_message_and_the_old_place_keeps_one_line()
    {
        scene.Surface("board", "b1", 1, Scene.Hiring);
        await scene.Idle();
        var elsewhere = Scene.Hiring with { Conversation = "elsewhere" };
        scene.Surface("board", "b2", 2, elsewhere);
        await scene.Idle();

        Assert.Equal(["b2"], scene.Channel.Texts(elsewhere));
        Assert.Equal(["(was board)"], scene.Channel.Texts(Scene.Hiring));
        Assert.Equal(elsewhere.Lane, scene.Row("board").Lane);
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task A_wake_up_for_a_stream_that_is_gone_changes_nothing()
    {
        scene.Outbox.Put(Scene.Dm.Lane, OutboxKind.Draw, new StreamId(99), 1, "prompt");
        await scene.Idle();
        Assert.Empty(scene.Channel.Calls);
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task A_message_to_be_forgotten_is_erased_and_recorded_as_gone()
    {
        scene.Prompt("q1", seq: 1);
        await scene.Idle();
        scene.Outbox.Put(Scene.Dm.Lane, OutboxKind.Erase, Scene.Interview, 2, "m1");
        await scene.Idle();

        Assert.Empty(scene.Channel.Messages(Scene.Dm));
        Assert.NotNull(scene.Outbox.Posted.Single().GoneAt);
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task A_card_that_cannot_be_drawn_holds_its_lane_up_for_three_tries_only()
    {
        scene.Drawer.Undrawable.Add("recruiter:0");
        scene.Surface("recruiter:0", "r", 1, Scene.Dm);
        scene.Surface("board", "b", 1, Scene.Dm);
        await scene.Idle();
        for (var i = 0; i < 3; i++)
        {
            Assert.Empty(scene.Channel.Calls);
            await scene.NextTry(Scene.Dm);
        }
        Assert.Equal(["post dm b"], scene.Channel.Calls);
        Assert.Equal(["drawing"], scene.Outbox.Parked);
    }
}
