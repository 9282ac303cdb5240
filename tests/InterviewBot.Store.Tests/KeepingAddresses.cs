using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Tests;

public abstract class KeepingAddresses(StoreUnderTest store) : StoreTest(store)
{
    [Fact]
    public async Task One_is_new_once_and_the_newest_counts()
    {
        Assert.True(await Store.Addresses.Keep(Of("ann", "1")));
        Assert.False(await Store.Addresses.Keep(Of("ann", "2")));
        Assert.Equal("2", (await Found("ann"))?.Data);
    }

    [Fact]
    public async Task Of_many_at_once_exactly_one_is_new()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Store.Addresses.Keep(Of("ann", $"{i}"))));
        Assert.Single(all, isNew => isNew);
    }

    [Fact]
    public async Task They_are_apart_by_channel_installation_and_kind()
    {
        await Store.Addresses.Keep(Of("ann", "1"));
        await Store.Addresses.Keep(Of("ben", "2"));
        await Store.Addresses.Keep(Of("ann", "other tenant") with { Installation = "t2" });
        await Store.Addresses.Keep(Of("ann", "other kind") with { Kind = "channel" });
        await Store.Addresses.Keep(Of("ann", "other channel") with { Channel = "slack" });
        Assert.Equal(["1", "2"], (await Store.Addresses.List("teams", "t1", "person", Ct)).Select(a => a.Data));
        Assert.Equal("other channel", (await Store.Addresses.Find("slack", "t1", "person", "ann", Ct))?.Data);
    }

    [Fact]
    public async Task What_is_dropped_is_gone_and_new_again()
    {
        await Store.Addresses.Keep(Of("ann", "1"));
        Assert.True(await Store.Addresses.Drop("teams", "t1", "person", "ann"));
        Assert.False(await Store.Addresses.Drop("teams", "t1", "person", "ann"));
        Assert.Null(await Found("ann"));
        Assert.True(await Store.Addresses.Keep(Of("ann", "2")));
    }

    [Fact]
    public async Task They_outlive_the_process_with_their_time()
    {
        await Store.Addresses.Keep(Of("o'ann 林 %_", "{\"x\":\"…\"}"));
        await Store.Reopen();
        Assert.Equal(Of("o'ann 林 %_", "{\"x\":\"…\"}"), await Found("o'ann 林 %_"));
    }

    private ValueTask<Address?> Found(string key) => Store.Addresses.Find("teams", "t1", "person", key, Ct);

    private Address Of(string key, string data) => new("teams", "t1", "person", key, data, Now);
}
