using InterviewBot.Running;
using Xunit;

namespace InterviewBot.Tests;

/// <summary>What people type first on the command line.</summary>
public sealed class CliByName : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("named-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_guide_goes_by_its_name_as_in_the_chat()
    {
        var guide = Path.Combine(_folder.CreateSubdirectory("flows").FullName, "redis.en.md");
        await File.WriteAllTextAsync(guide, "# Redis talks\n## 1. Opening\n", TestContext.Current.CancellationToken);
        var (exit, text) = await Run("guide", "redis.en");
        Assert.Contains("Redis talks", text, StringComparison.Ordinal);
        Assert.Equal(0, exit);
    }

    [Fact]
    public async Task A_name_that_is_none_is_told_as_it_was_typed()
    {
        var (exit, text) = await Run("guide", "redis.en");
        Assert.StartsWith("redis.en: ", text, StringComparison.Ordinal);
        Assert.Equal(2, exit);
    }

    [Fact]
    public async Task Help_is_a_word_too()
    {
        var (exit, text) = await Run("help");
        Assert.Contains("rehearse", text, StringComparison.Ordinal);
        Assert.Equal(0, exit);
        Assert.Contains("--minutes", (await Run("help", "rehearse")).Text, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Text)> Run(params string[] arguments)
    {
        await using var program = ProgramProcess.Start(
            arguments,
            new Dictionary<string, string>(),
            folder: _folder.FullName
        );
        return (await program.Exit(TimeSpan.FromSeconds(60)), program.Output);
    }
}
