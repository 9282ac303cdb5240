using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Teams.Cards;

/// <summary>
/// A press as the data of an action: <c>p</c> holds <c>STREAM/VERB/STEP/ARGUMENT</c>. What the client merges into the data stands under input
/// ids, which begin with <c>in-</c> and so never meet a key of ours.
/// </summary>
internal sealed record PressCode(Press Press, string? Value, string? TextInput, bool IsPrivate, string? Channel)
{
    public const string InputPrefix = "in-";

    public static JsonObject Write(
        Press press,
        bool isPrivate,
        string? value = null,
        string? textInput = null,
        string? channel = null
    )
    {
        var step = press.Step?.ToString(CultureInfo.InvariantCulture);
        var data = new JsonObject { ["p"] = $"{press.Stream}/{press.Verb}/{step}/{press.Argument}" };
        if (isPrivate)
            data["o"] = 1;
        if (value is not null)
            data["v"] = value;
        if (textInput is not null)
            data["t"] = textInput;
        if (channel is not null)
            data["c"] = channel;
        return data;
    }

    /// <summary>Null: made by nobody of ours. What can be read is a claim still; the rules decide whose it is.</summary>
    public static PressCode? Read(JsonElement data)
    {
        if (
            data.Text("p")?.Split('/', 4) is not [var stream, { Length: > 0 } verb, var step, var argument]
            || !StreamId.TryParse(stream, out var id)
        )
            return null;
        int? at = null;
        if (step.Length > 0)
        {
            if (!int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            at = number;
        }
        var press = new Press(id, verb, at, argument.Length == 0 ? null : argument);
        var input = data.Text("t");
        if (input?.StartsWith(InputPrefix, StringComparison.Ordinal) == false)
            return null;
        return new PressCode(press, data.Plain("v"), input, data.At("o") is not null, data.Text("c"));
    }

    /// <summary>What was typed into the input the action names.</summary>
    public string? Typed(JsonElement data) => TextInput is null ? null : data.Plain(TextInput);
}
