using Xunit;

namespace InterviewBot.Tests;

public sealed class CliLint : CliHost
{
    private const string Unreachable =
        "# G\n## 1. A\n> ```flow\n> st=>start\n> x=>operation: X\n> e=>end\n> st->e\n> ```\n";
    private const string Broken = "# G\n## 1. A\n```flow\nst->e\n```\n";

    [Fact]
    public async Task A_clean_guide_says_nothing()
    {
        var ran = await Run("lint", Write("a.md", Clean));
        Assert.Equal((0, ""), (ran.Exit, ran.Output));
    }

    [Fact]
    public async Task A_problem_is_one_line_with_its_place_and_a_hint()
    {
        var path = Write("a.md", Broken.Replace("st->e", "st ->e\nst=>start", StringComparison.Ordinal));
        var ran = await Run("lint", path);
        Assert.Equal(1, ran.Exit);
        Assert.Equal(
            $"{path}:4:1: error undefined-source: \"st \" is not defined above (no blank may stand around ->; \"st\" is defined)",
            ran.Output.Split('\n')[0].TrimEnd()
        );
    }

    [Theory]
    [InlineData(Clean, false, 0)]
    [InlineData(Clean, true, 0)]
    [InlineData(Unreachable, false, 0)]
    [InlineData(Unreachable, true, 1)]
    [InlineData(Broken, false, 1)]
    [InlineData(Broken, true, 1)]
    public async Task Strict_makes_warnings_count(string guide, bool strict, int exit)
    {
        var path = Write("a.md", guide);
        Assert.Equal(exit, (strict ? await Run("lint", path, "--strict") : await Run("lint", path)).Exit);
    }

    [Fact]
    public async Task Of_a_folder_the_guides_are_checked_that_the_bot_offers()
    {
        Write("b.MD", Unreachable);
        Write("a.md", Unreachable);
        Write("b/late.md", Broken);
        Write("a.markdown", Broken);
        Write("README.md", Broken);
        Write("notes.txt", Broken);
        Write(".git/hidden.md", Broken);
        var ran = await Run("lint", Folder);
        Assert.Equal(0, ran.Exit);
        Assert.Equal(
            [
                Path.Combine(Folder, "a.md") + ":5:3: warning unreachable-node",
                Path.Combine(Folder, "b.MD") + ":5:3: warning unreachable-node",
            ],
            ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l[..(l.IndexOf("node", StringComparison.Ordinal) + 4)])
        );
    }

    [Fact]
    public async Task Json_is_for_programs()
    {
        var path = Write("甲.md", Unreachable);
        var ran = await Run("lint", path, "--format", "json");
        var problem = ran.Json.GetProperty("problems")[0];
        Assert.Equal(
            (path, 5, 3),
            (
                problem.GetProperty("file").GetString(),
                problem.GetProperty("line").GetInt32(),
                problem.GetProperty("column").GetInt32()
            )
        );
        Assert.Equal(
            ("warning", "unreachable-node"),
            (problem.GetProperty("level").GetString(), problem.GetProperty("code").GetString())
        );
        Assert.Equal((0, 1), (ran.Json.GetProperty("errors").GetInt32(), ran.Json.GetProperty("warnings").GetInt32()));
        Assert.Contains("甲.md", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Github_is_a_workflow_command_with_its_signs_escaped()
    {
        var path = Write("a,b.md", Unreachable);
        var ran = await Run("lint", path, "--format", "github");
        Assert.StartsWith(
            $"::warning file={path.Replace(",", "%2C", StringComparison.Ordinal)},line=5,col=3,title=unreachable-node::",
            ran.Output,
            StringComparison.Ordinal
        );
    }

    /// <summary>Advice is told, but neither fails a build nor counts as a warning.</summary>
    [Theory]
    [InlineData("text", "info missing-part")]
    [InlineData("json", "\"infos\": 2")]
    [InlineData("github", "::notice file=")]
    public async Task Infos_are_told_apart(string format, string says)
    {
        var path = Write("a.md", "---\nfor: all\nminutes: 30\n---\n# G\n## 1. A\n**Say**: Hello\n");
        var ran = await Run("lint", path, "--strict", "--format", format);
        Assert.Equal(0, ran.Exit);
        Assert.Contains(says, ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("lint", "no-such-file.md")]
    [InlineData("lint", ".", "--format", "xml")]
    [InlineData("lint", ".", "--wrong")]
    [InlineData("guide")]
    [InlineData("guide", "no-such-file.md")]
    [InlineData("flow", "no-such-file.txt")]
    [InlineData("what")]
    public async Task Bad_usage_is_told_apart(params string[] args)
    {
        var ran = await Run(args);
        Assert.Equal(2, ran.Exit);
        Assert.NotEqual("", ran.Error);
    }
}
