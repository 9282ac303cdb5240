using System.Text.RegularExpressions;
using Xunit;

namespace InterviewBot.Tests;

/// <summary>What the notes name is there: a file that moves takes its mention along.</summary>
public sealed partial class TheNotesForBuilders
{
    [Fact]
    public void Name_only_files_that_exist()
    {
        var root = Root();
        var named = Directory
            .EnumerateFiles(Path.Combine(root, "docs"), "*.md")
            .Append(Path.Combine(root, "README.md"))
            .SelectMany(file => Paths().Matches(File.ReadAllText(file)).Select(m => m.Groups["path"].Value))
            .Distinct()
            .ToList();
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, path => !Path.Exists(Path.Combine(root, path)));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "InterviewBot.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"[`(](?<path>(?:src|tests|docs|deploy|flows)/[A-Za-z0-9_./-]+\.[A-Za-z]+)[`)]")]
    private static partial Regex Paths();
}
