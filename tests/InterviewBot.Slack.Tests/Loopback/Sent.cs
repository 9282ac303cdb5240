using System.Text.Json;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>A message as the loopback Slack holds it now.</summary>
internal sealed record Sent(
    string Channel,
    string Ts,
    string User,
    string Text,
    JsonElement Blocks,
    string? Thread,
    string? Key,
    string? EditedTs = null
)
{
    /// <summary>Ids of the files that the message shares.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>A reply in a thread that was sent to the conversation too.</summary>
    public bool IsBroadcast { get; init; }

    /// <summary>Deleted, with replies that stay: Slack puts a stone of its own there.</summary>
    public bool IsTombstone { get; init; }

    public bool IsBot => User == LoopbackSlack.BotUser;

    public string Json => JsonSerializer.Serialize(Blocks, Approved.Compact);

    /// <summary>The elements that can be pressed.</summary>
    public IEnumerable<JsonElement> Elements =>
        Blocks
            .EnumerateArray()
            .SelectMany(b =>
                b.TryGetProperty("elements", out var e) && b.GetProperty("type").GetString() == "actions"
                    ? e.EnumerateArray().ToArray()
                : b.TryGetProperty("accessory", out var a) ? [a]
                : []
            );
}

/// <summary>A call that the bot made.</summary>
internal sealed record Called(string Method, JsonElement Body, string? Error, string Token);

/// <summary>Whose a token is.</summary>
/// <param name="Across">Installed in all workspaces of the organisation.</param>
internal sealed record Installed(string Team, string? Enterprise, bool Across, string BotUser);
