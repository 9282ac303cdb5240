using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace InterviewBot.Slack.Tests;

/// <summary>
/// Compares with a file beside the tests that somebody has looked at. A file that is missing fails; <c>APPROVE=1</c> in the environment writes
/// them anew, to be reviewed as a diff.
/// </summary>
internal static class Approved
{
    public static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };
    private static readonly bool Writes = Environment.GetEnvironmentVariable("APPROVE") == "1";

    public static void Check(string name, object json)
    {
        var path = Path.Combine(Here(), "Approved", name);
        var text = JsonSerializer.Serialize(json, Indented).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Writes)
            File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"{name} was not approved yet: look at it with APPROVE=1.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    public static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    public static string Root => Path.GetFullPath(Path.Combine(Here(), "..", ".."));
}
