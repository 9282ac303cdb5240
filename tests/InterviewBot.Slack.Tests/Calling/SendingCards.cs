using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Showing;
using InterviewBot.Slack.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewBot.Slack.Tests.Calling;

/// <summary>What Slack answers, and what it means for the lane.</summary>
public sealed class SendingCards : IAsyncLifetime
{
    private static readonly Drawing Card = new Drawing.Shown(
        new Card(
            "q",
            "en",
            [new SayLine("q", "en")],
            [new ButtonAction("Next", new Press(new StreamId(7), "next", 1))],
            1
        )
    );
    private LoopbackSlack slack = null!;
    private Bot bot = null!;
    private SlackChannel channel = null!;

    public async ValueTask InitializeAsync()
    {
        slack = await LoopbackSlack.Start();
        bot = await Bot.Start(slack, Bot.NewFolder());
        channel = bot.Services.GetRequiredService<SlackChannel>();
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task A_card_is_posted_edited_and_erased()
    {
        var sent = Assert.IsType<SendResult.Sent>(await Post("U1"));
        var message = Assert.Single(slack.Messages);
        Assert.Equal(("D1", sent.Ref, "7:prompt:1"), (message.Channel, message.Ts, message.Key));
        var line = new Drawing.Line("over & out", "en");
        Assert.Equal(sent, await channel.Edit(Of("U1"), sent.Ref, line, CancellationToken.None));
        Assert.Equal("over &amp; out", Assert.Single(slack.Messages).Text);
        Assert.IsType<SendResult.Sent>(await channel.Erase(Of("U1"), sent.Ref, CancellationToken.None));
        Assert.IsType<SendResult.Sent>(await channel.Erase(Of("U1"), sent.Ref, CancellationToken.None));
        Assert.Empty(slack.Messages);
        Assert.IsType<SendResult.Missing>(await channel.Edit(Of("U1"), sent.Ref, line, CancellationToken.None));
    }

    [Theory]
    [InlineData("chat.postMessage", Gates.Post)]
    [InlineData("chat.update", Gates.Edit)]
    public async Task Limited_it_waits_as_long_as_it_is_told_with_all_of_that_method(string method, string gate)
    {
        slack.FailOnce(method, 429, "17");
        var result = method == "chat.update" ? await Edit("D1", "1.1") : await Post("U1");
        Assert.Equal(new SendResult.Retry(TimeSpan.FromSeconds(17), gate), result);
    }

    [Theory]
    [InlineData("ratelimited")]
    [InlineData("rate_limited")]
    [InlineData("message_limit_exceeded")]
    public async Task Limited_in_another_spelling_it_waits_half_a_minute(string error)
    {
        Says("chat.postMessage", error);
        Assert.Equal(new SendResult.Retry(TimeSpan.FromSeconds(30), Gates.Post), await Post("U1"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(302)]
    public async Task A_fault_in_passing_is_tried_again_by_the_lane_alone(int status)
    {
        slack.FailTimes("chat.postMessage", 1, status);
        Assert.Equal(new SendResult.Retry(null), await Post("U1"));
        Assert.Equal(1, slack.Calls.Count(c => c.Method == "chat.postMessage"));
    }

    [Theory]
    [InlineData("message_not_found", typeof(SendResult.Missing))]
    [InlineData("cant_update_message", typeof(SendResult.Missing))]
    [InlineData("edit_window_closed", typeof(SendResult.Missing))]
    [InlineData("channel_not_found", typeof(SendResult.PlaceFault))]
    [InlineData("not_in_channel", typeof(SendResult.PlaceFault))]
    [InlineData("is_archived", typeof(SendResult.PlaceFault))]
    [InlineData("restricted_action_read_only_channel", typeof(SendResult.PlaceFault))]
    [InlineData("user_disabled", typeof(SendResult.PlaceFault))]
    [InlineData("messages_tab_disabled", typeof(SendResult.PlaceFault))]
    [InlineData("invalid_blocks", typeof(SendResult.RowFault))]
    [InlineData("invalid_arguments", typeof(SendResult.RowFault))]
    [InlineData("fatal_error", typeof(SendResult.Retry))]
    [InlineData("missing_scope", typeof(SendResult.Retry))]
    public async Task Each_error_has_its_meaning(string error, Type meaning)
    {
        Says("chat.update", error);
        Assert.IsType(meaning, await Edit("U1", "1.1"));
    }

    [Theory]
    [InlineData("msg_too_long")]
    [InlineData("msg_blocks_too_long")]
    public async Task What_is_too_long_all_the_same_is_said_once_more_shorter(string error)
    {
        var refused = 0;
        slack.Fault(
            "chat.postMessage",
            async context =>
            {
                if (refused++ > 0)
                    return false;
                await context.Response.WriteAsync($"{{\"ok\":false,\"error\":\"{error}\"}}");
                return true;
            }
        );
        Assert.IsType<SendResult.Sent>(await Post("U1"));
        Assert.Equal(2, slack.Calls.Count(c => c.Method == "chat.postMessage"));
    }

    [Fact]
    public async Task A_dead_installation_is_left_alone()
    {
        Says("chat.postMessage", "token_revoked");
        Assert.IsType<SendResult.Retry>(await Post("U1"));
        var calls = slack.Calls.Count;
        Assert.IsType<SendResult.Retry>(await Post("U1"));
        Assert.IsType<SendResult.Retry>(await Edit("U1", "1.1"));
        Assert.Equal(calls, slack.Calls.Count);
    }

    [Fact]
    public async Task A_post_whose_answer_was_lost_is_found_and_not_made_twice()
    {
        // Slack did it, and the line broke before it could say so.
        var broken = 0;
        slack.AfterPost = context =>
        {
            if (broken++ == 0)
                context.Abort();
        };
        Assert.IsType<SendResult.Retry>(await Post("U1"));
        var there = Assert.Single(slack.Messages);
        Assert.Equal(new SendResult.Sent(there.Ts), await Post("U1"));
        Assert.Single(slack.Messages);
    }

    [Fact]
    public async Task A_post_that_an_earlier_process_may_have_made_is_looked_for()
    {
        var first = await Post("U1");
        Assert.Equal(first, await Post("U1", mayExist: true));
        Assert.Single(slack.Messages);
    }

    [Fact]
    public async Task Nothing_goes_to_a_channel_that_others_share_unless_allowed()
    {
        Assert.Equal(new SendResult.PlaceFault("external-channel"), await Post("CEXT"));
        Assert.Equal(new SendResult.PlaceFault("external-channel"), await Edit("CEXT", "1.1"));
        Assert.IsType<SendResult.PlaceFault>(await Post("CNOT"));
        Assert.Empty(slack.Messages);
        await using var open = await Bot.Start(
            slack,
            Bot.NewFolder(),
            configure: settings => settings["Slack:AllowExternalChannels"] = "true"
        );
        channel = open.Services.GetRequiredService<SlackChannel>();
        Assert.IsType<SendResult.Sent>(await Post("CEXT"));
    }

    [Fact]
    public async Task One_conversation_gets_one_message_a_second_and_others_do_not_wait()
    {
        var clock = new WatchedClock();
        await using var timed = await Bot.Start(
            slack,
            Bot.NewFolder(),
            services: s => s.AddSingleton<TimeProvider>(clock)
        );
        channel = timed.Services.GetRequiredService<SlackChannel>();
        await Post("U1");
        var second = Post("U1", gen: 2);
        await clock.Waited(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        Assert.IsType<SendResult.Sent>(await Post("U2"));
        Assert.IsType<SendResult.Sent>(await Post("C1"));
        Assert.False(second.IsCompleted);
        Assert.Equal(3, slack.Messages.Count);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<SendResult.Sent>(await second.WaitAsync(Until.Limit));
    }

    [Fact]
    public async Task A_card_without_presses_keeps_its_button_to_show_all_through_edits()
    {
        var summary = new Drawing.Shown(
            new Card("s", "en", [new ItemList("Notes", [.. Enumerable.Repeat(new string('n', 900), 30)])], [], 0)
        );
        var post = new PostRequest(Of("C1"), null, summary, new StreamId(9), "summary:7", 1);
        var sent = Assert.IsType<SendResult.Sent>(await channel.Post(post, CancellationToken.None));
        Assert.Contains("9/summary:7", Assert.Single(slack.Messages).Json, StringComparison.Ordinal);
        await channel.Edit(Of("C1"), sent.Ref, summary, CancellationToken.None);
        Assert.Contains("9/summary:7", Assert.Single(slack.Messages).Json, StringComparison.Ordinal);
    }

    private Task<SendResult> Post(string conversation, int gen = 1, bool mayExist = false) =>
        channel.Post(
            new PostRequest(Of(conversation), null, Card, new StreamId(7), "prompt", gen, mayExist),
            CancellationToken.None
        );

    private Task<SendResult> Edit(string conversation, string ts) =>
        channel.Edit(Of(conversation), ts, Card, CancellationToken.None);

    private void Says(string method, string error) =>
        slack.Fault(
            method,
            async context =>
            {
                await context.Response.WriteAsync($"{{\"ok\":false,\"error\":\"{error}\"}}");
                return true;
            }
        );

    private static Place Of(string conversation) => new("slack", LoopbackSlack.Team, conversation);
}
