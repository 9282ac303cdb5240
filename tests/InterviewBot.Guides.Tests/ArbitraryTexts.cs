using CsCheck;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using Xunit;

namespace InterviewBot.Guides.Tests;

/// <summary>No text makes a reader throw, hang or point outside the text.</summary>
public sealed class ArbitraryTexts
{
    private static readonly string[] Pieces =
    [
        "st=>start\n",
        "op=>operation: Ask\n",
        "c=>condition: ok?\n",
        "p=>parallel: both\n",
        "e=>end\n",
        "st->op",
        "c(yes)->",
        "c(no)->",
        "->",
        "=>",
        "@>",
        "(",
        ")",
        "|",
        ":>",
        ":$",
        ": ",
        "\n",
        "\\\n",
        "\r\n",
        "@",
        ",",
        "{\"a\":1}",
        "[",
        "]",
        "\u3000",
        "\uFEFF",
        "\u0085",
        "（",
        "→",
        "＝＞",
        "true",
        "path1",
        "```flow\n",
        "```\n",
        "~~~\n",
        "````topic\n",
        "minutes: 1\n",
        "# ",
        "## 1. ",
        "##2.",
        "##\u00A0",
        "＃",
        "10:05 ",
        "(required)",
        "（可选）",
        "> ",
        "- ",
        "1. ",
        "<!--",
        "-->",
        "---\n",
        "===\n",
        "**Say**: ",
        "<details>",
        "<br>",
        "<",
        "[^1]: ",
        "[ ] ",
        "|---|\n",
        ":::",
        "听：",
        "“",
        "”",
        "\"",
        "\t",
        "    ",
        "\uD83D",
        "\uDE00",
        "\0",
        "a",
        "中",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        OneOf(Pieces).Array[0, 60].Select(string.Concat),
        Gen.String[0, 200]
    );

    [Fact]
    public void A_flow_is_read_whatever_it_is() =>
        Text.Sample(text =>
        {
            var reading = FlowReader.Read(text);
            Assert.Equal(reading.Flow is null, reading.Problems.Any(p => p.Level == ProblemLevel.Error));
            PointInto(text, reading.Problems);
            if (reading.Flow is not { } flow)
                return;
            Assert.NotNull(flow.Find(flow.Start));
            Assert.Equal(flow.Nodes.Length, flow.Nodes.Select(n => n.Id).Distinct().Count());
            Assert.All(flow.Edges, e => Assert.Equal(e.To, flow.Follow(e.From, e.Way)?.Id));
            Assert.Equal(
                flow.Nodes.Sum(n => Enum.GetValues<Way>().Count(way => flow.Follow(n.Id, way) is not null)),
                flow.Edges.Length
            );
            Assert.True(FlowWalk.AllYes(flow).Ids.Length <= flow.Nodes.Length);
            var (shortest, longest) = flow.Questions(flow.Start);
            Assert.InRange(shortest, 0, longest);
        });

    /// <summary>What a reading works with is rented, and used again by the next one.</summary>
    [Fact]
    public void One_reading_leaves_nothing_behind_for_another() =>
        Gen.Select(Text, Text)
            .Sample(
                (text, other) =>
                {
                    var first = FlowReader.Read(text);
                    FlowReader.Read(other);
                    var again = FlowReader.Read(text);
                    Assert.Equal(first.Problems, again.Problems);
                    Assert.Equal(first.Flow?.Nodes, again.Flow?.Nodes);
                    Assert.Equal(first.Flow?.Edges, again.Flow?.Edges);
                    Assert.Equal(first.Flow?.Unreachable, again.Flow?.Unreachable);
                }
            );

    [Fact]
    public void A_guide_is_read_whatever_it_is() =>
        Text.Sample(text =>
        {
            var reading = GuideReader.Read("any", text);
            PointInto(text, reading.Problems);
            Assert.Equal(
                reading.Guide is null,
                !reading.Sections.Any(s => s.Kind is SectionKind.Topic or SectionKind.Preamble || s.Flows.Length > 0)
            );
            var keys = reading.Guide?.Topics.Select(t => t.Key).ToList() ?? [];
            Assert.Equal(keys.Count, keys.Distinct().Count());
        });

