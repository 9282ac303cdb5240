using System.Text.RegularExpressions;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Linting;
using Xunit;

namespace InterviewBot.Guides.Tests;

/// <summary>What docs/writing-guides.md tells authors is true.</summary>
public sealed partial class Manual
{
    /// <summary>As seen from the folder of the specifications; its examples are run with theirs.</summary>
    public static string File { get; } =
        Path.GetRelativePath(SpecFile.Folder, Path.Combine(RepositoryRoot.Path, "docs", "writing-guides.md"));

    private static string Text => System.IO.File.ReadAllText(Path.Combine(SpecFile.Folder, File));

    public static TheoryData<string, string> Forks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (written, becomes) in SpecFile.Table(File, "forks"))
                data.Add(written, becomes);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Forks))]
    public void A_fork_is_told_by_its_wording(string wording, string kind)
    {
        Assert.Equal(
            kind.StartsWith("ask", StringComparison.Ordinal) ? ForkKind.Ask : ForkKind.Judgement,
            ForkWording.Of(wording)
        );
        Assert.Equal(kind.EndsWith("by default", StringComparison.Ordinal), ForkWording.Told(wording) is null);
    }

    [Fact]
    public void Every_code_in_its_table_has_an_example_that_is_run_at_that_level()
    {
        var listed = Row().Matches(Text).Select(m => $"{m.Groups[2].Value} {m.Groups[1].Value}").ToHashSet();
        Assert.True(listed.Count >= 25, "The table of codes was not found.");
        var seen = SpecFiles
            .All()
            .SelectMany(e => e.Expected.Split('\n'))
            .Select(l => Reported().Match(l))
            .Where(m => m.Success)
            .Select(m => m.Groups[1].Value)
            .ToHashSet();
        Assert.Equal([], listed.Except(seen));
    }

    [Fact]
    public void Every_code_that_the_linter_gives_stands_in_its_table_or_in_the_notes()
    {
        var notes = System.IO.File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "flow-language-notes.md"));
        var codes = Directory
            .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "InterviewBot.Guides", "Linting"), "*.cs")
            .SelectMany(f => Given().Matches(System.IO.File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value)
            .ToHashSet();
        Assert.True(codes.Count >= 15, "The codes of the linter were not found.");
        Assert.Equal([], codes.Where(c => !Text.Contains($"| `{c}` |", StringComparison.Ordinal)));
        Assert.Equal(
            [],
            SpecFile
                .Read(File)
                .Where(e => e.Shows == "lint")
                .SelectMany(e => GuideLinter.Read("m", e.Input).Problems)
                .Select(p => p.Code)
                .Distinct()
                .Where(c =>
                    !Text.Contains($"| `{c}` |", StringComparison.Ordinal)
                    && !notes.Contains(c, StringComparison.Ordinal)
                )
        );
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \| (warning|info|error) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^[0-9]+:[0-9]+ ((?:error|warning|info) [a-z-]+)")]
    private static partial Regex Reported();

    [GeneratedRegex(@"\.(?:Warn|Info)\(\s*""([a-z-]+)""")]
    private static partial Regex Given();
}
