using System.Net;
using System.Text.RegularExpressions;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Web.Tests.Fakes;
using Xunit;

namespace InterviewBot.Web.Tests;

public sealed class PressingButtons
{
    private static readonly Press Next = SampleCards.On("next", null, 4);

    [Fact]
    public async Task A_press_counts_once_however_often_it_is_sent()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        var card = await host.Post("dm-interviewer", SampleCards.Prompt());

        for (var round = 0; round < 3; round++)
            Assert.True((await Press(client, card, Next)).IsSuccessStatusCode);

        Assert.Equal(["pressed next"], host.Reception.Done);
        Assert.Equal(["web:local:dm-interviewer:interviewer:delivery-1:press"], host.Reception.Causes);
    }

    [Fact]
    public async Task Value_and_text_travel_along()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        var card = await host.Post("dm-interviewer", SampleCards.Scorecard);

        await Press(client, card, SampleCards.On("recommend"), value: "strong-yes");
        await Press(client, card, SampleCards.On("comment"), text: "kind", delivery: "delivery-2");

        Assert.Equal(["pressed recommend strong-yes", "pressed comment kind"], host.Reception.Done);
    }

    [Fact]
    public async Task A_press_on_an_old_card_reaches_the_rules_which_tell_the_truth()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        var card = await host.Post("dm-interviewer", SampleCards.Prompt(step: 4));
        await host.Edit("dm-interviewer", card, new Drawing.Line("asked", "en"));
        host.Reception.Answer = _ => Task.FromResult(new Reply(true, "That card has moved on.", null));

        var answer = await Press(client, card, Next);

        Assert.Contains("That card has moved on.", await ChatClient.Html(answer));
    }

    [Fact]
    public async Task Nobody_presses_in_the_conversation_of_another()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        var card = await host.Post("dm-panellist", SampleCards.Prompt());

        Assert.Equal(HttpStatusCode.Forbidden, (await Press(client, card, Next)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Press(client, card, Next, person: "recruiter")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Press(client, card, Next, person: "panellist")).StatusCode);
    }

    [Fact]
    public async Task A_press_for_a_stream_the_message_does_not_belong_to_is_forged()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        var card = await host.Post("dm-interviewer", SampleCards.Prompt());
        await client.Say("interviewer", "a line of mine");
        var line = host.Messages.All[^1].Id;
        var other = new Press(new StreamId(4711), "finish");

        Assert.Equal(HttpStatusCode.Forbidden, (await Press(client, card, other)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Press(client, $"{line}", Next)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Press(client, "12345", Next)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Press(client, "pdeadbeef", Next)).StatusCode);
        Assert.DoesNotContain(host.Reception.Done, what => what.StartsWith("pressed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_board_may_carry_presses_of_the_interviews_on_it_while_it_shows_them()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        var mine = new ButtonAction("My card", SampleCards.On("card"));
        var board = await host.Post("hiring", SampleCards.Board with { Actions = [mine] }, "board", SampleCards.Loop);

        Assert.Equal(HttpStatusCode.NoContent, (await Press(client, board, mine.Press)).StatusCode);
        await host.Edit("hiring", board, new Drawing.Shown(SampleCards.Board));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await Press(client, board, mine.Press, delivery: "delivery-2")).StatusCode
        );
    }

    [Fact]
    public async Task A_private_card_can_be_pressed_by_whom_it_was_given_to()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        host.Reception.Answer = _ => Task.FromResult(new Reply(true, null, SampleCards.Fork));
        var html = await ChatClient.Html(await client.Say("interviewer", "list"));
        host.Reception.Answer = null;
        var id = Regex.Match(html, "data-message=\"(p[0-9a-f]+)\"").Groups[1].Value;
        var press = SampleCards.On("fork", "yes", 5);

        Assert.Equal(HttpStatusCode.NoContent, (await Press(client, id, press)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Press(client, id, Next)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Press(client, id, press, person: "panellist")).StatusCode);
    }

    [Fact]
    public async Task A_busy_bot_acknowledges_nothing()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        var card = await host.Post("dm-interviewer", SampleCards.Prompt());
        host.Reception.Answer = _ => Task.FromResult(new Reply(false, null, null));

        var answer = await Press(client, card, Next);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("nothing was taken", await ChatClient.Html(answer));
    }

    [Fact]
    public async Task The_start_form_starts_one_interview_however_often_it_is_sent()
    {
        await using var host = await ChatHost.Start();
        using var client = new ChatClient(host.Address);
        var form = new
        {
            guide = "backend-python",
            candidate = " Sam ",
            minutes = 45,
            delivery = "delivery-1",
        };

        for (var round = 0; round < 2; round++)
            Assert.True((await client.Act("interviewer", "start", form)).IsSuccessStatusCode);

        Assert.Equal(["start backend-python Sam 45"], host.Reception.Done);
    }

    private static Task<HttpResponseMessage> Press(
        ChatClient client,
        string card,
        Press press,
        string person = "interviewer",
        string? value = null,
        string? text = null,
        string delivery = "delivery-1"
    ) =>
        client.Act(
            person,
            "press",
            new
            {
                card,
                press,
                value,
                text,
                delivery,
            }
        );
}
