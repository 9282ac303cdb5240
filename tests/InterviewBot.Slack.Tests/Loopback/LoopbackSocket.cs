using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>Slack's end of a Socket Mode connection.</summary>
internal sealed class LoopbackSocket(WebSocket web) : IDisposable
{
    // Longer than Slack's three seconds: how soon the bot answers is not decided by a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim sending = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement?>> waiting = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource cut = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => sending.Dispose();

    /// <summary>Cutting a line takes a while to reach its state; for Slack it is gone at once.</summary>
    public bool IsOpen => !ended.Task.IsCompleted && web.State == WebSocketState.Open;

    /// <summary>
    /// Sends an envelope and waits for its acknowledgement on this same connection. Throws when the connection ends first, or, long after Slack would
    /// have given up, for want of an answer: that the bot answers within three seconds is measured on a clock of its own, not on a busy machine.
    /// </summary>
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
        var first = await Task.WhenAny(ack.Task, ended.Task).WaitAsync(Patience);
        return first == ack.Task ? await ack.Task : throw Lost();
    }

    public Task Send(JsonNode message, int fragments = 1) => SendText(message.ToJsonString(), fragments);

    public async Task SendText(string message, int fragments = 1)
    {
        var bytes = Encoding.UTF8.GetBytes(message);
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
        ended.TrySetResult();
        cut.TrySetResult();
    }

    /// <summary>Serves the connection until it is cut or gone. The request is aborted by who serves it: its context is not for other threads.</summary>
    /// <param name="mute">Nothing is read and no ping answered.</param>
    public async Task Serve(HttpContext context, bool mute)
    {
        using var registration = context.RequestAborted.Register(() => cut.TrySetResult());
        var reading = mute ? Task.CompletedTask : Read();
        // After the close handshake Slack, too, leaves the line open.
        await cut.Task;
        context.Abort();
        await reading;
        ended.TrySetResult();
    }

    private static IOException Lost() => new("the connection ended before the acknowledgement");

    private async Task Read()
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
                        return;
                    message.Write(buffer, 0, read.Count);
                } while (!read.EndOfMessage);
                var ack = JsonSerializer.Deserialize<JsonElement>(message.ToArray());
                if (waiting.TryRemove(ack.GetProperty("envelope_id").GetString()!, out var waited))
                    waited.TrySetResult(ack.TryGetProperty("payload", out var payload) ? payload : null);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            cut.TrySetResult();
        }
        finally
        {
            ended.TrySetResult();
        }
    }
}
