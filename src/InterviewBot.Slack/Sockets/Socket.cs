using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Slack.Receiving;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Slack.Sockets;

internal enum SocketEnd
{
    /// <summary>Slack asked for a new connection.</summary>
    Refreshed,

    /// <summary>Slack has too many of ours: wait before the next.</summary>
    TooMany,

    /// <summary>Socket Mode was switched off in the app's settings.</summary>
    SwitchedOff,

    /// <summary>It broke, was closed, or went silent.</summary>
    Failed,
}

/// <summary>One connection: reads envelopes, answers each on this same socket within three seconds, after the commit.</summary>
internal sealed class Socket(Uri address, SlackInbox inbox, TimeProvider clock, ILogger logger) : IDisposable
{
    private const int LongestFrame = 4 << 20;
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PongWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);

    // Slack leaves the line open after the close handshake; without a limit the end of the process would wait for it.
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(1);
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly HashSet<Task> underWay = [];
    private readonly TaskCompletionSource<SocketEnd> over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource retired = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task reading = Task.CompletedTask;

    public async Task<bool> Open(CancellationToken stopping)
    {
        // Our own pings with a limit for the answer: a peer that is gone without a word is noticed within twenty seconds.
        socket.Options.KeepAliveInterval = PingEvery;
        socket.Options.KeepAliveTimeout = PongWithin;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(Handshake);
        try
        {
            await socket.ConnectAsync(address, patience.Token);
            return true;
        }
        catch (Exception)
        {
            return false; // whatever it was, an odd address included: the next is asked for
        }
    }

    /// <summary>Begins to read. <see cref="Over"/> says when another connection is needed; reading goes on until <see cref="Retire"/>.</summary>
    public void Read() => reading = ReadOn();

    public Task<SocketEnd> Over => over.Task;

    /// <summary>Acknowledges what was taken, as long as the line holds, and closes. What was not acknowledged Slack sends again, and it is known.</summary>
    public async Task Retire()
    {
        retired.TrySetResult();
        await reading;
        await Task.WhenAny(Task.WhenAll(underWay), Task.Delay(CloseWithin / 2, clock, CancellationToken.None));
        await Close();
    }

    public void Dispose()
    {
        socket.Dispose();
        sending.Dispose();
    }

    private async Task ReadOn()
    {
        try
        {
            while (await Frame() is { } frame)
            {
                underWay.RemoveWhere(t => t.IsCompleted);
                if (Parse(frame) is not { } envelope)
                    continue;
                if (envelope.Text("type") == "disconnect")
                    Disconnect(envelope.Text("reason"));
                else
                    underWay.Add(Answer(envelope));
            }
        }
        catch (Exception e)
            when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException) { }
        finally
        {
            // However it ended: another connection takes its place.
            over.TrySetResult(SocketEnd.Failed);
        }
    }

    // "warning" and "refresh_requested" come a moment before the end: the next connection is opened while this one still reads.
    private void Disconnect(string? reason)
    {
        if (reason == "link_disabled")
            logger.SocketsOff(reason);
        over.TrySetResult(
            reason switch
            {
                "link_disabled" => SocketEnd.SwitchedOff,
                "too_many_websockets" => SocketEnd.TooMany,
                _ => SocketEnd.Refreshed,
            }
        );
    }

    private async Task Answer(JsonElement envelope)
    {
        if (envelope.Text("envelope_id") is not { } id || envelope.At("payload") is not { } payload)
            return; // hello, and whatever Slack may invent
        var kind = envelope.Text("type") switch
        {
            "events_api" => DeliveryKind.Event,
            "slash_commands" => DeliveryKind.Command,
            "interactive" => DeliveryKind.Interaction,
            _ => (DeliveryKind?)null,
        };
        var answer = kind is { } known ? await inbox.Take(new SlackDelivery(known, payload)) : SlackAnswer.Senseless;
        if (answer.Status == 503)
            return; // not taken, so not acknowledged
        var ack = new JsonObject { ["envelope_id"] = id };
        if (answer.Body is { } body && envelope.IsTrue("accepts_response_payload"))
            ack["payload"] = body.DeepClone();
        await Send(Encoding.UTF8.GetBytes(ack.ToJsonString()));
    }

    private async Task Send(byte[] frame)
    {
        await sending.WaitAsync();
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.SendAsync(frame, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        catch (Exception e)
            when (e is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The line is gone: Slack sends it again over another.
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>One message, whatever number of fragments it comes in; null: one side closes.</summary>
    private async Task<byte[]?> Frame()
    {
        var buffer = new byte[16 * 1024];
        using var message = new MemoryStream();
        while (true)
        {
            // Not cancelled at retirement: a cancelled read aborts the socket, and acknowledgements under way with it.
            var receiving = socket.ReceiveAsync(buffer, CancellationToken.None);
            if (await Task.WhenAny(receiving, retired.Task) != receiving)
            {
                _ = receiving.ContinueWith(t => t.Exception, TaskScheduler.Default);
                return null;
            }
            var read = await receiving;
            if (read.MessageType == WebSocketMessageType.Close)
                return null;
            message.Write(buffer, 0, read.Count);
            if (message.Length > LongestFrame)
                return null;
            if (read.EndOfMessage)
                return message.ToArray();
        }
    }

    private static JsonElement? Parse(byte[] frame)
    {
        try
        {
            using var document = JsonDocument.Parse(OddUnicode.Mended(frame));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            SlackMetrics.Refused("malformed");
            return null;
        }
    }

    private async Task Close()
    {
        using var patience = new CancellationTokenSource(CloseWithin / 2, clock);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException)
        {
            // It was gone before.
        }
        socket.Abort();
    }
}
