using InterviewBot.Guides.Documents;
using Xunit;

namespace InterviewBot.Guides.Tests;

public sealed class WordingOfForks
{
    [Theory]
    [InlineData("是否需要深入redis?")]
    [InlineData("是否继续深入mysql?")]
    [InlineData("是否深入gc")]
    [InlineData("Go deeper into Redis?")]
    [InlineData("Do you want to go deeper?")]
    [InlineData("Continue?")]
    [InlineData("Move on?")]
    [InlineData("要不要继续？")]
    [InlineData("还有时间吗")]
    [InlineData("候选人用过Redis吗")]
    [InlineData("Did the candidate mention caching?")]
    [InlineData("Time left for indexes?")]
    [InlineData("Should we look at indexes?")]
    [InlineData("Strong so far")]
    [InlineData("")]
    public void The_interviewer_judges(string text) => Assert.Equal(ForkKind.Judgement, ForkWording.Of(text));

    [Theory]
    [InlineData("用过XML吗？")]
    [InlineData("是否用过 Kafka")]
    [InlineData("有没有带过团队")]
    [InlineData("是否深入了解过JVM")]
    [InlineData("你们的项目是否需要事务")]
    [InlineData("Did you ever remove one index?")]
    [InlineData("Familiar with SQL?")]
    [InlineData("Have you gone deeper into the JVM?")]
    [InlineData("Have you worked with XML?")]
    [InlineData("Do you know Kubernetes?")]
    public void The_candidate_is_asked(string text) => Assert.Equal(ForkKind.Ask, ForkWording.Of(text));
}
