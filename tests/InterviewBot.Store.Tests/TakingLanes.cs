using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Tests;

public abstract class TakingLanes(StoreUnderTest store) : OutboxTest(store)
{
    private static readonly StreamId First = new(1);
    private static readonly StreamId Second = new(2);

    [Fact]
    public async Task What_a_commit_lets_be_known_is_known_before_anybody_is_woken()
    {
        var waiting = Outbox.Woken(Ct);
        bool? wokenBefore = null;
        var commit = Make.Commit(new StreamId(77), 0) with
        {
            Outbox = [Make.Draw(Lane, Now)],
            Won = () => wokenBefore = waiting.IsCompleted,
        };
        await Log.Commit(commit);
        await waiting;
        Assert.False(wokenBefore);
        wokenBefore = null;
        Assert.Equal(CommitOutcome.Lost, await Log.Commit(commit));
        Assert.Null(wokenBefore);
    }

    [Fact]
    public async Task A_lane_has_one_holder()
    {
        await Commit(First, Make.Draw(Lane, Now));

        Assert.Equal(Lane, (await TakeOne()).Lane);
        Assert.Empty(await Take());
    }

    [Fact]
    public async Task The_rows_of_a_lane_come_by_stream_seq_and_n()
    {
        await Commit(Second, Make.Draw(Lane, Now, "board", 1), Make.Draw(Lane, Now, "prompt"));
        await Commit(First, Make.Draw(Lane, Now));
        await Commit(Second, Make.Draw(Lane, Now));

        var rows = await Rows(await TakeOne());
        Assert.Equal(
            [(1, 1, 0), (2, 1, 0), (2, 1, 1), (2, 2, 0)],
            rows.Select(row => (row.Stream.Value, row.Seq, row.N))
        );
    }

    [Fact]
    public async Task A_row_comes_back_as_it_was_written()
    {
        var due = Now.AddTicks(-7);
        await Commit(First, new OutboxEntry("stream:9", OutboxKind.Tell, 4, "9", due, """{"in":true}"""));

        var row = Assert.Single(await Rows(await TakeOne()));
        Assert.Equal(new OutboxRow(row.Id, "stream:9", OutboxKind.Tell, First, 1, 4, "9", due, """{"in":true}"""), row);
    }

    [Fact]
    public async Task Lanes_with_the_oldest_due_rows_come_first_and_none_is_forgotten()
    {
        for (var i = 0; i < 10; i++)
            await Commit(new StreamId(i + 1), Make.Draw($"web:local:{i}", Now.AddSeconds(-i)));
        await Commit(new StreamId(1), Make.Draw("web:local:0", Now)); // a busy lane does not come twice

        Assert.Equal(
            ["web:local:9", "web:local:8", "web:local:7", "web:local:6"],
            (await Take(4)).Select(lease => lease.Lane)
        );
        Assert.Equal(
            ["web:local:5", "web:local:4", "web:local:3", "web:local:2"],
            (await Take(4)).Select(lease => lease.Lane)
        );
        Assert.Equal(["web:local:1", "web:local:0"], (await Take(4)).Select(lease => lease.Lane));
    }

    [Fact]
    public async Task Rows_of_the_future_wait_for_their_time()
    {
        await Commit(First, new OutboxEntry("stream:1", OutboxKind.Ring, 0, "nudge", Now.AddMinutes(5), "3"));
        Assert.Empty(await Take());

        Clock.Advance(TimeSpan.FromMinutes(5));
        var row = Assert.Single(await Rows(await TakeOne()));
        Assert.Equal((OutboxKind.Ring, "nudge", "3"), (row.Kind, row.Name, row.Body));
    }

    [Fact]
    public async Task Acknowledged_rows_are_gone_and_rows_that_came_meanwhile_stay()
    {
        await Commit(First, Make.Draw(Lane, Now));
        var lease = await TakeOne();
        var read = await Rows(lease);
        await Commit(First, Make.Draw(Lane, Now));

        Assert.True(await Done(lease, read));
        Assert.Equal(2, Assert.Single(await Rows(lease)).Seq);
        Assert.Empty(await Take()); // an acknowledgement does not give the lane back
        await Outbox.Release(lease);
        Assert.Equal(Lane, (await TakeOne()).Lane);
    }

    [Fact]
    public async Task A_lease_that_ran_out_can_be_taken_by_the_next()
    {
        await Commit(First, Make.Draw(Lane, Now));
        var frozen = await TakeOne();
        Clock.Advance(Length);
        var next = await TakeOne();

        Assert.NotEqual(frozen.Token, next.Token);
        Assert.Empty(await Rows(frozen));
        await Outbox.Release(frozen); // too late to give away what it does not have
        Assert.Empty(await Take());
    }

    [Fact]
    public async Task Leases_end_with_the_process()
    {
        await Commit(First, Make.Draw(Lane, Now));
        await TakeOne();
        await Store.Reopen();

        Assert.Equal(Lane, (await TakeOne()).Lane);
    }

    [Fact]
    public async Task A_commit_with_due_rows_wakes_the_pump_also_when_it_was_not_waiting_yet()
    {
        var waiting = Outbox.Woken(Ct);
        await Commit(First);
        await Commit(First, Make.Draw(Lane, Now.AddMinutes(1)));
        Assert.False(waiting.IsCompleted);

        await Commit(First, Make.Draw(Lane, Now));
        await waiting;

        await Commit(First, Make.Draw(Lane, Now));
        await Outbox.Woken(Ct);
    }
}
