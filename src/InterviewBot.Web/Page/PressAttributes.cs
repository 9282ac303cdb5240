using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewBot.Conversation.Cards;

namespace InterviewBot.Web.Page;

/// <summary>How a press travels to the page and back.</summary>
internal static partial class PressAttributes
{
    public static string Json(Press press) => JsonSerializer.Serialize(press, Context.Default.Press);

    /// <summary>What stays the same when a card is drawn again one step on: focus returns to the control of the same key.</summary>
    public static string Key(Press press) =>
        // "Leave out" becomes "take in" and stays the same control.
        press is { Verb: Presses.Verbs.Plan, Argument.Length: > 0 }
            ? $"{press.Verb}|{press.Argument[1..]}"
            : $"{press.Verb}|{press.Argument}";

    [JsonSourceGenerationOptions(
        JsonSerializerDefaults.Web,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
    )]
    [JsonSerializable(typeof(Press))]
    private sealed partial class Context : JsonSerializerContext;
}
