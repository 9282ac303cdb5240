using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Tests;

public abstract class FailingLanes(StoreUnderTest store) : OutboxTest(store)
{
    private static readonly StreamId Stream = new(1);

    [Fact]
    public async Task A_failed_lane_waits_counts_and_survives_a_restart()
    {
        await Commit(Stream, Make.Draw(Lane, Now));
        var began = Now;
        await Outbox.Fail(await TakeOne(), Now.AddSeconds(5));
        Assert.Empty(await Take());

        Clock.Advance(TimeSpan.FromSeconds(5));
        await Store.Reopen();
        var second = await TakeOne();
        Assert.Equal((1, began), (second.Attempts, second.FailingSince));

        await Outbox.Fail(second, Now.AddSeconds(5));
        Clock.Advance(TimeSpan.FromSeconds(5));
        var third = await TakeOne();
        Assert.Equal((2, began), (third.Attempts, third.FailingSince));
    }

    [Fact]
    public async Task Success_forgets_the_failures()
    {
        await Commit(Stream, Make.Draw(Lane, Now));
        await Outbox.Fail(await TakeOne(), Now);
        await Outbox.Release(await TakeOne());

        var lease = await TakeOne();
        Assert.Equal(0, lease.Attempts);
        Assert.Null(lease.FailingSince);
    }

    [Fact]
    public async Task Other_lanes_go_on_while_one_waits()
    {
        await Commit(Stream, Make.Draw(Lane, Now.AddSeconds(-1)), Make.Draw("web:local:hiring", Now, "board", 1));
        await Outbox.Fail(Assert.Single(await Take(1)), Now.AddHours(1));

        Assert.Equal("web:local:hiring", (await TakeOne()).Lane);
    }

    [Fact]
    public async Task A_parked_row_is_set_aside_and_the_lane_goes_on()
    {
        await Commit(Stream, Make.Draw(Lane, Now), Make.Draw(Lane, Now, "board", 1));
        var lease = await TakeOne();
        var rows = await Rows(lease);
        await Outbox.Park(lease, rows[0].Id, "too_long");

        Assert.Equal("board", Assert.Single(await Rows(lease)).Name);
        await Done(lease, rows[1]);
        await Outbox.Release(lease);
        Assert.Empty(await Take());
    }

    [Fact]
    public async Task A_newer_draw_of_the_surface_replaces_a_parked_one()
    {
        await Commit(Stream, Make.Draw(Lane, Now));
        var lease = await TakeOne();
        await Outbox.Park(lease, (await Rows(lease))[0].Id, "too_long");
        await Commit(Stream, Make.Draw(Lane, Now));
        var newer = Assert.Single(await Rows(lease));
        await Outbox.Ack(lease, new([newer.Id], Make.Surface(Stream, Lane, 2), []));
        await Outbox.Release(lease);
        await Outbox.Revive(Lane);

        Assert.Empty(await Take());
    }

    [Fact]
    public async Task A_dead_lane_is_not_taken_until_it_is_revived_with_its_parked_rows()
    {
        await Commit(Stream, Make.Draw(Lane, Now), Make.Draw(Lane, Now, "board", 1));
        var lease = await TakeOne();
        await Outbox.Park(lease, (await Rows(lease))[0].Id, "too_long");
        await Outbox.Kill(lease, "channel_is_archived", Now.AddHours(1));
        await Commit(Stream, Make.Draw(Lane, Now));
        Assert.Empty(await Take());
        await Store.Reopen();
        Assert.Empty(await Take());

        var waiting = Outbox.Woken(Ct);
        await Outbox.Revive(Lane);
        await waiting;
        var revived = await TakeOne();
        Assert.Equal(0, revived.Attempts);
        Assert.Equal(3, (await Rows(revived)).Count);
    }

    [Fact]
    public async Task Whoever_lost_the_lane_can_neither_fail_nor_kill_nor_park_it()
    {
        await Commit(Stream, Make.Draw(Lane, Now));
        var lost = await TakeOne();
        var row = Assert.Single(await Rows(lost));
        Clock.Advance(Length);
        var holder = await TakeOne();

        await Outbox.Fail(lost, Now.AddDays(1));
        await Outbox.Kill(lost, "gone", Now.AddHours(1));
        await Outbox.Park(lost, row.Id, "bad");
        Assert.Equal(row.Id, Assert.Single(await Rows(holder)).Id);
        await Outbox.Release(holder);
        Assert.Equal(0, (await TakeOne()).Attempts);
    }

