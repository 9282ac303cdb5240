using System.Collections.Immutable;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Teams.Cards;

namespace InterviewBot.Teams.Showing;

/// <summary>Messages as the Connector takes them. Text and card never together: Teams splits them, and then there is nothing to update.</summary>
internal static class Messages
{
    private const int LongestText = 12_000;
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <param name="notice">A line on top; null: none.</param>
    public static JsonObject Of(Drawing drawing, ImmutableArray<KnownChannel> channels, string? notice) =>
        Card(
            AdaptiveCard.Of(drawing, channels, notice: notice),
            drawing is Drawing.Shown { Card: var card } ? card.Fallback : null
        );

    /// <param name="summary">What a notification shows.</param>
    public static JsonObject Card(JsonObject card, string? summary)
    {
        var message = new JsonObject { ["type"] = "message", ["attachments"] = new JsonArray(Attachment(card)) };
        if (summary is not null)
            message["summary"] = Plain.Of(summary, 200);
        return message;
    }

    /// <summary>One line is plain, as what people typed is no Markdown; in a plain text of several Teams draws all of them as one.</summary>
    public static JsonObject Text(string text)
    {
        var clean = Plain.Clip(Plain.Clean(text), LongestText);
        var isOneLine = !clean.Contains('\n');
        return new JsonObject
        {
            ["type"] = "message",
            ["text"] = isOneLine ? clean : Markdown.Of(clean),
            ["textFormat"] = isOneLine ? "plain" : "markdown",
        };
    }

    public static JsonObject Attachment(JsonObject card) => new() { ["contentType"] = CardType, ["content"] = card };
}
