using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Tests;

public abstract class Forgetting(StoreUnderTest store) : OutboxTest(store)
{
    private static readonly StreamId Stream = new(1);
    private static readonly StreamId Other = new(2);

    [Fact]
    public async Task A_forgotten_stream_reads_as_its_tombstone_alone()
    {
        await Commit(Stream);
        await Commit(Stream);
        await Commit(Other);
        await Log.Erase(Stream, Now);

        var tombstone = Assert.Single(await Log.Read(Stream, 0, Ct));
        Assert.Equal(new StoredCommit(3, Now, "forgotten", """[{"$type":"forgotten"}]"""), tombstone);
        Assert.Equal(3, await Log.HeadSeq(Stream, Ct));
        Assert.Single(await Log.Read(Other, 0, Ct));
    }

    [Fact]
    public async Task A_late_rival_conflicts_on_the_tombstone()
    {
        await Commit(Stream);
        var erase = Log.Erase(Stream, Now);
        var rival = Log.Commit(Make.Commit(Stream, 1, "decided before"));
        await erase;

        Assert.Equal(CommitOutcome.Lost, await rival);
        Assert.Equal(CommitOutcome.Lost, await Log.Commit(Make.Commit(Stream, 0, "even older")));
    }

    [Fact]
    public async Task Its_rows_and_surfaces_go_and_its_start_stays_taken()
    {
        var start = Make.Commit(Stream, 0, "d1", "form-1") with
        {
            Outbox = [Make.Draw(Lane, Now)],
            Rows = [Make.Row(Stream, ReadRowKinds.Interview, "1", "asking", Now)],
        };
        await Log.Commit(start);
        await Outbox.Intend(Make.Surface(Stream, Lane, 1), Now);
        await Log.Erase(Stream, Now);

        Assert.Null(await Store.Rows.Find(ReadRowKinds.Interview, "1", Ct));
        Assert.Null(await Outbox.Surface(Stream, "prompt", Ct));
        Assert.Empty(await Take());
        Assert.Equal(Stream, await Log.Started("form-1", Ct));
    }

    [Fact]
    public async Task Each_message_that_is_still_there_has_to_go()
    {
        await Commit(Stream, Make.Draw(Lane, Now));
        var gone = Make.Posted(Stream, Lane, "m2") with { GoneAt = Now };
        PostedRow[] posted = [Make.Posted(Stream, Lane, "m1"), gone, Make.Posted(Stream, "web:local:hiring", "m3")];
        await Outbox.Ack(await TakeOne(), new Sending([], Make.Surface(Stream, Lane, 1), posted));
        await Store.Reopen();
        await Log.Erase(Stream, Now);
        await Log.Erase(Stream, Now); // once more is harmless

        var rows = new List<OutboxRow>();
        foreach (var lease in await Take())
            rows.AddRange(await Rows(lease));
        Assert.Equal(
            [(Lane, OutboxKind.Erase, "m1"), ("web:local:hiring", OutboxKind.Erase, "m3")],
            rows.Select(row => (row.Lane, row.Kind, row.Name)).OrderBy(row => row.Lane)
        );
        Assert.All(rows, row => Assert.Null(row.Body));
    }

    [Fact]
    public async Task A_message_that_was_on_its_way_goes_as_well()
    {
        await Commit(Stream, Make.Draw(Lane, Now));
        var lease = await TakeOne();
        var rows = await Rows(lease);
        await Log.Erase(Stream, Now);
        await Outbox.Ack(lease, new([rows[0].Id], Make.Surface(Stream, Lane, 1), [Make.Posted(Stream, Lane, "m9")]));

        Assert.Equal((OutboxKind.Erase, "m9"), Assert.Single((await Rows(lease)).Select(row => (row.Kind, row.Name))));
        Assert.Null(await Outbox.Surface(Stream, "prompt", Ct));
    }

    [Fact]
    public async Task What_people_typed_into_the_local_chat_is_emptied()
    {
        await Commit(Stream);
        var note = await Store.Messages.Add(Make.Typed("Ada was brilliant", stream: Stream));
        var second = await Store.Messages.Add(Make.Typed("and kind", stream: Stream));
        var other = await Store.Messages.Add(Make.Typed("lunch?"));
        await Log.Erase(Stream, Now);

        var changes = await Store.Messages.Since(other.Version, ["dm-ann"], 10, Ct);
        Assert.Equal([note.Id, second.Id], changes.Select(message => message.Id));
        Assert.All(changes, message => Assert.Equal(("", Now), (message.Body, message.DeletedAt)));
        Assert.Equal("lunch?", (await Store.Messages.Find(other.Id, Ct))?.Body);
    }

    [Fact]
    public async Task A_stream_that_is_not_there_is_barred()
    {
        await Log.Erase(Stream, Now);

        Assert.Equal(CommitOutcome.Lost, await Log.Commit(Make.Commit(Stream, 0)));
    }
}
