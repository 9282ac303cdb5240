using InterviewBot.Conversation.Cards;
using InterviewBot.Web.Tests.Fakes;
using Xunit;

namespace InterviewBot.Web.Tests;

public sealed class FollowingLive
{
    [Fact]
    public async Task Changes_arrive_as_they_happen()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        var first = new TaskCompletionSource();
        var seen = client.Live("interviewer", 3, onFirst: first);

        var card = await host.Post("dm-interviewer", SampleCards.Prompt());
        // Who comes too late gets the card once, as it is by then.
        await Task.WhenAny(first.Task, seen);
        await client.Say("interviewer", "a note");
        await host.Edit("dm-interviewer", card, new Drawing.Line("asked", "en"));

        var last = (await seen)[^1];
        Assert.Contains($"id=\"m-{card}\"", last.Html);
        Assert.Contains("asked", last.Html);
    }

    [Fact]
    public async Task Who_comes_back_gets_what_was_missed_once_and_newest()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        var card = await host.Post("dm-interviewer", SampleCards.Prompt());
        var before = await client.Live("interviewer", 1);

        await host.Edit("dm-interviewer", card, new Drawing.Line("first", "en"));
        await host.Edit("dm-interviewer", card, new Drawing.Line("second", "en"));
        await client.Say("interviewer", "note");
        var missed = await client.Live("interviewer", 2, lastEventId: before[0].Id);

        Assert.Contains("second", missed[0].Html);
        Assert.Contains("note", missed[1].Html);
    }

    [Fact]
    public async Task A_restart_of_the_process_loses_nothing()
    {
        var messages = new MemoryMessages();
        string cursor;
        await using (var host = await ChatHost.Start(messages))
        {
            using var client = new ChatClient(host.Address);
            await client.Say("interviewer", "before");
            cursor = (await client.Live("interviewer", 1))[0].Id;
            await client.Say("interviewer", "unseen", delivery: "delivery-2");
        }
        await using var again = await ChatHost.Start(messages);
        using var back = new ChatClient(again.Address);
        await back.Say("interviewer", "after", delivery: "delivery-3");

        var missed = await back.Live("interviewer", 2, lastEventId: cursor);

        Assert.Contains("unseen", missed[0].Html);
        Assert.Contains("after", missed[1].Html);
    }

    [Fact]
    public async Task The_cursor_of_the_page_leaves_no_gap()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        await client.Say("interviewer", "on the page");
        var page = await host.Page();
        var cursor = System.Text.RegularExpressions.Regex.Match(page, "data-cursor=\"(\\d+)\"").Groups[1].Value;
        await client.Say("recruiter", "came later", "hiring");

        var live = await client.Live("interviewer", 1, after: long.Parse(cursor));

        Assert.Contains("on the page", page);
        Assert.Contains("came later", live[0].Html);
    }

    [Fact]
    public async Task Nobody_follows_the_conversation_of_another()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        await client.Say("panellist", "for the bot only");
        await client.Say("panellist", "for all", "hiring");

        var seen = await client.Live("recruiter", 1);

        Assert.Contains("for all", seen[0].Html);
        Assert.DoesNotContain("for the bot only", await host.Page("recruiter"));
    }

    [Fact]
    public async Task The_server_stops_without_waiting_for_its_followers()
    {
        var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var following = client.Live("interviewer", 99, onFirst: first);
        await client.Say("interviewer", "hi");
        await Task.WhenAny(first.Task, following); // it follows, and has heard

        await host.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Single(await following);
    }
}
