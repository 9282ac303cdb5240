using System.Text.Json;

namespace InterviewBot.Teams.Calling;

/// <summary>What the Connector answered.</summary>
/// <param name="Status">HTTP; 0: nothing was sent, as the address is not trusted.</param>
/// <param name="Code">Of an error, from either of its two shapes: letters, digits and dashes only; "" when there is none.</param>
/// <param name="Body">Null: empty or no JSON.</param>
internal sealed record ConnectorAnswer(int Status, string Code, JsonElement? Body, TimeSpan? RetryAfter)
{
    private const int LongestCode = 60;

    public bool IsGood => Status is >= 200 and < 300;

    public string? Id => Body?.Text("id");

    public static ConnectorAnswer NotSent { get; } = new(0, "untrusted-address", null, null);

    /// <summary>As if the Connector had said it: a token it does not take and one that is not to be had wait for the same remedy.</summary>
    public static ConnectorAnswer WithoutToken { get; } = new(401, "no-token", null, null);

    /// <summary>
    /// <c>{"error":{"code":…}}</c>, or <c>{"errorCode":209,"message":"{\"subCode\":\"…\"}"}</c> with JSON inside a string; others are HTML or empty.
    /// </summary>
    public static string CodeOf(JsonElement? body) =>
        Plain(
            body?.At("error")?.Text("code")
                ?? (body?.Text("message") is { } inner ? Parse(inner)?.Text("subCode") : null)
                ?? body?.Plain("errorCode")
        );

    public static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Plain(string? code) =>
        string.Concat((code ?? "").Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').Take(LongestCode));
}
