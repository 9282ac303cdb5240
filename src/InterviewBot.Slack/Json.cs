using System.Text.Json;

namespace InterviewBot.Slack;

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

    public static bool IsTrue(this JsonElement element, string name) =>
        element.At(name)?.ValueKind == JsonValueKind.True;

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : [];

    public static IEnumerable<JsonProperty> Members(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Object } found ? found.EnumerateObject() : [];
}
