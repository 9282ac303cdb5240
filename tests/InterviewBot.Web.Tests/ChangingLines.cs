using System.Net;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Web.Tests.Fakes;
using Xunit;

namespace InterviewBot.Web.Tests;

public sealed class ChangingLines
{
    [Fact]
    public async Task An_edit_counts_once_and_is_marked()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        await client.Say("interviewer", "frist");
        var id = host.Messages.All[0].Id;

        for (var round = 0; round < 2; round++)
            Assert.True(
                (await client.Act("interviewer", "edit", new { message = $"{id}", text = "first" })).IsSuccessStatusCode
            );

        Assert.Equal(["typed frist", "edited first"], host.Reception.Done);
        var edited = host.Messages.All[0];
        Assert.Equal(
            $"web:local:dm-interviewer:{id}:edit:{edited.EditedAt!.Value.ToUnixTimeMilliseconds()}",
            host.Reception.Causes.Last()
        );
        Assert.True(edited.Handled);
        Assert.Contains("<span class=\"edited\">edited</span>", await host.Page());
    }

    [Fact]
    public async Task A_deletion_counts_once_and_empties()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        await client.Say("interviewer", "a secret");
        var id = host.Messages.All[0].Id;

        for (var round = 0; round < 2; round++)
            Assert.True((await client.Act("interviewer", "delete", new { message = $"{id}" })).IsSuccessStatusCode);

        Assert.Equal(["typed a secret", "deleted"], host.Reception.Done);
        Assert.Equal("", host.Messages.All[0].Body);
        Assert.DoesNotContain("a secret", await host.Page());
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await client.Act("interviewer", "edit", new { message = $"{id}", text = "back" })).StatusCode
        );
    }

    [Fact]
    public async Task An_edit_that_a_busy_bot_turned_away_is_taken_back()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        await client.Say("interviewer", "before");
        host.Reception.Answer = _ => Task.FromResult(new Reply(false, null, null));
        var id = host.Messages.All[0].Id;

        var answer = await client.Act("interviewer", "edit", new { message = $"{id}", text = "after" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(("before", true), (host.Messages.All[0].Body, host.Messages.All[0].Handled));
    }

    [Fact]
    public async Task A_deletion_that_a_busy_bot_could_not_take_is_told_later()
    {
        var messages = new MemoryMessages();
        var reception = new FakeReception();
        await using (var host = await ChatHost.Start(messages, reception))
        {
            using var client = new ChatClient(host.Address);
            await client.Say("interviewer", "gone at once");
            reception.Answer = _ => Task.FromResult(new Reply(false, null, null));
            var answer = await client.Act("interviewer", "delete", new { message = $"{messages.All[0].Id}" });
            Assert.True(answer.IsSuccessStatusCode);
            Assert.False(messages.All[0].Handled);
        }
        reception.Answer = null;
        await using var again = await ChatHost.Start(messages, reception);
        Assert.Equal(["typed gone at once", "deleted"], reception.Done);
        Assert.True(messages.All[0].Handled);
    }

    [Fact]
    public async Task Only_the_own_lines_can_be_changed()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        await client.Say("panellist", "mine", "hiring");
        var card = await host.Post("hiring", SampleCards.Board);
        var line = host.Messages.All[0].Id;

        foreach (var id in new[] { $"{line}", card, "1" })
        {
            var edit = await client.Act("interviewer", "edit", new { message = id, text = "yours" });
            var delete = await client.Act("interviewer", "delete", new { message = id });
            Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (edit.StatusCode, delete.StatusCode));
        }
        Assert.Equal("mine", host.Messages.All[0].Body);
        Assert.DoesNotContain("data-tool=\"edit\"", await host.Page());
        Assert.Contains("data-tool=\"edit\"", await host.Page("panellist"));
    }
}
