using InterviewBot.Guides.Documents;
using Xunit;

namespace InterviewBot.Guides.Tests;

/// <summary>"That was all from my side" is said before the candidate's own questions, not before whatever stands last.</summary>
public sealed class ClosingStages
{
    private const string Flow = "```flow\nst=>start\nop=>operation: Ask\ne=>end\nst->op->e\n```\n";

    [Theory]
    [InlineData("Their questions")]
    [InlineData("Your questions (10 min)")]
    [InlineData("Candidate's questions")]
    [InlineData("Questions for us")]
    [InlineData("Any other questions?")]
    [InlineData("Q & A")]
    [InlineData("Closing")]
    [InlineData("Closing remarks")]
    [InlineData("Wrap-up and next steps")]
    [InlineData("Ending the interview")]
    [InlineData("Thank you!")]
    [InlineData("询问面试者有什么问题")]
    [InlineData("对方的提问")]
    [InlineData("候选人提问")]
    [InlineData("反问环节")]
    [InlineData("收尾")]
    [InlineData("结束语")]
    [InlineData("面試結束")]
    public void Are_told_by_their_names_even_with_a_flow(string title) => Assert.True(LastIsClosing(title, Flow));

    [Theory]
    [InlineData("Redis")]
    [InlineData("Closing connections in TCP")]
    [InlineData("Close reading of code")]
    [InlineData("Ending transactions")]
    [InlineData("Finishing touches in CSS")]
    [InlineData("Open questions about Python")]
    [InlineData("Common questions about indexes")]
    [InlineData("Redis相关问题")]
    [InlineData("你最自豪的项目")]
    [InlineData("结束进程的信号")]
    [InlineData("技术提问：缓存")]
    public void Are_not_what_merely_stands_last(string title)
    {
        Assert.False(LastIsClosing(title, Flow));
        Assert.False(LastIsClosing(title, "Say: Tell me about it.\n\nListen for: one · two · three\n"));
        Assert.False(LastIsClosing(title, "```flow\nst->nowhere\n```\n"));
    }

    [Fact]
    public void Are_told_by_having_nothing_to_ask_or_rate()
    {
        Assert.True(LastIsClosing("For you", ""));
        Assert.True(LastIsClosing("For you", "Say: What would you like to know?\n\nPromise nothing.\n"));
    }

    [Fact]
    public void Are_none_when_the_only_topic_is_technical()
    {
        var guide = GuideReader.Read("g", "## 1. Redis\n" + Flow).Guide!;
        Assert.False(Assert.Single(guide.Stages).IsClosing);
        Assert.Equal(["1"], guide.Kept.Select(t => t.Key));
    }

    private static bool LastIsClosing(string title, string body)
    {
        var guide = GuideReader.Read("g", $"# G\n## 1. Opening\n## 2. MySQL\n{Flow}## 3. {title}\n{body}").Guide!;
        Assert.Equal(3, guide.Stages.Length);
        Assert.DoesNotContain(guide.Stages.Take(2), s => s.IsClosing);
        return guide.Stages[^1].IsClosing;
    }
}
