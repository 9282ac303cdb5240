using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Linting;
using Xunit;

namespace InterviewBot.Guides.Tests;

/// <summary>Documents that live in a site generator, a wiki or a notebook carry settings of theirs between the same dashes.</summary>
public sealed class FrontMatterOfOtherTools
{
    private const string Body = "# Heading\n## 1. Opening\n";

    [Theory]
    [InlineData("head:\n  - - meta\n    - name: keywords\n      content: a, b")]
    [InlineData("sidebar:\n  order: 3\n  badge: { text: New, variant: tip }")]
    [InlineData("hero: &it\n  name: x\ncopy: *it")]
    [InlineData("head: [[link, { rel: icon, href: /i.png }], []]")]
    [InlineData("tags:\n  - redis\n  - [a, b]\n  - last")]
    [InlineData("cascade: !!map {a: {b: {c: [d]}}}")]
    public void Is_left_alone_and_ours_is_read(string theirs)
    {
        var ours = new[] { "title: Backend", "for: seniors", "minutes: 45" };
        foreach (var at in new[] { 0, 1, 3 })
        {
            var lines = string.Join('\n', ours.Take(at).Append(theirs).Concat(ours.Skip(at)));
            var reading = GuideLinter.Read("g", $"---\n{lines}\n---\n{Body}");
            Assert.Equal(
                ("Backend", "seniors", 45),
                (reading.Guide!.Title, reading.Guide.For, reading.Guide.Minutes ?? 0)
            );
            Assert.Empty(reading.Problems);
        }
    }

    [Fact]
    public void A_nested_value_of_ours_is_told_where_it_stands_and_loses_nothing_else()
    {
        var reading = GuideReader.Read("g", $"---\ntitle:\n  en: Backend\nminutes: 45\n---\n{Body}");
        Assert.Equal(("Heading", 45), (reading.Guide!.Title, reading.Guide.Minutes));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("bad-front-matter", 3, 3), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void A_nested_value_in_a_topic_block_loses_nothing_else()
    {
        var reading = GuideReader.Read(
            "g",
            "# H\n## 1. Redis\n```topic\ntriggers:\n  - a: b\nminutes: 9\nlead-in: Let us talk.\n```\n"
        );
        var topic = Assert.Single(reading.Guide!.Topics);
        Assert.Equal((9, "Let us talk."), (topic.Minutes, topic.LeadIn));
        Assert.Equal("bad-topic-block", Assert.Single(reading.Problems).Code);
    }
}
