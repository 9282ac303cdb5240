using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Seams;

/// <summary>Data of an <see cref="ReadRowKinds.Interview"/> row: enough for a list.</summary>
public sealed record InterviewRow(
    string? Candidate,
    string GuideTitle,
    StreamId Loop,
    DateTimeOffset? BegunAt,
    DateTimeOffset? EndsAt
)
{
    public static InterviewRow Of(Interview i) => new(i.Candidate, i.GuideTitle, i.Loop, i.BegunAt, i.EndsAt);

    public static InterviewRow? Read(string json) => JsonSerializer.Deserialize(json, RowJson.Plain.InterviewRow);

    public string ToJson() => JsonSerializer.Serialize(this, RowJson.Plain.InterviewRow);
}

/// <summary>Data of a <see cref="ReadRowKinds.LastChannel"/> row.</summary>
public sealed record LastChannelRow(Place Channel, string? Name)
{
    public static LastChannelRow? Read(string json) => JsonSerializer.Deserialize(json, RowJson.Plain.LastChannelRow);

    public string ToJson() => JsonSerializer.Serialize(this, RowJson.Plain.LastChannelRow);
}

[JsonSerializable(typeof(InterviewRow))]
[JsonSerializable(typeof(LastChannelRow))]
internal sealed partial class RowJson : JsonSerializerContext
{
    public static RowJson Plain { get; } =
        new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
