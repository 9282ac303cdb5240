using System.Net;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Web.Tests.Fakes;
using Xunit;

namespace InterviewBot.Web.Tests;

public sealed class TypingLines
{
    [Fact]
    public async Task A_line_is_stored_then_worked_on_then_acknowledged()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        host.Reception.Answer = what =>
        {
            var stored = Assert.Single(host.Messages.All);
            Assert.Equal(("typed " + stored.Body, false), (what, stored.Handled));
            return Task.FromResult(new Reply(true, null, null));
        };

        var answer = await client.Say("interviewer", " knows the gap ");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var message = Assert.Single(host.Messages.All);
        Assert.True(message.Handled);
        Assert.Equal([$"web:local:dm-interviewer:{message.Id}:message"], host.Reception.Causes);
        var line = host.Reception.LastLine!;
        Assert.True(line.IsDirect);
        Assert.Equal($"{message.Id}", line.MessageRef);
        Assert.Equal("web:local:interviewer", line.By.Person.ToString());
        Assert.Equal(message.At, line.SaidAt);
    }

    [Fact]
    public async Task A_retry_after_a_lost_answer_counts_once()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);

        for (var round = 0; round < 3; round++)
            Assert.True((await client.Say("interviewer", "once")).IsSuccessStatusCode);
        await client.Say("interviewer", "once", delivery: "delivery-2");

        Assert.Equal(["typed once", "typed once"], host.Reception.Done);
        Assert.Equal(2, host.Messages.All.Count);
    }

    [Fact]
    public async Task A_delivery_of_one_person_is_not_one_of_another()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);

        await client.Say("interviewer", "mine", "hiring");
        await client.Say("panellist", "mine", "hiring");
        await client.Say("panellist", "mine", "dm-panellist");

        Assert.Equal(3, host.Reception.Done.Count);
    }

    [Fact]
    public async Task What_a_busy_bot_turned_away_is_gone_and_may_be_sent_again()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        host.Reception.Answer = _ => Task.FromResult(new Reply(false, "Busy, press again.", null));

        var refused = await client.Say("interviewer", "note");
        var repeated = await client.Say("interviewer", "note");
        host.Reception.Answer = null;
        var lost = await client.Say("interviewer", "note");
        var again = await client.Say("interviewer", "note", delivery: "delivery-2");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("Busy, press again.", await ChatClient.Html(refused));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, repeated.StatusCode);
        // The same delivery stays turned away: the page was told so and made a new one.
        Assert.Equal(HttpStatusCode.ServiceUnavailable, lost.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal(["typed note"], host.Reception.Done);
        Assert.Empty(await host.Messages.Unhandled(default));
    }

    [Fact]
    public async Task Lines_of_a_conversation_count_in_their_order()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        await client.Say("interviewer", "warm up");
        var first = new TaskCompletionSource();
        host.Reception.Answer = async what =>
        {
            if (what == "typed one")
                await first.Task;
            return new Reply(true, null, null);
        };

        var one = client.Say("interviewer", "one", delivery: "delivery-1a");
        while (host.Messages.All.Count < 2)
            await Task.Yield();
        var two = client.Say("interviewer", "two", delivery: "delivery-2a");
        var elsewhere = await client.Say("panellist", "not held up", delivery: "delivery-3a");
        first.SetResult();
        await Task.WhenAll(one, two);

        Assert.True(elsewhere.IsSuccessStatusCode);
        Assert.Equal(["typed not held up", "typed one", "typed two"], host.Reception.Done.Skip(1));
    }

    [Fact]
    public async Task A_private_answer_comes_back_with_the_act()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        host.Reception.Answer = _ => Task.FromResult(new Reply(true, "did: next", null));

        var html = await ChatClient.Html(await client.Say("interviewer", "next"));

        Assert.Contains("Only you see this", html);
        Assert.Contains("did: next", html);
    }

    [Fact]
    public async Task An_answer_in_a_thread_names_the_message_it_answers()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        var card = await host.Post("dm-interviewer", SampleCards.Fork);

        await client.Say("interviewer", "about that one", thread: long.Parse(card));

        Assert.Equal(card, host.Reception.LastLine!.ThreadRef);
        Assert.Matches($"<ol class=\"thread\" id=\"t-{card}\"[^>]*>[\\s\\S]*?about that one", await host.Page());
    }

    [Fact]
    public async Task Nobody_speaks_in_the_conversation_of_another()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        var other = await host.Post("dm-panellist", SampleCards.Fork);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.Say("interviewer", "hi", "dm-panellist")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Say("interviewer", "hi", "dm-stranger")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await client.Say("interviewer", "hi", thread: long.Parse(other))).StatusCode
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await client.Say("stranger", "hi")).StatusCode);
        Assert.Empty(host.Reception.Done);
    }

    [Theory]
    [InlineData("", "delivery-1")]
    [InlineData("   ", "delivery-1")]
    [InlineData("words", "short")]
    [InlineData("words", "with blanks and more")]
    public async Task What_is_no_line_is_refused(string text, string delivery)
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.Say("interviewer", text, delivery: delivery)).StatusCode);
        Assert.Empty(host.Messages.All);
    }
}
