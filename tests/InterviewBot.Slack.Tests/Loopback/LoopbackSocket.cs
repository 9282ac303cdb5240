using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>Slack's end of a Socket Mode connection.</summary>
internal sealed class LoopbackSocket(WebSocket web, HttpContext context) : IDisposable
{
    private readonly SemaphoreSlim sending = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement?>> waiting = new();

    public void Dispose() => sending.Dispose();

    public bool IsOpen => web.State == WebSocketState.Open;

    /// <summary>Sends an envelope and waits for its acknowledgement on this same connection; throws after three seconds.</summary>
    public async Task<JsonElement?> Deliver(string type, JsonNode payload, int fragments = 1)
    {
        var id = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
        var ack = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await Send(
            new JsonObject
            {
                ["type"] = type,
                ["envelope_id"] = id,
                ["accepts_response_payload"] = type != "events_api",
                ["payload"] = payload.DeepClone(),
            },
            fragments
        );
        return await ack.Task.WaitAsync(TimeSpan.FromSeconds(3));
    }

    public async Task Send(JsonNode message, int fragments = 1)
    {
        var bytes = Encoding.UTF8.GetBytes(message.ToJsonString());
        await sending.WaitAsync();
        try
        {
            var size = Math.Max(1, (bytes.Length + fragments - 1) / fragments);
            for (var at = 0; at < bytes.Length; at += size)
            {
                var end = Math.Min(bytes.Length, at + size);
                await web.SendAsync(
                    bytes.AsMemory(at, end - at),
                    WebSocketMessageType.Text,
                    end == bytes.Length,
                    CancellationToken.None
                );
            }
        }
        finally
        {
            sending.Release();
        }
    }

    public Task Disconnect(string reason) => Send(new JsonObject { ["type"] = "disconnect", ["reason"] = reason });

    /// <summary>The line is cut without a word.</summary>
    public void Drop()
    {
        if (IsOpen)
            context.Abort();
    }

    public async Task Run()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                using var message = new MemoryStream();
                WebSocketReceiveResult read;
                do
                {
                    read = await web.ReceiveAsync(buffer, CancellationToken.None);
                    if (read.MessageType == WebSocketMessageType.Close)
                        return; // Slack, too, leaves the line open after that
                    message.Write(buffer, 0, read.Count);
                } while (!read.EndOfMessage);
                var ack = JsonSerializer.Deserialize<JsonElement>(message.ToArray());
                if (waiting.TryRemove(ack.GetProperty("envelope_id").GetString()!, out var waited))
                    waited.TrySetResult(ack.TryGetProperty("payload", out var payload) ? payload : null);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException) { }
        finally
        {
            foreach (var waited in waiting.Values)
                waited.TrySetException(new IOException("the connection ended before the acknowledgement"));
        }
    }
}
