using System.Text.Json.Nodes;
using InterviewBot.Slack.Sockets;
using InterviewBot.Slack.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace InterviewBot.Slack.Tests.Sockets;

public sealed class LivingOnSockets : IAsyncLifetime
{
    private LoopbackSlack slack = null!;
    private Bot bot = null!;
    private Person ann = null!;

    public async ValueTask InitializeAsync()
    {
        slack = await LoopbackSlack.Start();
        bot = await Bot.Start(slack, Bot.NewFolder(), sockets: true);
        ann = new Person(slack, await SocketDelivery.Of(slack), "U1");
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task Two_connections_are_kept_and_no_request_is_taken()
    {
        await SocketDelivery.Connected(slack, 2);
        Assert.Equal(2, slack.Sockets.Count);
        Assert.All(
            slack.Calls.Where(c => c.Method == "apps.connections.open"),
            c => Assert.Equal(LoopbackSlack.AppToken, c.Token)
        );
        using var response = await bot.Request(
            "{\"type\":\"url_verification\",\"challenge\":\"x\"}",
            "application/json"
        );
        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_line_cut_in_the_middle_of_a_click_loses_nothing_and_doubles_nothing()
    {
        await ann.Say("start backend for Jane Doe");
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        var next = ann.PressOf(await ann.Card("Please tell me"), "Next");
        var envelope = new JsonObject
        {
            ["type"] = "interactive",
            ["envelope_id"] = "e1",
            ["accepts_response_payload"] = true,
            ["payload"] = next.DeepClone(),
        };
        var cut = slack.Sockets.First(s => s.IsOpen);
        await cut.Send(envelope);
        cut.Drop();
        // Slack got no acknowledgement and sends it again over another connection, under another envelope.
        await (await SocketDelivery.Of(slack))("interactive", next);
        await ann.Card("How did you use Redis?");
        await ann.Say("note after the cut");
        await ann.Card("note after the cut");
        await ann.Card("How did you use Redis?");
        Assert.DoesNotContain(slack.Calls, c => c.Method == "chat.postEphemeral");
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("too_many_websockets")]
    public async Task A_connection_that_is_to_end_is_replaced(string reason)
    {
        await SocketDelivery.Connected(slack, 2);
        var old = slack.Sockets.First();
        await old.Disconnect(reason);
        await Until.True(() => slack.Sockets.Count >= 3, "Nothing took its place.");
        await Until.True(() => !old.IsOpen, "The old one was left open.");
        await ann.Say("start backend for Jane Doe");
        await ann.Card("Jane Doe");
    }

    [Fact]
    public async Task Switched_off_it_stops_asking()
    {
        await SocketDelivery.Connected(slack, 2);
        foreach (var socket in slack.Sockets)
            await socket.Disconnect("link_disabled");
        var asking = bot.Services.GetServices<IHostedService>().OfType<SocketMode>().Single().ExecuteTask!;
        await asking.WaitAsync(Until.Limit);
        Assert.Equal(2, slack.Sockets.Count);
        Assert.Equal(2, slack.Calls.Count(c => c.Method == "apps.connections.open"));
    }

    [Fact]
    public async Task Nonsense_on_the_line_is_passed_over_and_known_nonsense_acknowledged()
    {
        var socket = slack.Sockets.First(s => s.IsOpen);
        await socket.Send(JsonValue.Create("text"));
        await socket.Send(new JsonObject { ["type"] = "invented" });
        await socket.Send(new JsonArray());
        Assert.Null(await socket.Deliver("invented", new JsonObject()));
        Assert.Null(await socket.Deliver("events_api", new JsonObject { ["type"] = "surprise" }));
        await ann.Say("start backend for Jane Doe");
        await ann.Card("Jane Doe");
    }

    [Fact]
    public async Task It_reconnects_when_opening_fails_for_a_while()
    {
        await SocketDelivery.Connected(slack, 2);
        slack.FailTimes("apps.connections.open", 4, 500);
        foreach (var socket in slack.Sockets)
            socket.Drop();
        await SocketDelivery.Connected(slack, 2);
        Assert.Equal(4, slack.Calls.Count(c => c is { Method: "apps.connections.open", Error: "500" }));
        await ann.Say("start backend for Jane Doe");
        await ann.Card("Jane Doe");
    }

    [Fact]
    public async Task An_odd_address_and_a_frame_that_cannot_be_read_end_no_connection_for_good()
    {
        await SocketDelivery.Connected(slack, 2);
        var odd = new Queue<string>([$"http://{slack.ApiBase.Authority}/link", "ws://127.0.0.1:1/x#y", "ws://[::1"]);
        slack.Fault(
            "apps.connections.open",
            async context =>
            {
                if (!odd.TryDequeue(out var address))
                    return false;
                await context.Response.WriteAsJsonAsync(new { ok = true, url = address });
                return true;
            }
        );
        foreach (var socket in slack.Sockets)
            socket.Drop();
        await SocketDelivery.Connected(slack, 2);
        foreach (var socket in slack.Sockets.Where(s => s.IsOpen))
        {
            await socket.SendText("{\"envelope_id\":\"f\",\"type\":\"\\ud800\",\"payload\":{}}");
            await socket.SendText("{\"type\":\"\\ud800\"}");
            await socket.SendText("no frame");
        }
        await ann.Say("start backend for Jane Doe");
        await ann.Card("Jane Doe");
        Assert.Equal(2, slack.Sockets.Count(s => s.IsOpen));
    }

    [Fact]
    public async Task It_ends_though_Slack_leaves_the_line_open()
    {
        await SocketDelivery.Connected(slack, 2);
        await bot.Stop().WaitAsync(Until.Limit);
        Assert.Equal(2, slack.Sockets.Count);
    }

    /// <summary>All that is waited for while a connection is closed, added up by a clock that grants each wait at once.</summary>
    [Fact]
    public async Task Closing_a_connection_waits_less_than_a_second_for_others()
    {
        var clock = new GrantingClock();
        using var socket = new Socket(
            new Uri($"ws://{slack.ApiBase.Authority}/link"),
            null!,
            clock,
            NullLogger.Instance
        );
        Assert.True(await socket.Open(CancellationToken.None));
        socket.Read();
        await socket.Retire().WaitAsync(Until.Limit);
        Assert.InRange(clock.Granted, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
    }
}
