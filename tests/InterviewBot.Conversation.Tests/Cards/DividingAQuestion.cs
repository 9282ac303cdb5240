using InterviewBot.Conversation.Asking;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Guides.Documents;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

public sealed class DividingAQuestion
{
    [Theory]
    [InlineData("介绍最近的项目(默认用了某框架)", "介绍最近的项目", "默认用了某框架")]
    [InlineData("服务器如何扩容？增加进程，多加机器", "服务器如何扩容？", "增加进程，多加机器")]
    [InlineData("熟悉SQL吗? where & having 区别", "熟悉SQL吗?", "where & having 区别")]
    [InlineData("什么是管理器(用过with吗？怎样实现)", "什么是管理器", "用过with吗？怎样实现")]
    [InlineData("讲协议， WSGI协议(重点)，CGI协议", "讲协议， WSGI协议，CGI协议", "重点")]
    [InlineData("从浏览器(req)到后端（越细越好）", "从浏览器到后端", "req · 越细越好")]
    [InlineData("Why do we need keys? pros and cons", "Why do we need keys?", "pros and cons")]
    [InlineData("What does print(x) return", "What does print(x) return", null)]
    [InlineData("What does a?.b mean in C#?", "What does a?.b mean in C#?", null)]
    [InlineData("Have you worked with XML?", "Have you worked with XML?", null)]
    [InlineData("(only a remark)", "(only a remark)", null)]
    [InlineData("half open (bracket", "half open (bracket", null)]
    [InlineData("“用过XML吗？”为什么", "“用过XML吗？”", "为什么")]
    [InlineData("", "", null)]
    public void Remarks_go_to_the_small_line(string words, string question, string? remark) =>
        Assert.Equal(new Wording(question, remark), Wording.Of(words));

    /// <summary>The document the product grew from lies beside the repository on the machines of its makers only.</summary>
    [Fact]
    public void Each_question_of_the_seed_keeps_something_to_say()
    {
        var seed = Path.GetFullPath(
            Path.Combine(Sitting.Folder(), "../../../../shared/seeds/backend-interview-flow.zh.md")
        );
        if (!File.Exists(seed))
            return;
        var guide = GuideReader.Read("seed", File.ReadAllText(seed)).Guide!;
        var words = guide.Topics.SelectMany(t => t.Flows).SelectMany(f => f.Nodes).Select(n => n.Text).ToList();
        Assert.True(words.Count > 50);
        foreach (var text in words.Where(w => w.Length > 0))
        {
            var wording = Wording.Of(text);
            Assert.NotEmpty(wording.Question);
            Assert.DoesNotContain(wording.Question, c => c is '(' or '（');
        }
    }
}