    [Fact]
    public async Task A_dead_lane_is_tried_when_its_time_comes_or_somebody_says_so_and_well_once_released()
    {
        await Commit(Stream, Make.Draw(Lane, Now));
        await Outbox.Kill(await TakeOne(), "archived", Now.AddHours(1));
        Assert.Empty(await Take());
        Clock.Advance(TimeSpan.FromHours(1));
        var tried = await TakeOne();
        Assert.Equal("archived", tried.DeadReason);
        await Outbox.Kill(tried, "archived", Now.AddHours(1));

        await Store.Reopen();
        Assert.Empty(await Take());
        await Outbox.TryAgain("web:local:another");
        Assert.Empty(await Take());
        await Outbox.TryAgain(Lane);
        await Outbox.Release(await TakeOne());
        Assert.Null((await TakeOne()).DeadReason);
    }

    [Fact]
    public async Task At_a_start_every_lane_may_be_tried_and_what_a_clock_ahead_wrote_is_due_but_no_timer()
    {
        await Commit(
            Stream,
            Make.Draw(Lane, Now),
            Make.Draw("web:local:dead", Now, "board", 1),
            Make.Draw("web:local:ahead", Now.AddDays(1), "board", 2),
            new OutboxEntry("stream:2", OutboxKind.Tell, 3, "loop:2", Now.AddMinutes(2), "{}"),
            new OutboxEntry("stream:1", OutboxKind.Ring, 4, "idle", Now.AddMinutes(2), "{}")
        );
        foreach (var lease in await Take())
            await (
                lease.Lane == Lane
                    ? Outbox.Fail(lease, Now.AddMinutes(5))
                    : Outbox.Kill(lease, "archived", Now.AddHours(1))
            );
        Assert.Empty(await Take());
        await Outbox.TryAllAgain();
        Assert.Equal(
            ["stream:2", "web:local:ahead", "web:local:dead", Lane],
            (await Take()).Select(l => l.Lane).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task No_lane_and_no_gate_waits_for_a_clock_that_was_ahead()
    {
        await Commit(Stream, Make.Draw(Lane, Now));
        await Outbox.Fail(await TakeOne(), Now.AddMinutes(5));
        await Outbox.CloseGate("slack:T1 chat.update", Now.AddMinutes(5));
        Clock.AdjustTime(Now.AddDays(-1));
        await TakeOne();
        Assert.Null(await Outbox.Gate("slack:T1 chat.update", Ct));
    }

    [Fact]
    public async Task Reviving_or_trying_a_place_reaches_its_pictures()
    {
        var pictures = PictureLane.Beside(Lane);
        await Commit(Stream, Make.Draw(pictures, Now, "picture:1"));
        await Outbox.Kill(await TakeOne(), "archived", Now.AddHours(1));
        await Outbox.TryAgain(Lane);
        await Outbox.Kill(await TakeOne(), "archived", Now.AddHours(1));
        await Outbox.Revive(Lane);
        Assert.Null((await TakeOne()).DeadReason);
    }

    [Fact]
    public async Task A_closed_gate_opens_by_time_and_the_later_time_counts()
    {
        Assert.Null(await Outbox.Gate("slack:T1 chat.update", Ct));
        await Outbox.CloseGate("slack:T1 chat.update", Now.AddSeconds(30));
        await Outbox.CloseGate("slack:T1 chat.update", Now.AddSeconds(10));
        await Store.Reopen();

        Assert.Equal(Now.AddSeconds(30), await Outbox.Gate("slack:T1 chat.update", Ct));
        Assert.Null(await Outbox.Gate("slack:T1 chat.postMessage", Ct));
        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(await Outbox.Gate("slack:T1 chat.update", Ct));
        await Outbox.CloseGate("slack:T1 chat.update", Now.AddSeconds(1));
        Assert.Equal(Now.AddSeconds(1), await Outbox.Gate("slack:T1 chat.update", Ct));
    }
}
