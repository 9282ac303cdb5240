using Xunit;

namespace InterviewBot.Conversation.Tests.Samples;

/// <summary>
/// Compares with a file beside the tests that somebody has looked at. A file that is missing fails; <c>APPROVE=1</c> in the environment writes
/// them anew, to be reviewed as a diff.
/// </summary>
internal static class Approved
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("APPROVE") == "1";

    public static void Check(string name, string actual)
    {
        var path = Path.Combine(Path.GetDirectoryName(Sitting.Folder())!, "Approved", name);
        var text = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Writes)
            File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"{name} was not approved yet: look at it with APPROVE=1.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
