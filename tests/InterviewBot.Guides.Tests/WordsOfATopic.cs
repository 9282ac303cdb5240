using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Linting;
using Xunit;

namespace InterviewBot.Guides.Tests;

/// <summary>What a note may mention to make a topic fit.</summary>
public sealed class WordsOfATopic
{
    [Theory]
    [InlineData("Redis and Memcached", "redis memcached")]
    [InlineData("一般go web 框架和go app部署问题", "go web 框架 app 部署")]
    [InlineData("TCP/IP，HTTP的相关问题", "tcp ip http")]
    [InlineData("linux/BSD，docker问题", "linux bsd docker")]
    [InlineData("C++ and C#", "c++ c#")]
    [InlineData("Node.js basics", "node.js basics")]
    [InlineData("一些开放式技术问题", "")]
    public void Without_triggers_they_are_the_words_of_its_title(string title, string words) =>
        Assert.Equal(words, string.Join(' ', TopicWords.InForce(Guide(Topic(title)))["1"]));

    [Fact]
    public void Triggers_of_the_author_win_over_the_title() =>
        Assert.Equal(["cache", "缓存"], TopicWords.InForce(Guide(Topic("Redis", "triggers: [Cache, 缓存]")))["1"]);

    [Fact]
    public void A_word_in_more_than_two_topics_is_none()
    {
        var words = TopicWords.InForce(
            Guide(
                Topic("Python web", number: 1),
                Topic("Python basics", number: 2),
                Topic("Redis in Python", number: 3)
            )
        );
        Assert.Equal(["web", "basics", "redis"], words.OrderBy(w => w.Key).SelectMany(w => w.Value));
    }

    [Fact]
    public void A_topic_of_one_question_gives_none_by_its_title() =>
        Assert.Empty(
            TopicWords.InForce(GuideReader.Read("g", "# G\n## 1. Tell us about the project you are proud of\n").Guide!)[
                "1"
            ]
        );

    [Fact]
    public void The_seed_lints_with_its_two_warnings_and_not_a_word_more()
    {
        if (!File.Exists(RepositoryRoot.Seed))
            return;
        var problems = GuideLinter.Read("seed", File.ReadAllText(RepositoryRoot.Seed)).Problems;
        Assert.Equal(
            [(81, 1, ProblemLevel.Warning, "unreachable-node"), (136, 1, ProblemLevel.Warning, "unreachable-node")],
            problems.Select(p => (p.Line, p.Column, p.Level, p.Code))
        );
    }

    /// <summary>Documents with flows and nothing of our additions are not lectured.</summary>
    [Fact]
    public void A_plain_document_hears_nothing_of_parts_and_blocks() =>
        Assert.Equal([], GuideLinter.Read("g", $"# G\n{Topic("Redis")}\n{Topic("Redis again", number: 2)}").Problems);

    private static string Topic(string title, string settings = "", int number = 1) =>
        $"## {number}. {title}\n{(settings.Length > 0 ? $"```topic\n{settings}\n```\n" : "")}```flow\nst=>start: s\nop=>operation: Ask\ne=>end: e\nst->op->e\n```\n";

    private static Guide Guide(params string[] topics) => GuideReader.Read("g", "# G\n" + string.Concat(topics)).Guide!;
}
