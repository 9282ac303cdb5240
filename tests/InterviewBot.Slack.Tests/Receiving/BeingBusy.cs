using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Tests.Loopback;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewBot.Slack.Tests.Receiving;

/// <summary>What was not taken is not acknowledged; what takes long is given up by the answer and finished all the same.</summary>
public sealed class BeingBusy : IReception
{
    private Func<Task<Reply>> next = () => Task.FromResult(new Reply(false, "busy", null));
    private int taken;

    [Fact]
    public async Task What_was_not_taken_is_not_acknowledged_and_its_next_copy_is_tried_again()
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder(), services: s => s.AddSingleton<IReception>(this));
        var ann = new Person(slack, bot.Deliver, "U1");
        var line = ann.Event(ann.Said(slack.Type("U1", "a note")));
        Assert.Equal((503, ""), await bot.Deliver("events_api", line));
        next = () => Task.FromResult(new Reply(true, null, null));
        Assert.Equal((200, ""), await bot.Deliver("events_api", line));
        Assert.Equal((200, ""), await bot.Deliver("events_api", line));
        Assert.Equal(2, taken);
    }

    [Fact]
    public async Task A_slow_commit_is_answered_in_time_and_finished()
    {
        await using var slack = await LoopbackSlack.Start();
        var clock = new WatchedClock();
        await using var bot = await Bot.Start(
            slack,
            Bot.NewFolder(),
            services: s =>
                s.AddSingleton<IReception>(this).AddSingleton<TimeProvider>(clock).AddSingleton(new Patience())
        );
        var ann = new Person(slack, bot.Deliver, "U1");
        var disk = new TaskCompletionSource<Reply>();
        next = () => disk.Task;
        var line = ann.Event(ann.Said(slack.Type("U1", "a note")));
        var answer = bot.Deliver("events_api", line);
        // Slack hangs up after three seconds.
        clock.Advance(await clock.Waited(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.9)));
        Assert.Equal((503, ""), await answer.WaitAsync(Until.Limit));
        var again = bot.Deliver("events_api", line);
        disk.SetResult(new Reply(true, null, null));
        Assert.Equal((200, ""), await again);
        Assert.Equal(1, taken);
    }

    public Task<Reply> Typed(TypedLine line)
    {
        Interlocked.Increment(ref taken);
        return next();
    }

    public Task<Reply> Edited(
        Speaker by,
        Place place,
        string messageRef,
        string text,
        DateTimeOffset editedAt,
        Cause cause
    ) => next();

    public Task<Reply> Deleted(Speaker by, Place place, string messageRef, DateTimeOffset deletedAt, Cause cause) =>
        next();

    public Task<Reply> Pressed(Speaker by, Place place, Press press, string? value, string? text, Cause cause) =>
        next();

    public Task<Reply> StartForm(
        Speaker by,
        Place place,
        string guideName,
        string? candidate,
        int? minutes,
        string startKey,
        Cause cause
    ) => next();
}
