using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewBot.Conversation.Cards;

/// <summary>The stored form of a drawing, and what tells two drawings apart.</summary>
public static class DrawingJson
{
    private static readonly DrawingJsonContext Context = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Chinese as it is; who puts it into HTML escapes it there.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowOutOfOrderMetadataProperties = true,
        }
    );

    public static string Write(Drawing drawing) => JsonSerializer.Serialize(drawing, Context.Drawing);

    public static Drawing Read(string json) =>
        JsonSerializer.Deserialize(json, Context.Drawing) ?? throw new JsonException("A drawing is not null.");

    /// <summary>64-bit FNV-1a of the JSON. Presses are part of it, so a card of another step is another drawing.</summary>
    public static ulong Hash(Drawing drawing)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in JsonSerializer.SerializeToUtf8Bytes(drawing, Context.Drawing))
            hash = (hash ^ b) * 1099511628211UL;
        return hash;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true
)]
[JsonSerializable(typeof(Drawing))]
internal sealed partial class DrawingJsonContext : JsonSerializerContext;
