using InterviewBot.Slack.Tests.Loopback;

namespace InterviewBot.Slack.Tests.Receiving;

/// <summary>Slack closes a form when it is told that all is well, and what was typed in it is gone: so it is told only when it is.</summary>
public sealed class AFormThatCameTooLate
{
    [Fact]
    public async Task Stays_open_with_what_was_typed_and_says_why()
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(slack, Bot.NewFolder());
        var ann = new Person(slack, bot.Deliver, "U1");
        await ann.Say("start backend for Jane Doe");
        await ann.Press(await ann.Card("Jane Doe"), "Begin");
        await ann.Press(await ann.Card("Please tell me"), "Finish", "More");
        await ann.Press(await ann.Card("Nothing is posted"), "End");
        await ann.Press(await ann.Card("Preview"), "Fill in");
        var form = await ann.Opened("Each choice is saved at once");
        await ann.PressIn(form, "yes", "Recommendation");
        await ann.Press(await ann.Card("Preview"), "Preview");
        await ann.Press(await ann.Card("This will be sent"), "Send");
        await ann.Card("Sent");

        var answer = await ann.Submit(form, ("t0", Person.Typed("one more thing")));

        Assert.Contains("\"response_action\":\"errors\"", answer, StringComparison.Ordinal);
        Assert.Contains("\"t0\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(
            slack.Messages,
            m => m.IsBot && m.Json.Contains("one more thing", StringComparison.Ordinal)
        );
    }
}
