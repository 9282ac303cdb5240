using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewBot.Conversation.Cards;

/// <summary>Drawings as JSON text, Chinese unescaped.</summary>
public static partial class DrawingJson
{
    private static readonly Context Plain = new(
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    public static string Write(Drawing drawing) => JsonSerializer.Serialize(drawing, Plain.Drawing);

    public static Drawing Read(string json) =>
        JsonSerializer.Deserialize(json, Plain.Drawing) ?? throw new JsonException("A drawing is never null.");

    /// <summary>64-bit FNV-1a of the UTF-8 JSON.</summary>
    public static ulong Hash(Drawing drawing)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in JsonSerializer.SerializeToUtf8Bytes(drawing, Plain.Drawing))
            hash = (hash ^ b) * 1099511628211UL;
        return hash;
    }

    [JsonSerializable(typeof(Drawing))]
    private sealed partial class Context : JsonSerializerContext;
}
