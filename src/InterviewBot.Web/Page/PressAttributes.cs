using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewBot.Conversation.Cards;

namespace InterviewBot.Web.Page;

/// <summary>How a press travels to the page and back.</summary>
internal static partial class PressAttributes
{
    public static string Json(Press press) => JsonSerializer.Serialize(press, Context.Default.Press);

    /// <summary>What stays the same when a card is drawn again one step on: focus returns to the control of the same key.</summary>
    public static string Key(Press press) => $"{press.Verb}|{press.Argument}";

    [JsonSourceGenerationOptions(
        JsonSerializerDefaults.Web,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
    )]
    [JsonSerializable(typeof(Press))]
    private sealed partial class Context : JsonSerializerContext;
}
