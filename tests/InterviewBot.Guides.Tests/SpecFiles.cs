using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using InterviewBot.Guides.Linting;
using Xunit;

namespace InterviewBot.Guides.Tests;

public sealed class SpecFiles
{
    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var example in All())
                data.Add(example.File, example.Title);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_reads_as_written(string file, string title)
    {
        var example = All().Single(e => e.File == file && e.Title == title);
        var shown = example.Kind switch
        {
            "flow" => Shown.Of(FlowReader.Read(example.Input)),
            "guide" when example.Shows == "lint" => Shown.Problems(GuideLinter.Read("spec", example.Input).Problems),
            "guide" => Shown.Of(GuideReader.Read("spec", example.Input)),
            _ => throw new InvalidDataException($"{file}: an example is a flow or a guide, not \"{example.Kind}\""),
        };
        Assert.Equal(example.Expected, shown);
    }

    [Fact]
    public void Every_code_of_the_language_notes_has_an_example()
    {
        var seen = All().SelectMany(e => e.Expected.Split('\n')).Select(l => l.Split(' ')[^1]).ToHashSet();
        Assert.Equal([], Codes.Except(seen));
    }

    private static string[] Codes =>
        [
            "empty-block",
            "no-connections",
            "undefined-source",
            "unknown-type",
            "bad-line-style",
            "undefined-target",
            "dangling-arrow",
            "missing-branch",
            "connection-ignored",
            "connection-overwritten",
            "duplicate-definition",
            "unreachable-node",
            "first-node-not-start",
            "several-starts",
            "connection-leaves-end",
            "dead-end",
            "cycle",
            "label-truncated",
            "label-cut-at-pipe",
            "empty-label",
            "stray-text",
            "unknown-direction",
            "flow-before-heading",
            "unclosed-fence",
            "duplicate-section",
            "flag-conflict",
            "flow-under-other-name",
            "unknown-node",
            "bad-topic-block",
            "bad-front-matter",
            "unreadable-character",
        ];

    /// <summary>The manual lies among the notes; its examples are run like the others.</summary>
    internal static IEnumerable<Example> All() =>
        Directory
            .EnumerateFiles(SpecFile.Folder, "*.md")
            .Order(StringComparer.Ordinal)
            .Select(f => Path.GetFileName(f)!)
            .Append(Manual.File)
            .SelectMany(SpecFile.Read);
}
