using System.Text.Json.Nodes;
using Xunit;

namespace InterviewBot.EndToEnd.Teams;

/// <summary>An interviewer at the Playground without a browser: types, and presses what stands on the cards.</summary>
public sealed class InTheHand(Playground playground, PlaygroundMessages messages)
{
    /// <summary>Presses a button on the newest card that holds this text, and waits for the card to hold the next.</summary>
    /// <param name="title">Its title, or its first word.</param>
    public async Task<JsonObject> Press(string onCardWith, string title, string then, string? typed = null)
    {
        var (id, card) = await messages.Card(playground.Chat, onCardWith);
        var action = Actions(card)
            .FirstOrDefault(a =>
                (string?)a["type"] == "Action.Execute"
                && ((string?)a["title"])?.StartsWith(title, StringComparison.Ordinal) == true
            );
        Assert.True(action is not null, $"No “{title}” on:\n{PlaygroundMessages.Text(card)}");
        var press = (JsonObject)action.DeepClone();
        if (typed is not null)
            press["data"]![(string)press["data"]!["t"]!] = typed;
        var answer = await playground.Press(id, press);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer["type"]);
        var (_, shown) = await messages.Card(playground.Chat, then);
        return shown;
    }

    public static IEnumerable<JsonObject> Actions(JsonNode? node) =>
        node switch
        {
            JsonObject one => one.Where(p => p.Key is not ("data" or "fallback"))
                .SelectMany(p => Actions(p.Value))
                .Concat(((string?)one["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true ? [one] : []),
            JsonArray many => many.SelectMany(Actions),
            _ => [],
        };
}
