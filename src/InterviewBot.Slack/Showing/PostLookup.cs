using System.Collections.Concurrent;
using System.Text.Json;
using InterviewBot.Slack.Calling;

namespace InterviewBot.Slack.Showing;

/// <summary>
/// Slack's posts have no idempotency key. Each carries one as metadata (the outbox's key: stream, surface, generation), and a post whose end
/// nobody knows is looked for before it is made again: in direct conversations by <c>im:history</c>. Channels need a scope that we do
/// not ask for (<c>channels:history</c>); where an operator grants it, they are looked through too.
/// </summary>
internal sealed class PostLookup(SlackApi api)
{
    public const string EventType = "interviewbot_card";
    public const string Key = "key";

    private const int Looked = 30;
    private const int Most = 1_000;

    // Keys of posts that were begun here and got no answer.
    private readonly ConcurrentDictionary<string, bool> unknown = new();

    public void Begin(string key)
    {
        if (unknown.Count > Most)
            unknown.Clear();
        unknown[key] = true;
    }

    /// <summary>No answer came to the last try of this process.</summary>
    public bool IsUnknown(string key) => unknown.ContainsKey(key);

    public void End(string key) => unknown.TryRemove(key, out _);

    /// <summary>The message that an earlier try made; null: none is known of.</summary>
    public async Task<string?> Find(
        Workspace ours,
        string key,
        string conversation,
        string? thread,
        CancellationToken ct
    )
    {
        var messages = await Newest(ours, conversation, thread, ct);
        return messages
            .FirstOrDefault(m =>
                m.Text("metadata", "event_type") == EventType && m.At("metadata", "event_payload")?.Text(Key) == key
            )
            .Text("ts");
    }

    /// <summary>The file of this name that an earlier try shared there; null: none is known of.</summary>
    public async Task<string?> FindFile(
        Workspace ours,
        string name,
        string conversation,
        string? thread,
        CancellationToken ct
    ) =>
        (await Newest(ours, conversation, thread, ct))
            .SelectMany(m => m.List("files"))
            .FirstOrDefault(f => f.Text("name") == name)
            .Text("id");

    private async Task<IEnumerable<JsonElement>> Newest(
        Workspace ours,
        string conversation,
        string? thread,
        CancellationToken ct
    )
    {
        var form = new Dictionary<string, string>
        {
            ["channel"] = conversation,
            ["limit"] = $"{Looked}",
            ["include_all_metadata"] = "true",
        };
        if (thread is not null)
            form["ts"] = thread;
        var answer = await api.Ask(ours, thread is null ? "conversations.history" : "conversations.replies", form, ct);
        return answer.Body.List("messages");
    }
}
