using System.Text.Json;

namespace InterviewBot.Teams;

/// <summary>Reads JSON that others wrote: what is missing or of another kind is null, never an exception.</summary>
internal static class Json
{
    public static JsonElement? At(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var found)
        && found.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? found
            : null;

    public static JsonElement? At(this JsonElement element, string name, string inner) => element.At(name)?.At(inner);

    public static string? Text(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.String } found && found.GetString() is { Length: > 0 } text
            ? text
            : null;

    public static string? Text(this JsonElement element, string name, string inner) => element.At(name)?.Text(inner);

    /// <summary>Values of inputs arrive as strings or, from some clients, as numbers and booleans.</summary>
    public static string? Plain(this JsonElement element, string name) =>
        element.At(name) is { } found
            ? found.ValueKind switch
            {
                JsonValueKind.String => found.GetString(),
                JsonValueKind.Number => found.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            }
            : null;

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : [];
}
