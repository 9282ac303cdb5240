using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewBot.Interviews.Dialogs;

/// <summary>A node of a guide that can stand on a card: topic key, 1-based block number within the topic, node id. "3.2.1/1/op4" as text.</summary>
[JsonConverter(typeof(QuestionIdJson))]
public sealed record QuestionId(string Topic, int Block, string Node)
{
    public override string ToString() => $"{Topic}/{Block}/{Node}";

    /// <summary>Reads the text form; a topic key holds no slash, a node id may. Null when it is none.</summary>
    public static QuestionId? Parse(string? text) =>
        text?.Split('/', 3) is [var topic, var block, var node] && int.TryParse(block, out var number)
            ? new QuestionId(topic, number, node)
            : null;

    internal sealed class QuestionIdJson : JsonConverter<QuestionId>
    {
        public override QuestionId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Parse(reader.GetString()) ?? throw new JsonException("A question id is topic/block/node.");

        public override void Write(Utf8JsonWriter writer, QuestionId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());

        public override QuestionId ReadAsPropertyName(
            ref Utf8JsonReader reader,
            Type type,
            JsonSerializerOptions options
        ) => Read(ref reader, type, options);

        public override void WriteAsPropertyName(
            Utf8JsonWriter writer,
            QuestionId value,
            JsonSerializerOptions options
        ) => writer.WritePropertyName(value.ToString());
    }
}
