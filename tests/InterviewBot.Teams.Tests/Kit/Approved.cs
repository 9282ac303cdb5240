using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace InterviewBot.Teams.Tests.Kit;

/// <summary>Cards that somebody looked at. APPROVE=1 writes them anew: review the difference like code.</summary>
public static class Approved
{
    private static readonly bool Approves = Environment.GetEnvironmentVariable("APPROVE") == "1";
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Check(string name, JsonObject card)
    {
        Assert.Empty(CardRules.Problems(card));
        var text = card.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        var path = Path.Combine(Here(), "..", "Approved", name + ".json");
        if (Approves)
            File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"{name} was not approved yet: look at it with APPROVE=1.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
