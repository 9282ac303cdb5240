using System.Buffers.Binary;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Panel;
using InterviewBot.Delivery.Channels;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Showing;
using InterviewBot.Slack.Tests.Loopback;
using InterviewBot.Store.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewBot.Slack.Tests.Calling;

/// <summary>The drawn flows of an interview: once all scorecards are in, once only, and never in the way of anything else.</summary>
public sealed class SharingPictures
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    [Theory]
    [InlineData("U1", "asked · 3 good", "skipped", "Redis (asked 2")]
    [InlineData("U2", "已问 · 3 良", "已跳过", "Redis（已问 2")]
    public async Task Picture_and_table_follow_the_summary(string user, string rated, string skipped, string alt)
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        var person = new Person(slack, bot.Deliver, user);
        var send = await UpToSending(slack, bot, person);
        // Everything is known by now but the scorecard: nobody may see how it went.
        Assert.Empty(slack.Files.All);
        Assert.DoesNotContain(slack.Messages, m => m.Channel != person.Direct && m.Json.Contains(skipped));
        await send();
        foreach (var place in (string[])["C1", "D3"])
        {
            var table = await person.Sees(place, rated);
            Assert.Contains(skipped, table.Json, StringComparison.Ordinal);
            Assert.Contains("How did you use Redis?", table.Json, StringComparison.Ordinal);
            Assert.DoesNotContain("Jane", table.Json, StringComparison.Ordinal);
            var shared = await Until.Found(() => Shared(slack, place).FirstOrDefault(), () => $"No picture in {place}");
            Assert.Equal(table.Thread, shared.Thread);
            var file = slack.Files.All[Assert.Single(shared.Files)];
            Assert.Contains(alt, file.Alt, StringComparison.Ordinal);
            Assert.DoesNotContain("Jane", file.Alt + file.Title + file.Name, StringComparison.Ordinal);
            Assert.Equal(Png, file.Bytes![..8]);
            var (width, height) = (
                BinaryPrimitives.ReadInt32BigEndian(file.Bytes.AsSpan(16)),
                BinaryPrimitives.ReadInt32BigEndian(file.Bytes.AsSpan(20))
            );
            // Of one topic with a fork: some 400 units wide and high, painted twice as large.
            Assert.InRange(width, 400, 1_600);
            Assert.InRange(height, 500, 2_000);
        }
        Assert.Equal(2, slack.Messages.Count(m => m.Files.Count > 0));
        Assert.Empty(slack.Files.Secrets);
    }

    [Theory]
    [InlineData("missing_scope")]
    [InlineData("file_uploads_disabled")]
    [InlineData("posting_to_channel_denied")]
    public async Task A_workspace_that_takes_no_files_gets_the_table_and_nothing_waits(string error)
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        var person = new Person(slack, bot.Deliver, "U1");
        slack.Files.LacksScope = error == "missing_scope";
        slack.Files.Refusal = error;
        await (await UpToSending(slack, bot, person))();
        await person.Sees("C1", "asked · 3 good");
        await person.Sees("D3", "asked · 3 good");
        Assert.DoesNotContain(slack.Messages, m => m.Files.Count > 0);
        Assert.DoesNotContain(slack.Calls, c => c.Method == "files.completeUploadExternal");
        // The lane of the channel goes on.
        await person.Command("start backend for Next One");
        await person.Press(await person.Card("Next One"), "Begin");
        await person.Sees("C1", "Next One");
    }

    [Theory]
    [InlineData("files.getUploadURLExternal")]
    [InlineData("upload")]
    [InlineData("files.completeUploadExternal")]
    public async Task What_fails_in_passing_is_tried_again_and_shared_once(string step)
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        var person = new Person(slack, bot.Deliver, "U1");
        var send = await UpToSending(slack, bot, person);
        if (step == "upload")
            slack.Files.UploadFaults.Enqueue(503);
        else
            slack.FailOnce(step, 429, "1");
        await send();
        await Until.True(() => Shared(slack, "C1").Any() && Shared(slack, "D3").Any(), "No picture came through.");
        Assert.Single(Shared(slack, "C1"));
        Assert.Single(Shared(slack, "D3"));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    public async Task An_upload_that_is_refused_or_led_elsewhere_is_left_out(int status)
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        slack.Files.UploadFaults.Enqueue(status);
        Assert.Equal(new SendResult.RowFault($"upload_{status}"), await Post(bot));
        Assert.DoesNotContain(slack.Messages, m => m.Files.Count > 0);
    }

    [Theory]
    [InlineData("http://files.slack.com/upload/v1/x")]
    [InlineData("https://files.slack.com.evil.example/upload")]
    [InlineData("https://evilslack.com/upload")]
    [InlineData("https://user@files.slack.com/upload")]
    [InlineData("https://files.slack.com:8443/upload")]
    [InlineData("/upload")]
    public async Task Bytes_go_to_Slacks_own_hosts_alone(string address)
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        slack.Files.Elsewhere = address;
        Assert.Equal(new SendResult.RowFault("upload_url_refused"), await Post(bot));
    }

    [Fact]
    public async Task A_share_whose_answer_was_lost_is_found_in_the_direct_conversation_and_not_made_twice()
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        var lost = 0;
        slack.AfterShare = context =>
        {
            if (lost++ == 0)
                context.Abort();
        };
        Assert.IsType<SendResult.Retry>(await Post(bot));
        var id = Assert.Single(Assert.Single(slack.Messages, m => m.Files.Count > 0).Files);
        Assert.Equal(new SendResult.Sent("file:" + id), await Post(bot));
        Assert.Single(slack.Messages, m => m.Files.Count > 0);
        // Another process, killed before it could write down what came of it, knows by the outbox that it may exist.
        await using var next = await Bot.Start(slack, Bot.NewFolder());
        Assert.Equal(new SendResult.Sent("file:" + id), await Post(next, mayExist: true));
        Assert.Single(slack.Messages, m => m.Files.Count > 0);
    }

    [Fact]
    public async Task A_picture_that_looks_different_replaces_the_old_one_and_forgetting_deletes_it()
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        var person = new Person(slack, bot.Deliver, "U1");
        await (await UpToSending(slack, bot, person))();
        await Until.True(() => Shared(slack, "C1").Any() && Shared(slack, "D3").Any(), "No picture came.");
        var channel = bot.Services.GetRequiredService<SlackChannel>();
        var sent = Assert.IsType<SendResult.Sent>(await Post(bot));
        Assert.IsType<SendResult.Missing>(await channel.Edit(Direct, sent.Ref, Drawn(), CancellationToken.None));
        Assert.True(slack.Files.All[sent.Ref["file:".Length..]].IsDeleted);
        Assert.IsType<SendResult.Sent>(await channel.Erase(Direct, sent.Ref, CancellationToken.None));

        // The pump writes down each file as it does a message, so forgetting the loop reaches it.
        await bot.Settled();
        var loop = StreamId.TryParse(
            slack.Messages.First(m => m.Key?.Contains(":board:", StringComparison.Ordinal) == true).Key!.Split(':')[0],
            out var id
        )
            ? id
            : default;
        await bot.Services.GetRequiredService<SqliteStore>().Erase(loop, TimeProvider.System.GetUtcNow());
        await Until.True(() => slack.Files.All.Values.All(f => f.IsDeleted), "A file was left.");
        await Until.True(() => !slack.Messages.Any(m => m.Channel == "C1" && m.Key is not null), "A card was left.");
    }

    private static readonly Place Direct = new("slack", LoopbackSlack.Team, "U1");

    private static IEnumerable<Sent> Shared(LoopbackSlack slack, string place) =>
        slack.Messages.Where(m => m.Channel == place && m.Files.Count > 0);

    private static Task<SendResult> Post(Bot bot, bool mayExist = false) =>
        bot
            .Services.GetRequiredService<SlackChannel>()
            .Post(
                new PostRequest(
                    Direct,
                    null,
                    Drawn(),
                    new StreamId(7),
                    Surfaces.Picture(new StreamId(8), 0),
                    1,
                    mayExist
                ),
                CancellationToken.None
            );

    /// <summary>One question rated, one left out; what is left is to send the scorecard.</summary>
    private static async Task<Func<Task>> UpToSending(LoopbackSlack slack, Bot bot, Person person)
    {
        await person.Command("start backend for Jane Doe");
        var walker = new CardWalker(slack, bot.Deliver, person);
        await walker.From("Jane Doe");
        await walker.Press(Presses.Verbs.Begin);
        await walker.Press(Presses.Verbs.Next);
        await walker.Press(Presses.Verbs.Rate, "3");
        await walker.Press(Presses.Verbs.Next);
        await walker.Press(Presses.Verbs.Fork, "y");
        await walker.Press(Presses.Verbs.Skip, "not-now");
        await walker.Press(Presses.Verbs.ProposeFinish);
        await walker.Press(Presses.Verbs.Finish);
        await walker.Recommend();
        await walker.Press(Presses.Verbs.Preview);
        return () => walker.Press(Presses.Verbs.Submit);
    }

    private static Drawing.Drawn Drawn()
    {
        var text = File.ReadAllText(
            Path.Combine(Approved.Root, "tests", "InterviewBot.Slack.Tests", "Loopback", "backend.md")
        );
        var redis = GuideReader.Read("backend", text).Guide!.Topics.Single(t => t.Title == "Redis");
        var asked = new FaredNode(1, "op1", "How did you use Redis?", false, Fared.Asked, null, 3, "asked · 3 good");
        return new Drawing.Drawn("How the interview went", "The way through Redis", "op1")
        {
            Report = new FlowReport("", "en", "en", [new FaredTopic(redis, [asked])]),
        };
    }
}
