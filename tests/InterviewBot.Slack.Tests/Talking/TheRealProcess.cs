using System.Text.Json.Nodes;
using InterviewBot.Slack.Tests.Loopback;

namespace InterviewBot.Slack.Tests.Talking;

/// <summary>From outside: the program itself, started as in "Slack in five minutes", killed without warning and started again.</summary>
public sealed class TheRealProcess
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Conducts_an_interview_and_loses_nothing_when_it_is_killed(bool sockets)
    {
        await using var slack = await LoopbackSlack.Start();
        await using var host = new HostProcess(slack, Bot.NewFolder(), sockets);
        await host.Start();
        var ann = new Person(slack, await host.Deliver(), "U1");
        await ann.Command("start backend for Jane Doe");
        await ann.Press(await ann.Card("#hiring"), "Begin");
        await ann.Card("Please tell me about your newest project.");
        await ann.Sees("C1", "Jane Doe");

        // Acknowledged, and killed before anybody could see it; another line is typed while nobody is there.
        await ann.Say("a note before the end");
        await host.Kill();
        slack.Type("U1", "a note while away");
        await host.Start();
        ann = new Person(slack, await host.Deliver(), "U1");
        await ann.Card("a note while away");
        await ann.Card("2 notes");

        // Killed in the middle of a click: Slack sends it again, and it counts once.
        var next = ann.PressOf(await ann.Card("Please tell me"), "Next");
        if (sockets)
            await slack
                .Sockets.First(s => s.IsOpen)
                .Send(
                    new JsonObject
                    {
                        ["type"] = "interactive",
                        ["envelope_id"] = "e-cut",
                        ["accepts_response_payload"] = true,
                        ["payload"] = next.DeepClone(),
                    }
                );
        await host.Kill();
        await host.Start();
        var deliver = await host.Deliver();
        ann = new Person(slack, deliver, "U1");
        Assert.Equal(200, (await deliver("interactive", next)).Status);
        await ann.Card("How did you use Redis?");

        await ann.Say("next");
        await ann.Press(await ann.Card("Go deeper?"), "No");
        await ann.Press(await ann.Card("What do you want to know about us?"), "Finish", "More");
        await ann.Press(await ann.Card("Nothing is posted"), "End");
        await ann.Press(await ann.Card("Preview"), "yes");
        await ann.Press(await ann.Card("Preview"), "Preview");
        await ann.Press(await ann.Card("This will be sent"), "Send");
        // Acknowledged, so everything that follows will: the picture too, and once.
        await host.Kill();
        await host.Start();
        ann = new Person(slack, await host.Deliver(), "U1");
        await ann.Sees("C1", "a note before the end");
        await ann.Sees("D3", "a note while away");

        await ann.Sees("C1", "Go deeper? · No");
        await Until.True(
            () => new[] { "C1", "D3" }.All(c => slack.Messages.Any(m => m.Channel == c && m.Files.Count > 0)),
            "A picture did not come."
        );
        Assert.Equal(2, slack.Messages.Count(m => m.Files.Count > 0));

        Assert.DoesNotContain(slack.Calls, c => c.Error is "invalid_blocks");
        var keys = slack.Messages.Select(m => m.Key).OfType<string>().ToList();
        Assert.Equal(keys.Distinct(), keys);
        // Neither tokens nor what people wrote stand in what it says to its operator.
        foreach (var secret in new[] { "xoxb-", "xapp-", Bot.Secret, "ticket=", "Jane Doe", "a note" })
            Assert.DoesNotContain(secret, host.Output, StringComparison.Ordinal);
        Assert.Equal(0, await host.Stop());
    }
}
