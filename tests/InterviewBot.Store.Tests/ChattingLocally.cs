using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Tests;

public abstract class ChattingLocally(StoreUnderTest store) : StoreTest(store)
{
    private ILocalMessages Messages => Store.Messages;

    [Fact]
    public async Task A_message_gets_an_id_and_a_version_that_grow()
    {
        var first = await Messages.Add(Make.Typed("你好 🙂"));
        var second = await Messages.Add(Make.Card("{}", "1:prompt:1") with { Thread = first.Id, Stream = new(5) });
        await Store.Reopen();

        Assert.True(second.Id > first.Id && second.Version > first.Version);
        Assert.Equal(first, await Messages.Find(first.Id, Ct));
        Assert.Equal(second, await Messages.Find(second.Id, Ct));
        Assert.Equal(Make.Typed("你好 🙂") with { Id = first.Id, Version = first.Version }, first);
    }

    [Fact]
    public async Task A_post_key_posts_once()
    {
        var first = await Messages.Add(Make.Card("{1}", "1:prompt:1"));

        Assert.Equal(first, await Messages.Add(Make.Card("{2}", "1:prompt:1")));
        Assert.NotEqual(first, await Messages.Add(Make.Card("{2}", "1:prompt:2")));
        Assert.Equal(2, (await Messages.Recent("dm-ann", 10, Ct)).Count);
    }

    [Fact]
    public async Task An_edit_replaces_the_body_and_wants_work_again()
    {
        var message = await Messages.Add(Make.Typed("frist"));
        await Messages.MarkHandled(message.Id);
        Assert.Empty(await Messages.Unhandled(Ct));
        var edited = await Messages.Change(message.Id, "first", Now, null, false);

        Assert.Equal(("first", Now), (edited?.Body, edited?.EditedAt));
        Assert.True(edited?.Version > message.Version);
        Assert.Equal(edited, Assert.Single(await Messages.Unhandled(Ct)));
        Assert.Null(await Messages.Change(999, "x", null, null, true));
    }

    [Fact]
    public async Task A_change_without_a_body_keeps_it()
    {
        var message = await Messages.Add(Make.Typed("kept"));

        Assert.Equal("kept", (await Messages.Change(message.Id, null, null, null, true))?.Body);
    }

    [Fact]
    public async Task A_deleted_message_is_empty_for_good()
    {
        var message = await Messages.Add(Make.Typed("secret"));
        var deleted = await Messages.Change(message.Id, null, null, Now, false);
        Assert.Equal(("", Now), (deleted?.Body, deleted?.DeletedAt));

        var late = await Messages.Change(message.Id, "secret again", Now, null, false);
        Assert.Equal(("", Now), (late?.Body, late?.DeletedAt));
    }

    [Fact]
    public async Task Recent_is_the_end_of_one_conversation_oldest_first()
    {
        for (var i = 0; i < 5; i++)
            await Messages.Add(Make.Typed($"{i}"));
        await Messages.Add(Make.Typed("elsewhere", "hiring"));

        Assert.Equal(["2", "3", "4"], (await Messages.Recent("dm-ann", 3, Ct)).Select(message => message.Body));
    }

    [Fact]
    public async Task Since_follows_every_change_by_version()
    {
        var first = await Messages.Add(Make.Typed("1"));
        var second = await Messages.Add(Make.Typed("2", "hiring"));
        await Messages.Add(Make.Typed("3", "dm-ben"));
        Assert.Equal(
            [second.Id],
            (await Messages.Since(first.Version, ["dm-ann", "hiring"], 10, Ct)).Select(m => m.Id)
        );

        await Messages.Change(first.Id, "1b", Now, null, true);
        Assert.Equal(
            ["2", "1b"],
            (await Messages.Since(first.Version, ["dm-ann", "hiring"], 10, Ct)).Select(m => m.Body)
        );
        Assert.Single(await Messages.Since(first.Version, ["dm-ann", "hiring"], 1, Ct));
        Assert.Empty(await Messages.Since(0, [], 10, Ct));
    }

    [Fact]
    public async Task The_bots_own_messages_are_no_work()
    {
        await Messages.Add(Make.Card("{}", "k"));
        var typed = await Messages.Add(Make.Typed("hello"));

        Assert.Equal(typed.Id, Assert.Single(await Messages.Unhandled(Ct)).Id);
    }

    [Fact]
    public async Task Whoever_watches_hears_of_a_change()
    {
        var one = Messages.Changed(Ct);
        var two = Messages.Changed(Ct);
        Assert.False(one.IsCompleted);
        await Messages.Add(Make.Typed("hello"));

        await Task.WhenAll(one, two);
        Assert.False(Messages.Changed(Ct).IsCompleted);
    }
}
