using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Loops;

namespace InterviewBot.Interviews.Deciding;

/// <summary>The stored form of events and of commands that travel through the outbox. Aliases are for ever; an unknown one is <see cref="UnknownEventException"/>.</summary>
public static class EventJson
{
    private static readonly EventJsonContext Context = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            // Chinese text as it is: half the bytes, and readable in the file. Never put into HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowOutOfOrderMetadataProperties = true,
        }
    );

    public static string Write(ImmutableArray<InterviewEvent> events) =>
        JsonSerializer.Serialize(events, Context.ImmutableArrayInterviewEvent);

    public static string Write(ImmutableArray<LoopEvent> events) =>
        JsonSerializer.Serialize(events, Context.ImmutableArrayLoopEvent);

    public static string Write(InterviewCommand command) => JsonSerializer.Serialize(command, Context.InterviewCommand);

    public static string Write(LoopCommand command) => JsonSerializer.Serialize(command, Context.LoopCommand);

    public static ImmutableArray<InterviewEvent> ReadInterview(string json) =>
        Read(() => JsonSerializer.Deserialize(json, Context.ImmutableArrayInterviewEvent));

    public static ImmutableArray<LoopEvent> ReadLoop(string json) =>
        Read(() => JsonSerializer.Deserialize(json, Context.ImmutableArrayLoopEvent));

    public static InterviewCommand? ReadInterviewCommand(string json) =>
        Read(() => JsonSerializer.Deserialize(json, Context.InterviewCommand));

    public static LoopCommand? ReadLoopCommand(string json) =>
        Read(() => JsonSerializer.Deserialize(json, Context.LoopCommand));

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            // The message of a JsonException may quote the text; that must not reach a log.
            throw new UnknownEventException();
        }
    }
}

/// <summary>The stream holds something that this release cannot read: another copy has to serve it.</summary>
public sealed class UnknownEventException() : Exception("A stored event is of a newer release, or damaged.");

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true
)]
[JsonSerializable(typeof(ImmutableArray<InterviewEvent>))]
[JsonSerializable(typeof(ImmutableArray<LoopEvent>))]
[JsonSerializable(typeof(InterviewCommand))]
[JsonSerializable(typeof(LoopCommand))]
internal sealed partial class EventJsonContext : JsonSerializerContext;
