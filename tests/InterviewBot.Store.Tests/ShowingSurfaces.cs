using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Tests;

public abstract class ShowingSurfaces(StoreUnderTest store) : OutboxTest(store)
{
    private static readonly StreamId Stream = new(1);

    [Fact]
    public async Task A_surface_is_kept_as_it_was_acknowledged()
    {
        await Commit(Stream, Make.Draw(Lane, Now));
        var lease = await TakeOne();
        var surface = Make.Surface(Stream, Lane, 1) with { Parent = "root", PostedAt = Now.AddTicks(3) };
        Assert.Null(await Outbox.Surface(Stream, "prompt", Ct));
        await Outbox.Ack(lease, new Sending([], surface, []));
        await Store.Reopen();

        Assert.Equal(surface, await Outbox.Surface(Stream, "prompt", Ct));
        Assert.Null(await Outbox.Surface(Stream, "board", Ct));
    }

    [Fact]
    public async Task An_intent_is_on_disk_before_the_post_and_gone_with_its_acknowledgement()
    {
        await Commit(Stream, Make.Draw(Lane, Now));
        var planned = Make.Surface(Stream, Lane, 1, null) with { PostedAt = null };
        await Outbox.Intend(planned, Now);
        await Store.Reopen();
        Assert.Equal(planned with { IntentAt = Now }, await Outbox.Surface(Stream, "prompt", Ct));

        await Outbox.Ack(
            await TakeOne(),
            new Sending([], planned with { Ref = "m7" }, [Make.Posted(Stream, Lane, "m7")])
        );
        Assert.Equal(planned with { Ref = "m7" }, await Outbox.Surface(Stream, "prompt", Ct));
    }

    [Fact]
    public async Task A_sender_that_lost_its_lane_leaves_the_surface_to_be_drawn_once_more()
    {
        await Commit(Stream, Make.Draw(Lane, Now));
        var frozen = await TakeOne();
        var old = await Rows(frozen);
        Clock.Advance(Length);
        await Commit(Stream, Make.Draw(Lane, Now));
        var next = await TakeOne();
        var newest = Make.Surface(Stream, Lane, 2);
        Assert.True(await Outbox.Ack(next, new([.. (await Rows(next)).Select(row => row.Id)], newest, [])));
        await Outbox.Release(next);
        Assert.Empty(await Take());

        // The frozen one wakes and sends its old card over the new one.
        var stale = Make.Surface(Stream, Lane, 1, "m0");
        Assert.False(
            await Outbox.Ack(frozen, new([.. old.Select(row => row.Id)], stale, [Make.Posted(Stream, Lane, "m0")]))
        );

        Assert.Equal(newest with { DrawnHash = null }, await Outbox.Surface(Stream, "prompt", Ct));
        var again = Assert.Single(await Rows(await TakeOne()));
        Assert.Equal((OutboxKind.Draw, "prompt", Stream), (again.Kind, again.Name, again.Stream));
    }

    [Fact]
    public async Task A_lease_that_ran_out_but_was_not_taken_over_still_holds()
    {
        await Commit(Stream, Make.Draw(Lane, Now));
        var slow = await TakeOne();
        var rows = await Rows(slow);
        Clock.Advance(Length * 2);

        Assert.True(await Done(slow, rows));
        await Outbox.Release(slow);
        Assert.Empty(await Take());
    }

    [Fact]
    public async Task A_sender_that_lost_its_lane_deletes_no_rows()
    {
        await Commit(Stream, Make.Draw(Lane, Now));
        var frozen = await TakeOne();
        var rows = await Rows(frozen);
        Clock.Advance(Length);
        var next = await TakeOne();

        Assert.False(await Done(frozen, rows));
        Assert.Equal(rows, await Rows(next));
    }
}
