using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Slack.Signing;
using InterviewBot.Slack.Tests.Loopback;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Slack.Tests.Official;

/// <summary>
/// Slack's own packages for Node look at our blocks, our signatures, and at the loopback Slack itself, so that the tests do not only agree with
/// themselves.
/// </summary>
public sealed class WhatSlacksOwnPackagesSay
{
    private static readonly string Cards = Path.Combine(Approved.Root, "tests", "InterviewBot.Slack.Tests", "Approved");

    [Fact]
    public async Task Every_approved_card_and_form_has_Slacks_types()
    {
        await using var node = Node.Start("check-blocks.mjs", Cards);
        var (code, output) = await node.End();
        Assert.True(code == 0, output);
        Assert.Contains(
            $"{Directory.GetFiles(Cards, "*.json").Length} files, 0 errors",
            output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("\"plain_text\"", "\"plane_text\"")]
    [InlineData("\"emoji\"", "\"emojis\"")]
    [InlineData("\"style\": \"primary\"", "\"style\": \"loud\"")]
    [InlineData("\"elements\"", "\"element\"")]
    public async Task A_block_that_is_wrong_is_found(string right, string wrong)
    {
        var folder = TestFolders.New();
        var card = await File.ReadAllTextAsync(Path.Combine(Cards, "prompt.en.json"));
        Assert.Contains(right, card, StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "prompt.json"),
            card.Replace(right, wrong, StringComparison.Ordinal)
        );
        await using var node = Node.Start("check-blocks.mjs", folder);
        var (code, output) = await node.End();
        Assert.Equal(1, code);
        Assert.Contains("prompt.json: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_sent_in_an_interview_has_Slacks_types()
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        var ann = new Person(slack, bot.Deliver, "U1");
        await ann.Command("");
        await ann.Opened("Start interview");
        await ann.Command("start backend for &lt;!channel&gt; &amp; *x*");
        await ann.Press(await ann.Card("<!channel>"), "Begin");
        await ann.Say("a note");
        await ann.Card("a note");
        await ann.Say("status");
        await ann.Say("help");
        await ann.Press(await ann.Card("Please tell me"), "Finish", "More");
        await ann.Press(await ann.Card("Nothing is posted"), "End");
        await ann.Card("Preview");
        await bot.Settled();
        var folder = TestFolders.New();
        var n = 0;
        foreach (var call in slack.Calls)
        {
            var sent =
                call.Body.TryGetProperty("view", out var view) ? view
                : call.Body.TryGetProperty("blocks", out var blocks)
                    ? JsonSerializer.SerializeToElement(
                        new { text = call.Body.GetProperty("text").GetString(), blocks }
                    )
                : default;
            if (sent.ValueKind == JsonValueKind.Object)
                await File.WriteAllTextAsync(Path.Combine(folder, $"{n++:000}-{call.Method}.json"), sent.GetRawText());
        }
        Assert.True(n > 8, $"{n} calls");
        await using var node = Node.Start("check-blocks.mjs", folder);
        var (code, output) = await node.End();
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Bolt_takes_every_signature_that_we_take_and_none_that_we_turn_away_but_from_the_future()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        string[] bodies =
        [
            "",
            "{}",
            "payload=%7B%7D",
            "{\"text\":\"é 林薇 😀\"}",
            new string('x', 70_000),
            "a=1&b=<!channel>",
        ];
        await using var node = Node.Start("verify.mjs");
        var ours = new List<(bool Takes, bool FromTheFuture)>();
        foreach (var body in bodies)
        {
            foreach (
                var (secret, at, broken) in new[]
                {
                    ("s", 0, false),
                    ("another", 0, false),
                    ("s", -300, false),
                    ("s", -301, false),
                    ("s", 300, false),
                    ("s", 301, false),
                    ("s", 0, true),
                }
            )
            {
                var stamp = $"{clock.GetUtcNow().ToUnixTimeSeconds() + at}";
                var signature = new RequestSignature(secret, clock).Of(stamp, Encoding.UTF8.GetBytes(body));
                if (broken)
                    signature = signature[..^1] + (signature[^1] == '0' ? '1' : '0');
                ours.Add(
                    (new RequestSignature("s", clock).Fits(signature, stamp, Encoding.UTF8.GetBytes(body)), at > 300)
                );
                await node.Write(
                    JsonSerializer.Serialize(
                        new
                        {
                            secret = "s",
                            timestamp = stamp,
                            signature,
                            body,
                            now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                        }
                    )
                );
            }
        }
        var (code, output) = await node.End();
        Assert.True(code == 0, output);
        var bolts = node.Lines.Select(bool.Parse).ToList();
        Assert.Equal(ours.Count, bolts.Count);
        // Bolt lets a time stamp of the future pass; the fact sheet says so, and that it is not right.
        Assert.All(ours.Zip(bolts), pair => Assert.Equal(pair.First.Takes || pair.First.FromTheFuture, pair.Second));
        Assert.Equal(3 * bodies.Length, ours.Count(o => o.Takes));
    }

    [Fact]
    public async Task Slacks_client_finds_the_loopback_Slack_to_be_one()
    {
        await using var slack = await LoopbackSlack.Start();
        await using var node = Node.Start(
            "web-api.mjs",
            slack.ApiBase.ToString(),
            LoopbackSlack.BotToken,
            Path.Combine(Cards, "prompt.en.json"),
            slack.NewTrigger()
        );
        var (code, output) = await node.End();
        Assert.True(code == 0, output);
        Assert.Equal(
            """{"me":{"team":"T1","user":"UBOT","bot":"BBOT"},"channel":"D1","edited":"edited","key":"1:prompt:1","locale":"zh-CN","zone":"Asia/Shanghai","shared":false,"errors":{"missing":"message_not_found","channel":"channel_not_found","person":"channel_not_found","blocks":"invalid_blocks","trigger":"exchanged_trigger_id","token":"invalid_auth"}}""",
            output
        );
    }

    [Fact]
    public async Task Slacks_client_takes_the_connections_of_the_loopback_Slack()
    {
        await using var slack = await LoopbackSlack.Start();
        await using var node = Node.Start("socket-mode.mjs", slack.ApiBase.ToString(), LoopbackSlack.AppToken);
        await node.Says("connected");
        var deliver = await SocketDelivery.Of(slack);
        var ann = new Person(slack, deliver, "U1");
        await ann.Say("a line");
        await node.Says("\"event\":\"message\"");
        var (_, command) = await ann.Command("help");
        Assert.Equal("{\"text\":\"answered\"}", command);
        await node.Says("\"command\":\"/interview\"");
        slack.Sockets.First(s => s.IsOpen).Drop();
        await SocketDelivery.Connected(slack, 1);
        await ann.Command("status");
    }

    [Fact]
    public async Task Bolt_understands_all_that_the_tests_deliver()
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        await using var node = Node.Start("bolt-app.mjs", Bot.Secret, slack.ApiBase.ToString());
        var port = (await node.SaysJson("\"port\"")).GetProperty("port").GetInt32();
        using var toBolt = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var ann = new Person(slack, bot.Deliver, "U1");
        var copy = new Person(slack, (kind, payload) => Bot.Deliver(toBolt, kind, payload), "U1");
        await ann.Say("start backend for Jane Doe");
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        var card = await ann.Card("Please tell me");

        var note = await copy.Say("a note");
        await node.Says("""{"message":"a note","team":"T1"}""");
        await copy.Edit(note, "another note");
        await node.Says("\"subtype\":\"message_changed\"");
        await copy.Delete(note);
        await node.Says("\"subtype\":\"message_deleted\"");
        await copy.Press(card, "Next");
        var press = await node.SaysJson("\"action\":\"press");
        Assert.Equal("U1", press.GetProperty("user").GetString());
        await copy.Press(card, "3 good", "Rate");
        await node.Says("\"action\":\"menu");
        Assert.Equal((200, ""), await copy.Command("list"));
        await node.Says("""{"command":"list","channel":"C1"}""");
        await ann.Command("");
        var form = await ann.Opened("Start interview");
        Assert.Equal("", await copy.Submit(form, ("guide", Person.Chosen("vbackend"))));
        await node.Says("""{"view":"start","values":["guide"],"user":"U1"}""");
        await Bot.Deliver(toBolt, "events_api", copy.Event(new JsonObject { ["type"] = "app_uninstalled" }));
        await node.Says("\"uninstalled\":true");
        // Installed across an organisation.
        var org = new Person(slack, (kind, payload) => Bot.Deliver(toBolt, kind, payload), "U1", across: "E1");
        await org.Command("help");
        await node.Says("\"enterpriseId\":\"E1\",\"isEnterpriseInstall\":true");
        await org.Press(card, "Next");
        await org.Say("hello");
        Assert.Equal(3, node.Lines.Count(l => l.Contains("\"enterpriseId\":\"E1\"", StringComparison.Ordinal)));
        // Signed by somebody else.
        using var forged = await Bot.Request(toBolt, "{}", "application/json", secret: "another");
        Assert.Equal(401, (int)forged.StatusCode);
    }
}
