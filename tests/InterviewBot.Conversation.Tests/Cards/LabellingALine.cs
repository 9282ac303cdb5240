using InterviewBot.Conversation.Cards;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

public class LabellingALine
{
    [Theory]
    [InlineData("Minutes", "60", "Minutes: 60")]
    [InlineData("计划 59 分钟", "开场介绍 5", "计划 59 分钟：开场介绍 5")]
    [InlineData("Redis", "缓存", "Redis: 缓存")]
    [InlineData("时长（分钟）", "60", "时长（分钟）：60")]
    [InlineData("", "60", ": 60")]
    public void The_colon_is_the_one_of_the_labels_script(string label, string value, string line) =>
        Assert.Equal(line, LabelLine.Of(label, value));
}
