using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace InterviewBot.EndToEnd.Teams;

/// <summary>What a client of the Playground shows, by the stream its page listens to.</summary>
public sealed class PlaygroundMessages : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly List<(string Conversation, string Id, JsonObject Message)> _messages = [];
    private Task _reading = Task.CompletedTask;

    public static async Task<PlaygroundMessages> Of(Playground playground)
    {
        var messages = new PlaygroundMessages();
        var address = new UriBuilder(playground.Address)
        {
            Scheme = "ws",
            Path = "/_ws_conversation/v1/conversations/stream",
        };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await messages._socket.ConnectAsync(address.Uri, limit.Token);
        messages._reading = messages.Read();
        return messages;
    }

    /// <summary>Those of the bot in a conversation, as they stand now.</summary>
    public IReadOnlyList<(string Id, JsonObject Message)> In(string conversation)
    {
        lock (_messages)
            return
            [
                .. _messages
                    .Where(m => m.Conversation.Split(';')[0] == conversation && IsOfBot(m.Message))
                    .Select(m => (m.Id, m.Message)),
            ];
    }

    /// <summary>The newest card in a conversation that holds this text.</summary>
    public async Task<(string Id, JsonObject Card)> Card(string conversation, string with)
    {
        for (var i = 0; i < 1_200; i++)
        {
            foreach (var (id, message) in In(conversation).Reverse())
            {
                if (CardOf(message) is { } card && Text(card).Contains(with, StringComparison.Ordinal))
                    return (id, card);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        Assert.Fail($"No card with “{with}” came. There are:\n{All(conversation)}");
        return default;
    }

    public async Task<string> Said(string conversation, string with)
    {
        for (var i = 0; i < 1_200; i++)
        {
            var found = In(conversation)
                .Select(m => Contents(m.Message))
                .LastOrDefault(t => t?.Contains(with, StringComparison.Ordinal) == true);
            if (found is not null)
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        Assert.Fail($"Nobody said “{with}”. There are:\n{All(conversation)}");
        return "";
    }

    /// <summary>Null: a text.</summary>
    public static JsonObject? CardOf(JsonObject message) =>
        message["attachments"] is JsonArray { Count: > 0 } attachments
            ? attachments[0]!["content"] as JsonObject
            : null;

    /// <summary>As it is read: without the places where a long word may break.</summary>
    public static string Text(JsonNode? node) => Said(node).Replace("\u200B", "", StringComparison.Ordinal);

    private static string Said(JsonNode? node) =>
        node switch
        {
            JsonObject one => string.Concat(
                one.Where(p => p.Key is "text" or "title" or "label" && p.Value is JsonValue)
                    .Select(p => (string?)p.Value + " ")
                    .Concat(one.Where(p => p.Value is not JsonValue).Select(p => Said(p.Value)))
            ),
            JsonArray many => string.Concat(many.Select(Said)),
            _ => "",
        };

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private string All(string conversation) =>
        string.Join('\n', In(conversation).Select(m => Contents(m.Message) ?? Text(m.Message)));

    private static string? Contents(JsonObject message) => (string?)(message["text"] ?? message["content"]?["text"]);

    private static bool IsOfBot(JsonObject message) =>
        ((string?)message["from"]?["id"])?.StartsWith("user-id", StringComparison.Ordinal) != true;

    private async Task Read()
    {
        var buffer = new byte[64 * 1024];
        using var text = new MemoryStream();
        try
        {
            while (_socket.State == WebSocketState.Open)
            {
                var got = await _socket.ReceiveAsync(buffer, CancellationToken.None);
                text.Write(buffer, 0, got.Count);
                if (!got.EndOfMessage)
                    continue;
                Take(Encoding.UTF8.GetString(text.ToArray()));
                text.SetLength(0);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // it was closed
        }
    }

    private void Take(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject { } change || change["message"] is not JsonObject message)
            return;
        var (conversation, id) = ((string?)change["actionConversationId"] ?? "", (string?)message["messageId"] ?? "");
        lock (_messages)
        {
            var known = _messages.FindIndex(m => m.Id == id);
            if (known < 0)
                _messages.Add((conversation, id, message));
            else
                _messages[known] = (_messages[known].Conversation, id, message);
        }
    }
}
