using InterviewBot.Conversation.Asking;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using InterviewBot.Interviews.Commands;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

/// <summary>Guides without Say: their catchwords, orders and headings become something one can say to a person.</summary>
public sealed class SoundingSpoken
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Sitting.Folder(), "../../.."));

    /// <summary>Sentences of our own with the traits of the document the product grew from, and what is said.</summary>
    [Theory]
    [InlineData("介绍最近的工作(这里默认用了某框架)", "能介绍一下最近的工作吗？", "这里默认用了某框架")]
    [InlineData("概述下请求到达服务器的过程(开放式问题)", "能简单说说请求到达服务器的过程吗？", "开放式问题")]
    [InlineData("解释线程，进程", "能解释一下线程，进程吗？", null)]
    [InlineData("解释器的工作原理", "聊聊解释器的工作原理吧。", null)]
    [InlineData("描述符是什么", "描述符是什么？", null)]
    [InlineData("比较熟悉的框架", "聊聊比较熟悉的框架吧。", null)]
    [InlineData("如何清理日志。", "如何清理日志？", null)]
    [InlineData("Kafka是否支持事务(开放式问题)", "Kafka是否支持事务？", "开放式问题")]
    [InlineData("闭包", "说说闭包吧。", null)]
    [InlineData("消息队列，kafka相关", "说说消息队列，kafka吧。", null)]
    [InlineData("为什么要用索引？好处坏处", "为什么要用索引？", "好处坏处")]
    [InlineData("请介绍自己的长处", "请介绍自己的长处。", null)]
    [InlineData("询问候选人还有什么想知道的", "你还有什么想知道的？", "询问候选人还有什么想知道的")]
    [InlineData("请候选人做自我介绍", "能请你做自我介绍吗？", "请候选人做自我介绍")]
    [InlineData("docker compose", "说说docker compose吧。", null)]
    [InlineData("”", "聊聊”吧。", null)]
    public void In_Chinese(string words, string say, string? own) =>
        Assert.Equal((say, own), Opener.Spoken(Wording.Of(words), Speaking.Texts.In("zh-CN")));

    [Theory]
    [InlineData("Explain decorators", "Could you explain decorators?", null)]
    [InlineData("Name the layers of TCP/IP", "Could you name the layers of TCP/IP?", null)]
    [InlineData("Please tell me about your newest project.", "Please tell me about your newest project.", null)]
    [InlineData("I would like to hear about your team.", "I would like to hear about your team.", null)]
    [InlineData("List comprehension", "List comprehension", null)]
    [InlineData("SQL joins", "SQL joins", null)]
    [InlineData("How does an index work.", "How does an index work?", null)]
    [InlineData("What is a GIL (they often know)", "What is a GIL?", "they often know")]
    [InlineData("Why keys? pros and cons", "Why keys?", "pros and cons")]
    [InlineData("Common data types", "common data types", null)]
    [InlineData(
        "Ask the candidate about their plans",
        "Tell me about their plans.",
        "Ask the candidate about their plans"
    )]
    [InlineData("用过的框架", "聊聊用过的框架吧。", null)]
    public void In_English(string words, string holds, string? own)
    {
        var (say, small) = Opener.Spoken(Wording.Of(words), Speaking.Texts.In("en"));
        // Which of the openers it gets does not matter here, only that the words stay whole.
        Assert.Contains(
            words.StartsWith("用过", StringComparison.Ordinal) ? "用过的框架" : holds,
            say,
            StringComparison.Ordinal
        );
        Assert.Matches("[.?。？]$", say);
        if (holds.EndsWith('.'))
            Assert.Equal(holds, say);
        Assert.Equal(own, small);
    }

    [Theory]
    [InlineData("XML", "en", "Have you worked with XML?")]
    [InlineData("消息队列", "zh-CN", "用过消息队列吗？")]
    [InlineData("用过XML吗？", "zh-CN", "用过XML吗？")]
    public void A_fork_asks_for_experience(string words, string language, string say) =>
        Assert.Equal(say, Opener.Spoken(Wording.Of(words), Speaking.Texts.In(language), Catchword.Experience).Say);

    [Theory]
    [InlineData("Introduction", "en", "Introduction")]
    [InlineData("对方的问题", "zh-CN", "对方的问题")]
    [InlineData("请候选人做自我介绍", "zh-CN", "能请你做自我介绍吗？")]
    public void A_heading_stays_a_heading_unless_it_is_an_order(string words, string language, string say) =>
        Assert.Equal(say, Opener.Spoken(Wording.Of(words), Speaking.Texts.In(language), Catchword.Title).Say);

    public static TheoryData<string, string> OfTheManual
    {
        get
        {
            var data = new TheoryData<string, string>();
            var manual = File.ReadAllText(Path.Combine(Root, "docs/writing-guides.md"));
            foreach (var block in manual.Split("`````").Where(b => b.StartsWith("spoken\n", StringComparison.Ordinal)))
            {
                foreach (var line in block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
                    data.Add(line.Split(" -> ")[0], line.Split(" -> ")[1]);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(OfTheManual))]
    public void As_the_manual_says(string words, string becomes)
    {
        var (say, own) = Opener.Spoken(
            Wording.Of(words),
            Speaking.Texts.In(words.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? "zh-CN" : "en")
        );
        Assert.Equal(becomes, own is null ? say : $"{say} | {own}");
    }

    [Fact]
    public void A_lead_in_with_a_blank_names_the_topic_before()
    {
        const string text = """
            # 面试
            ## 1. redis的问题
            ## 2. 语言的问题
            可以说"刚才聊了很多XXX，我们再聊聊语言本身吧"，再开始。
            ## 3. 结束
            """;
        var sitting = Sitting.By(GuideReader.Read("g", text).Guide!, "zh-CN").Do(new BeginInterview(null, null)).Next();
        Assert.Contains(
            Reading.Texts(sitting.Card()),
            line => line.Contains("刚才聊了很多redis，我们再聊聊语言本身吧", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Hello")]
    [InlineData("Opening and small talk")]
    [InlineData("What is your name?")]
    public void A_blank_without_a_real_word_for_it_is_not_said(string before)
    {
        var text = $"""
            # Interview
            ## 1. {before}
            ## 2. MySQL
            Say "You mentioned XXX, let us talk about tables".
            ## 3. Their questions
            """;
        var sitting = Sitting.By(GuideReader.Read("g", text).Guide!, "en").Do(new BeginInterview(null, null)).Next();
        var said = Reading.Text(sitting.Card());
        Assert.DoesNotContain("You mentioned", said, StringComparison.Ordinal);
        Assert.DoesNotContain("XXX", said, StringComparison.Ordinal);
        Assert.Contains("Lead in with", said, StringComparison.Ordinal);
    }

    /// <summary>
    /// The document the product grew from, sentence by sentence: how what is said begins and ends around the author's words. It lies
    /// beside the repository where it was built, and nowhere else.
    /// </summary>
    [Fact]
    public void The_seed_sentence_by_sentence()
    {
        var seed = Path.Combine(Root, "../shared/seeds/backend-interview-flow.zh.md");
        if (!File.Exists(seed))
            return;
        var said = Questions(GuideReader.Read("seed", File.ReadAllText(seed)).Guide!)
            .ToDictionary(
                q => q.Key,
                q => (q.Words, Opener.Spoken(Wording.Of(q.Words), Speaking.Texts.In("zh-CN")).Say)
            );
        Assert.Equal(SeedFrames.Keys.Order(StringComparer.Ordinal), said.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, (words, say)) in said)
        {
            var (begins, ends) = SeedFrames[key];
            Assert.True(
                say.StartsWith(begins, StringComparison.Ordinal) && say.EndsWith(ends, StringComparison.Ordinal),
                $"{key}: {words} -> {say}"
            );
            Assert.DoesNotMatch("[(（)）]", say);
            var core = say[begins.Length..^ends.Length];
            Assert.True(core.Length > 1, $"{key}: {say}");
            Assert.True(
                Bare(words).Contains(Bare(core), StringComparison.Ordinal),
                $"{key}: \"{core}\" is not of the author's words {words}"
            );
        }
    }

    private static readonly Dictionary<string, (string Begins, string Ends)> SeedFrames = new()
    {
        ["1 q"] = ("能请你", "吗？"),
        ["2 q"] = ("", "。"),
        ["3.1 op1"] = ("能介绍一下", "吗？"),
        ["3.1 op2"] = ("能简单说说", "吗？"),
        ["3.1 op3"] = ("聊聊", "吧。"),
        ["3.1 op4"] = ("", "？"),
        ["3.1 op5"] = ("", "？"),
        ["3.1 op6"] = ("能讲讲", "吗？"),
        ["3.1 op7"] = ("", "？"),
        ["3.2.1 op1"] = ("聊聊", "吧。"),
        ["3.2.1 op2"] = ("", "？"),
        ["3.2.1 op3"] = ("聊聊", "吧。"),
        ["3.2.1 op4"] = ("能讲讲", "吗？"),
        ["3.2.1 op5"] = ("说说", "吧。"),
        ["3.2.1 op6"] = ("", "？"),
        ["3.2.2 op1"] = ("", "?"),
        ["3.2.2 op2"] = ("", "？"),
        ["3.2.2 op3"] = ("聊聊", "吧。"),
        ["3.2.2 op4"] = ("", "？"),
        ["3.2.2 op5"] = ("能讲讲", "吗？"),
        ["3.2.2 op6"] = ("", "？"),
        ["3.2.2 op7"] = ("", "？"),
        ["3.2.2 op8"] = ("说说", "吧。"),
        ["3.2.3 op1"] = ("能介绍一下", "吗？"),
        ["3.2.3 op2"] = ("聊聊", "吧。"),
        ["3.2.3 op3"] = ("聊聊", "吧。"),
        ["3.3 op1"] = ("能介绍一下", "吗？"),
        ["3.3 op2"] = ("能解释一下", "吗？"),
        ["3.3 op3"] = ("", "？"),
        ["3.3 op4"] = ("能讲讲", "吗？"),
        ["3.3 op5"] = ("说说", "吧。"),
        ["3.3 op6"] = ("", "？"),
        ["3.3 op8"] = ("聊聊", "吧。"),
        ["3.3 op7"] = ("说说", "吧。"),
        ["3.3 op10"] = ("", "？"),
        ["3.3 op11"] = ("能介绍一下", "吗？"),
        ["3.3 op12"] = ("", "？"),
        ["3.3 op13"] = ("能讲讲", "吗？"),
        ["3.3 op9"] = ("能介绍一下", "吗？"),
        ["3.4 op1"] = ("能介绍一下", "吗？"),
        ["3.4 op2"] = ("能讲讲", "吗？"),
        ["3.4 op3"] = ("", "？"),
        ["3.4 op4"] = ("", "？"),
        ["3.4 op5"] = ("能讲讲", "吗？"),
        ["3.4 op6"] = ("说说", "吧。"),
        ["3.5 op1"] = ("能解释一下", "吗？"),
        ["3.5 op2"] = ("", "？"),
        ["3.5 op3"] = ("", "？"),
        ["3.5 op4"] = ("", "？"),
        ["3.5 op5"] = ("聊聊", "吧。"),
        ["3.5 op6"] = ("说说", "吧。"),
        ["3.6 op1"] = ("", "？"),
        ["3.6 op2"] = ("", "？"),
        ["3.6 op3"] = ("", "？"),
        ["3.6 op4"] = ("", "？"),
        ["4 q"] = ("", "。"),
        ["5 q"] = ("你", "？"),
    };

    /// <summary>Without what Wording takes out and what sets words apart.</summary>
    private static string Bare(string words) =>
        string.Concat(
            System.Text.RegularExpressions.Regex.Replace(words, "[(（][^)）]*[)）]", "").Where(char.IsLetterOrDigit)
        );

    private static IEnumerable<(string Key, string Words)> Questions(Guide guide) =>
        guide
            .Topics.Where(t => t.Key != "0")
            .SelectMany(t =>
                t.Flows.SelectMany(f =>
                    f.Nodes.Concat(f.Unreachable)
                        .Where(n => n.Kind.IsQuestion() && n.Kind != NodeKind.Subroutine)
                        .Select(n => ($"{t.Key} {n.Id}", n.Text))
                )
            );
}
