using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>A file as the loopback Slack holds it.</summary>
internal sealed record Held(
    string Id,
    string Name,
    int Length,
    string Alt,
    byte[]? Bytes = null,
    string? Title = null,
    bool IsDeleted = false
);

/// <summary>Uploads as Slack takes them: a ticket, the bytes at another host without a token, the call that shares. Strict about each.</summary>
internal sealed class LoopbackFiles
{
    private const string Scope = "files:write";
    private readonly ConcurrentDictionary<string, string> tickets = new();
    private long serial;

    public ConcurrentDictionary<string, Held> All { get; } = new();

    /// <summary>What was sent with an upload that nobody there may know.</summary>
    public ConcurrentQueue<string> Secrets { get; } = new();

    /// <summary>The workspace installed the app before it asked for files.</summary>
    public bool LacksScope { get; set; }

    /// <summary>What the workspace answers to a wish to upload; null: it is served.</summary>
    public string? Refusal { get; set; }

    /// <summary>Answers the next uploads with this status instead.</summary>
    public ConcurrentQueue<int> UploadFaults { get; } = new();

    /// <summary>The address given with a ticket, in place of ours.</summary>
    public string? Elsewhere { get; set; }

    public JsonObject Ticket(JsonElement form, int port)
    {
        if (Denied() is { } denied)
            return denied;
        var (name, alt) = (Text(form, "filename"), Text(form, "alt_txt"));
        if (
            name.Length == 0
            || !int.TryParse(Text(form, "length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length == 0
        )
            return Error("missing_argument");
        if (alt.Length > 1_000)
            return Error("alt_txt_too_large");
        var file = new Held($"F{Interlocked.Increment(ref serial)}", name, length, alt);
        All[file.Id] = file;
        var ticket = $"t{serial}x{Random.Shared.Next():x}";
        tickets[ticket] = file.Id;
        return new()
        {
            ["ok"] = true,
            // Another host than the Web API's, as at Slack.
            ["upload_url"] = Elsewhere ?? $"http://localhost:{port}/upload/v1/{ticket}",
            ["file_id"] = file.Id,
        };
    }

    public async Task Upload(HttpContext context, string ticket)
    {
        if (context.Request.Headers.Authorization.Count > 0)
            Secrets.Enqueue(context.Request.Headers.Authorization.ToString());
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (UploadFaults.TryDequeue(out var fault))
        {
            context.Response.StatusCode = fault;
            context.Response.Headers.Location = "/upload/v1/stolen";
            return;
        }
        if (!tickets.TryRemove(ticket, out var id) || All[id].Length != body.Length)
        {
            context.Response.StatusCode = 400;
            return;
        }
        All[id] = All[id] with { Bytes = body.ToArray() };
        await context.Response.WriteAsync($"OK - {body.Length}");
    }

    /// <summary>The files to share, or why not.</summary>
    public (IReadOnlyList<Held> Files, JsonObject? Wrong) Complete(JsonElement body)
    {
        if (Denied() is { } denied)
            return ([], denied);
        var done = new List<Held>();
        foreach (var wanted in body.GetProperty("files").EnumerateArray())
        {
            if (!All.TryGetValue(Text(wanted, "id"), out var file) || file.Bytes is null || file.Title is not null)
                return ([], Error("file_not_found"));
            All[file.Id] = file with { Title = Text(wanted, "title") };
            done.Add(All[file.Id]);
        }
        return (done, null);
    }

    public JsonObject Delete(JsonElement form)
    {
        if (Denied() is { } denied)
            return denied;
        if (!All.TryGetValue(Text(form, "file"), out var file))
            return Error("file_not_found");
        if (file.IsDeleted)
            return Error("file_deleted");
        All[file.Id] = file with { IsDeleted = true, Bytes = null };
        return new() { ["ok"] = true };
    }

    private JsonObject? Denied() =>
        LacksScope
            ? new()
            {
                ["ok"] = false,
                ["error"] = "missing_scope",
                ["needed"] = Scope,
            }
        : Refusal is { } refusal ? Error(refusal)
        : null;

    private static string Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString()! : "";

    private static JsonObject Error(string error) => new() { ["ok"] = false, ["error"] = error };
}
