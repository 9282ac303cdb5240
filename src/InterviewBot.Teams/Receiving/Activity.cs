using System.Globalization;
using System.Text.Json;

namespace InterviewBot.Teams.Receiving;

/// <summary>What Teams sent, as far as it is needed. Ids are any text: not GUIDs everywhere, and in the Playground without <c>28:</c>.</summary>
internal sealed record Activity(JsonElement Json)
{
    /// <summary>
    /// The channel of the Bot Framework that is Teams. In the others (web chat, the emulator) who writes chooses the names and ids that stand
    /// in an activity.
    /// </summary>
    public const string Teams = "msteams";

    // Far more than Teams makes them; longer ones are not its own.
    private const int LongestId = 500;

    public string Type { get; } = Json.Text("type") ?? "";
    public string ServiceUrl { get; } = Json.Text("serviceUrl") ?? "";
    public string ChannelId { get; } = Json.Text("channelId") ?? "";
    public string FromId { get; } = Json.Text("from", "id") ?? "";
    public string RecipientId { get; } = Json.Text("recipient", "id") ?? "";
    public string ConversationId { get; } = Json.Text("conversation", "id") ?? "";

    /// <summary>Null on some events. A message and its later edit have the same.</summary>
    public string? Id { get; } = Json.Text("id");
    public string? ReplyToId { get; } = Json.Text("replyToId");
    public string? Name { get; } = Json.Text("name");
    public JsonElement? Value { get; } = Json.At("value");

    public string? EventType { get; } = Json.Text("channelData", "eventType");

    /// <summary>Of the conversation; null in web chat.</summary>
    public string? Tenant { get; } =
        Json.Text("conversation", "tenantId") ?? Json.At("channelData", "tenant")?.Text("id");

    public string? ChannelThread { get; } = Json.At("channelData", "channel")?.Text("id");
    public string? TeamId { get; } = Json.At("channelData", "team")?.Text("id");

    /// <summary>A conversation without a type (web chat) is a direct one.</summary>
    public bool IsPersonal => Json.Text("conversation", "conversationType") is null or "personal" && !IsMarkedGroup;

    public bool IsChannel => Json.Text("conversation", "conversationType") == "channel";

    /// <summary>The platform's time; null when it sent none that can be read.</summary>
    public DateTimeOffset? At =>
        Json.Text("timestamp") is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToUniversalTime()
            : null;

    private bool IsMarkedGroup => Json.At("conversation", "isGroup")?.ValueKind == JsonValueKind.True;

    /// <summary>Null: well formed; else a code for the metric.</summary>
    public string? Wrong()
    {
        if (Json.ValueKind != JsonValueKind.Object)
            return "not-an-object";
        string[] needed = [Type, ServiceUrl, ChannelId, FromId, RecipientId, ConversationId];
        if (needed.Any(string.IsNullOrWhiteSpace))
            return "incomplete";
        string?[] ids = [.. needed, Id, ReplyToId, Tenant, ChannelThread, TeamId, Name];
        return ids.Any(id => id is { Length: > LongestId } || id?.Any(char.IsControl) == true) ? "ill-formed-id" : null;
    }
}
