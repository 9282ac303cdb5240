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
    [InlineData("Strong so far")]
    [InlineData("")]
    public void The_interviewer_judges(string text) => Assert.Equal(ForkKind.Judgement, ForkWording.Of(text));

    [Theory]
    [InlineData("用过XML吗？")]
    [InlineData("是否用过 Kafka")]
    [InlineData("有没有带过团队")]
    [InlineData("Have you worked with XML?")]
    [InlineData("Do you know Kubernetes?")]
    public void The_candidate_is_asked(string text) => Assert.Equal(ForkKind.Ask, ForkWording.Of(text));
}
