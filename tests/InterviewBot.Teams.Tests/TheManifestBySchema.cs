using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>deploy/teams before Microsoft's schemas of version 1.19, which its npm package carries (tests/npm-teams).</summary>
public sealed class TheManifestBySchema : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("manifest-");

    public void Dispose() => _folder.Delete(true);

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("zh-cn.json")]
    public async Task Is_valid(string file) => Assert.Equal("", await Judged(Path.Combine(Deployed(), file)));

    /// <summary>The judge would see it.</summary>
    [Theory]
    [InlineData("manifest.json", "\"personal\", \"team\"", "\"personal\", \"groupchat\"")]
    [InlineData("manifest.json", "\"manifestVersion\": \"1.19\"", "\"manifestVersion\": \"1.18\"")]
    [InlineData("manifest.json", "\"accentColor\"", "\"packageName\": \"x\", \"accentColor\"")]
    [InlineData("manifest.json", "\"title\": \"help\"", "\"title\": \"help help help help help help help\"")]
    [InlineData("manifest.json", "\"botId\": \"0", "\"botId\": \"")]
    [InlineData("manifest.json", "\"accentColor\": \"#", "\"accentColor\": \"")]
    [InlineData("manifest.json", "\"supportsFiles\": false", "\"supportsFiles\": \"no\"")]
    [InlineData("zh-cn.json", "\"name.full\"", "\"name.long\"")]
    public async Task Would_not_be_with(string file, string instead, string of)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Deployed(), file));
        Assert.Contains(instead, text, StringComparison.Ordinal);
        var broken = Path.Combine(_folder.FullName, file);
        await File.WriteAllTextAsync(broken, text.Replace(instead, of, StringComparison.Ordinal));
        Assert.StartsWith(broken, await Judged(broken));
    }

    private static async Task<string> Judged(string file)
    {
        var judge = Path.Combine(Deployed(), "..", "..", "tests", "npm-teams", "judge-manifest.mjs");
        var start = new ProcessStartInfo("node", [judge, "1.19", file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var problems = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        // Neither valid nor judged: the packages are missing (npm ci --ignore-scripts in tests/npm-teams), or the judge is broken.
        Assert.Equal("", await errors);
        Assert.Equal(problems.Length == 0 ? 0 : 1, node.ExitCode);
        return problems;
    }

    private static string Deployed([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "deploy", "teams"));
}
