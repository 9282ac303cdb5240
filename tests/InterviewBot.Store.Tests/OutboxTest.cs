using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Tests;

/// <summary>Base for tests of the outbox: commits with effects, and takes.</summary>
public abstract class OutboxTest(StoreUnderTest store) : StoreTest(store)
{
    protected static readonly TimeSpan Length = TimeSpan.FromSeconds(20);
    protected const string Lane = "web:local:dm-ann";

    protected async Task Commit(StreamId stream, params OutboxEntry[] effects)
    {
        var head = await Log.HeadSeq(stream, Ct);
        var outcome = await Log.Commit(Make.Commit(stream, head) with { Outbox = [.. effects] });
        Assert.Equal(CommitOutcome.Won, outcome);
    }

    protected async Task<IReadOnlyList<Lease>> Take(int max = 16) => await Outbox.Take(max, Length, Ct);

    protected async Task<Lease> TakeOne() => Assert.Single(await Take());

    protected async Task<IReadOnlyList<OutboxRow>> Rows(Lease lease) => await Outbox.Rows(lease, 100, Ct);

    protected Task<bool> Done(Lease lease, params IReadOnlyList<OutboxRow> rows) =>
        Outbox.Ack(lease, new Sending([.. rows.Select(row => row.Id)], null, []));
}
