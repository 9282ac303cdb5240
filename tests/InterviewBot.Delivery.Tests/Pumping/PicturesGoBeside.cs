using InterviewBot.Delivery.Channels;
using InterviewBot.Delivery.Pumping;
using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Delivery.Tests.Pumping;

/// <summary>A picture has a lane of its own: an upload that hangs, fails or is refused holds up no card of its channel.</summary>
public sealed class PicturesGoBeside : IDisposable
{
    private readonly Scene scene = new();
    private readonly FakeChannel channel = new() { Pictures = PictureWay.AsFiles };
    private readonly Pump pump;

    public PicturesGoBeside() => pump = scene.NewPump(null, channel);

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task A_board_comes_while_an_upload_hangs()
    {
        var (hangs, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        channel.Instead = async (_, _, drawing, _) =>
        {
            if (FakeChannel.Text(drawing!) != "p")
                return null;
            hangs.TrySetResult();
            await goOn.Task;
            return null;
        };
        scene.Surface("picture:9", "p", 1, Scene.Hiring);
        var uploading = Idle();
        await hangs.Task;
        scene.Surface("board", "b", 1, Scene.Hiring, stream: Scene.Other);
        await Idle();
        Assert.Equal(["b"], channel.Texts(Scene.Hiring));
        goOn.SetResult();
        await uploading;
        Assert.Equal(["b", "p"], channel.Texts(Scene.Hiring).Order());
    }

    [Fact]
    public async Task After_five_attempts_it_is_set_aside_and_the_next_picture_is_tried()
    {
        channel.Instead = (_, _, drawing, _) =>
            Task.FromResult<SendResult?>(FakeChannel.Text(drawing!) == "p" ? new SendResult.Retry(null) : null);
        scene.Surface("picture:9", "p", 1, Scene.Hiring);
        scene.Surface("picture:10", "other", 2, Scene.Hiring);
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            Assert.Empty(scene.Outbox.Parked);
            await Idle();
            scene.Clock.Advance(TimeSpan.FromMinutes(5));
        }
        await Idle();
        Assert.Equal(5, channel.Calls.Count(c => c == "post hiring p"));
        Assert.Equal(["picture"], scene.Outbox.Parked);
        Assert.Equal(["other"], channel.Texts(Scene.Hiring));
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task It_waits_for_the_message_above_it_and_never_posts_that_itself()
    {
        scene.Drawer.Is(Scene.Interview, "board", Scene.Hiring, "b");
        scene.Surface("picture:9", "p", 1, Scene.Hiring, parent: "board");
        await Idle();
        Assert.Empty(channel.Calls);
        scene.Surface("board", "b", 1, Scene.Hiring);
        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        await Idle();
        scene.Clock.Advance(TimeSpan.FromSeconds(5));
        await Idle();
        Assert.Equal(["b", "p"], channel.Texts(Scene.Hiring));
        Assert.Empty(scene.Outbox.Waiting);
    }

    [Fact]
    public async Task A_picture_that_waited_in_its_places_lane_before_is_sent_from_there()
    {
        scene.Drawer.Is(Scene.Interview, "picture:9", Scene.Hiring, "p");
        scene.Outbox.Put(Scene.Hiring.Lane, OutboxKind.Draw, Scene.Interview, 1, "picture:9");
        await Idle();
        Assert.Equal(["p"], channel.Texts(Scene.Hiring));
    }

    private Task Idle() => pump.RunUntilIdle(TestContext.Current.CancellationToken);
}
