using System.Text.Json;
using System.Text.Json.Nodes;

namespace InterviewBot.Slack.Receiving;

internal enum DeliveryKind
{
    Event,
    Command,

    /// <summary>Presses, forms, shortcuts, option lists.</summary>
    Interaction,
}

/// <summary>What Slack sent, checked for where it comes from, whatever the way: request or socket.</summary>
internal sealed record SlackDelivery(DeliveryKind Kind, JsonElement Payload)
{
    public string Type => Payload.Text("type") ?? "";

    /// <summary>Two copies of the same delivery have the same key; null: nothing that could come twice.</summary>
    public string? Key =>
        Kind switch
        {
            DeliveryKind.Event => Payload.Text("event_id"),
            DeliveryKind.Command => Payload.Text("trigger_id"),
            _ when Type == "view_submission" =>
                $"{Payload.Text("view", "id")}:{Payload.Text("view", "hash")}:{Payload.Text("user", "id")}",
            _ when Type == "block_actions" => Actions,
            _ => Payload.Text("trigger_id"),
        };

    private string Actions =>
        $"{Payload.Text("user", "id")}:"
        + string.Join(',', Payload.List("actions").Select(a => $"{a.Text("action_ts")}/{a.Text("action_id")}"));
}

/// <summary>How a delivery is answered.</summary>
/// <param name="Status">200: acknowledged. 503: not taken, nothing may be acknowledged. 400: makes no sense.</param>
/// <param name="Body">Null: truly empty.</param>
internal sealed record SlackAnswer(int Status, JsonObject? Body = null)
{
    public static SlackAnswer Done { get; } = new(200);
    public static SlackAnswer Busy { get; } = new(503);
    public static SlackAnswer Senseless { get; } = new(400);

    public static SlackAnswer With(JsonObject body) => new(200, body);

    /// <summary>Field errors of a form. The keys have to be blocks with inputs, or the person sees a failure without words.</summary>
    public static SlackAnswer Wrong(IEnumerable<KeyValuePair<string, string>> fields) =>
        With(
            new JsonObject
            {
                ["response_action"] = "errors",
                ["errors"] = new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value))),
            }
        );
}
