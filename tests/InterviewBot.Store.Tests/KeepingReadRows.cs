using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Tests;

public abstract class KeepingReadRows(StoreUnderTest store) : StoreTest(store)
{
    private static readonly StreamId First = new(1);
    private static readonly StreamId Second = new(2);
    private static readonly PersonId Ann = new("web", "local", "ann");

    [Fact]
    public async Task A_row_is_replaced_by_kind_and_key()
    {
        await Write(First, 0, Make.Row(First, "interview", "1", "asking", Now));
        await Write(First, 1, Make.Row(First, "interview", "1", "finished", Now.AddMinutes(1)));

        var row = await Store.Rows.Find("interview", "1", Ct);
        Assert.Equal("finished", row?.Status);
        Assert.Single(await Store.Rows.List("interview", "acme", Ann, 10, Ct));
    }

    [Fact]
    public async Task A_row_without_status_is_removed()
    {
        await Write(First, 0, Make.Row(First, "focus", "web:local:ann", "here", Now));
        await Write(First, 1, Make.Row(First, "focus", "web:local:ann", null, Now));

        Assert.Null(await Store.Rows.Find("focus", "web:local:ann", Ct));
    }

    [Fact]
    public async Task A_stream_does_not_remove_a_row_that_another_one_took_over()
    {
        await Write(First, 0, Make.Row(First, "focus", "web:local:ann", "here", Now));
        await Write(Second, 0, Make.Row(Second, "focus", "web:local:ann", "here", Now));
        await Write(First, 1, Make.Row(First, "focus", "web:local:ann", null, Now));

        Assert.Equal(Second, (await Store.Rows.Find("focus", "web:local:ann", Ct))?.Stream);
    }

    [Fact]
    public async Task Rows_of_a_status_are_all_found_however_many_others_came_since()
    {
        await Write(First, 0, Make.Row(First, "interview", "old", "Running", Now));
        await Write(Second, 0, Make.Row(Second, "interview", "prepared", "Preparing", Now));
        for (var i = 0; i < 205; i++)
            await Write(
                new StreamId(10 + i),
                0,
                Make.Row(new StreamId(10 + i), "interview", $"{i}", "Submitted", Now.AddMinutes(i))
            );

        var open = await Store.Rows.WithStatus("interview", "acme", ["Running", "Preparing"], Ct);
        Assert.Equal(["old", "prepared"], open.Select(row => row.Key).Order());
        Assert.Empty(await Store.Rows.WithStatus("interview", "other", ["Running"], Ct));
    }

    [Fact]
    public async Task Lists_are_newest_first_bounded_and_of_one_organisation_and_person()
    {
        for (var i = 0; i < 5; i++)
            await Write(
                new StreamId(10 + i),
                0,
                Make.Row(new StreamId(10 + i), "interview", $"{i}", "asking", Now.AddMinutes(i))
            );
        var ben = Make.Row(new StreamId(20), "interview", "ben's", "asking", Now.AddMinutes(9)) with
        {
            Person = "web:local:ben",
        };
        var foreign = Make.Row(new StreamId(21), "interview", "foreign", "asking", Now) with { Organisation = "other" };
        await Write(new StreamId(20), 0, ben);
        await Write(new StreamId(21), 0, foreign);

        Assert.Equal(["4", "3", "2"], (await Store.Rows.List("interview", "acme", Ann, 3, Ct)).Select(row => row.Key));
        Assert.Equal(
            ["ben's", "4", "3", "2", "1", "0"],
            (await Store.Rows.List("interview", "acme", null, 10, Ct)).Select(row => row.Key)
        );
        Assert.Empty(await Store.Rows.List("loop", "acme", null, 10, Ct));
    }

    private async Task Write(StreamId stream, long expected, ReadRow row) =>
        Assert.Equal(CommitOutcome.Won, await Log.Commit(Make.Commit(stream, expected) with { Rows = [row] }));
}