    [Fact]
    public void A_text_in_a_fence_is_read_as_it_is_alone() =>
        OneOf(Pieces[..20])
            .Array[1, 40]
            .Select(string.Concat)
            .Sample(text =>
            {
                text = text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n";
                var alone = FlowReader.Read(text);
                var reading = GuideReader.Read("g", $"# 1. A\n````flow\n{text}````\n");
                var inside = reading.Sections[0].Flows[0].Reading;
                Assert.Equal(
                    alone.Problems.Select(p => (p.Code, p.Line + (p.Code == "empty-block" ? 1 : 2), p.Column)),
                    inside.Problems.Select(p => (p.Code, p.Line, p.Column))
                );
                Assert.Equal(alone.Flow?.Edges, inside.Flow?.Edges);
            });

    public static TheoryData<string, string> Towers =>
        new()
        {
            { "quotes", new string('>', 100_000) },
            { "lists", string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', i * 2) + "- a\n")) },
            { "brackets", new string('[', 100_000) },
            { "links", string.Concat(Enumerable.Repeat("[a](", 50_000)) },
            { "emphasis", string.Concat(Enumerable.Repeat("*a **a ", 20_000)) },
            { "yaml", "# 1. A\n```topic\n" + new string('[', 50_000) + "\n```" },
            { "front matter", "---\n" + new string('{', 50_000) + "\n---\n# A" },
            { "quotation marks", "# 1. A\n" + string.Concat(Enumerable.Repeat("“\"「", 30_000)) },
            { "heading", "# " + new string('(', 200_000) },
            { "blanks", "# 1. A" + new string(' ', 200_000) + "x" },
            { "footnotes", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"## {i % 900}. a\n[^{i}]: b\n\n")) },
            {
                "tags",
                "# 1. A\n<div>" + new string('<', 100_000) + "\n\n" + string.Concat(Enumerable.Repeat("<b", 50_000))
            },
            { "rows", "# 1. A\n" + string.Concat(Enumerable.Repeat("|-|\n", 50_000)) },
            { "loose headings", string.Concat(Enumerable.Repeat("##2.a\n", 50_000)) },
            { "code", "# 1. A\n```\n" + string.Concat(Enumerable.Repeat("a=>b ->\n", 50_000)) + "```\n" },
            { "too long", new string('a', GuideReader.MostLength + 1) },
        };

    [Theory]
    [MemberData(nameof(Towers))]
    public void Deep_and_long_documents_end_in_a_reading(string what, string text)
    {
        var reading = GuideReader.Read(what, text);
        Assert.True(
            reading.Guide is not null
                || reading.Sections.IsEmpty
                || !reading.Problems.IsEmpty
                || reading.Sections[0].Kind == SectionKind.Document
        );
        PointInto(text, reading.Problems);
    }

    public static TheoryData<string, string> LongFlows
    {
        get
        {
            var chain = string.Join("->", Enumerable.Range(0, 50_000).Select(i => $"n{i}"));
            var nodes = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"n{i}=>operaton: {i}\n"));
            return new TheoryData<string, string>
            {
                { "undefined-source", "st=>start\n" + chain },
                { "unknown-type", nodes + string.Join("->", Enumerable.Range(0, 20_000).Select(i => $"n{i}")) },
                { "too-large", "a=>start\n" + string.Concat(Enumerable.Repeat("a->a\n", 110_000)) },
                { "too-large", string.Concat(Enumerable.Repeat("a=>end\n", 110_000)) },
                { "stray-text", new string('=', FlowReader.MostLength - 20) + "\na=>end\na->a" },
                { "too-large", new string('x', FlowReader.MostLength + 1) },
                { "duplicate-definition", string.Concat(Enumerable.Repeat("a=>start\n", 50_000)) + "a->a" },
                { "label-cut-at-pipe", "a=>start: " + new string('|', 500_000) + "\na->a" },
                { "undefined-target", "a=>start\n" + string.Concat(Enumerable.Repeat("a->b\n", 50_000)) },
                {
                    "connection-ignored",
                    "a=>condition: x\n"
                        + new string('(', 100_000)
                        + "\na"
                        + string.Concat(Enumerable.Repeat("->a", 50_000))
                },
            };
        }
    }

    [Theory]
    [MemberData(nameof(LongFlows))]
    public void Long_flows_are_told_what_is_wrong_and_not_more_than_anybody_reads(string code, string text)
    {
        var problems = FlowReader.Read(text).Problems;
        Assert.Contains(problems, p => p.Code == code);
        Assert.InRange(problems.Length, 1, 1_001);
    }

    private static Gen<string> OneOf(string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);

    private static void PointInto(string text, IEnumerable<Problem> problems)
    {
        var lines = text.Count(c => c is '\n' or '\r') + 1;
        Assert.All(problems, p => Assert.InRange(p.Line, 1, lines));
        Assert.All(problems, p => Assert.InRange(p.Column, 1, text.Length + 1));
    }
}
