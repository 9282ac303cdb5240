using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Teams.Texts;

namespace InterviewBot.Teams.Cards;

/// <summary>A drawing as an Adaptive Card 1.5. When it does not fit, menus lose their last options first and say so.</summary>
internal static class AdaptiveCard
{
    /// <summary>A message may have 100 KB counted as UTF-16; the rest is the envelope's.</summary>
    public const int MostCharacters = 38_000;

    /// <summary>With pictures, which Microsoft does not count: 96 KB if somebody does all the same, still below the limit.</summary>
    public const int MostWithPictures = 48_000;

    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // How many options each menu keeps and how long a text may be, from all to nothing.
    private static readonly (int Options, int Text, int Parts)[] Steps =
    [
        (int.MaxValue, 4_000, 100),
        (36, 2_000, 60),
        (18, 1_000, 40),
        (8, 400, 30),
        (3, 150, 20),
        (0, 80, 12),
    ];

    /// <param name="isPrivate">An answer to one person that lives on no surface.</param>
    /// <param name="notice">A line for the person who pressed, on top.</param>
    public static JsonObject Of(
        Drawing drawing,
        ImmutableArray<KnownChannel> channels = default,
        bool isPrivate = false,
        string? notice = null
    ) => Of(drawing, CardPictures.Of, channels, isPrivate, notice);

    /// <param name="paint">The pictures of a card, within so many characters.</param>
    public static JsonObject Of(
        Drawing drawing,
        Func<Card, int, IReadOnlyDictionary<TablePart, string>> paint,
        ImmutableArray<KnownChannel> channels = default,
        bool isPrivate = false,
        string? notice = null
    )
    {
        foreach (var (options, text, parts) in Steps)
        {
            var room = new Room(options, text, parts, isPrivate, channels.IsDefault ? [] : channels);
            var card = Of(drawing, room, notice);
            var length = card.ToJsonString(Json).Length;
            if (length <= MostCharacters)
                return
                    drawing is Drawing.Shown { Card: var shown }
                    && paint(shown, MostWithPictures - length) is { Count: > 0 } pictures
                    ? Of(drawing, room with { Pictures = pictures }, notice)
                    : card;
        }
        return Bare(drawing is Drawing.Shown { Card: var last } ? last.Fallback : "…", "en", []);
    }

    private static JsonObject Of(Drawing drawing, Room room, string? notice)
    {
        var above = notice is { Length: > 0 }
            ? [Elements.Text(notice, room.Text, bold: true)]
            : Array.Empty<JsonObject>();
        switch (drawing)
        {
            case Drawing.Shown { Card: var card }:
                var buttons = new Actions(room, TeamsTexts.In(card.Language));
                var body = card.Parts.Take(room.Parts).SelectMany(part => Parts.Of(part, room, buttons));
                var (rows, bar) = Sorted(card.Actions.Take(Elements.MostActions), buttons);
                var made = Bare(card.Fallback, card.Language, above.Concat(body).Concat(rows));
                var actions = bar.Select(buttons.Of).ToList();
                if (!room.IsPrivate && actions.Count < Elements.MostActions && CardForm.IsFor(card))
                    actions.Add(CardForm.Opener(card, buttons.Texts));
                if (actions.Count > 0)
                    made["actions"] = Elements.Array(actions);
                return made;
            case Drawing.Line line:
                return Bare(
                    line.Text,
                    line.Language,
                    above.Append(Elements.Text(line.Text, room.Text, "Small", subtle: true))
                );
            default:
                return Bare(notice ?? "…", "en", above);
        }
    }

    /// <summary>Names of interviews and topics as labels may be too long for a button; in an answer that lists them they all look alike.</summary>
    private static (IEnumerable<JsonObject> Rows, IEnumerable<CardAction> Bar) Sorted(
        IEnumerable<CardAction> all,
        Actions buttons
    )
    {
        var actions = all.ToList();
        var tooLong = actions.OfType<ButtonAction>().Where(b => !Labels.Fits(b.Label)).ToList();
        if (tooLong.Count > 0 && buttons.Room.IsPrivate)
            tooLong = [.. actions.OfType<ButtonAction>()];
        return (tooLong.Select(b => buttons.Beside(b.Label, b.Press, b.Describe)), actions.Except(tooLong));
    }

    private static JsonObject Bare(string fallback, string language, IEnumerable<JsonObject> body) =>
        new()
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["lang"] = Elements.Lang(language),
            ["fallbackText"] = Plain.Of(fallback, 500),
            // What a client that reads aloud says first.
            ["speak"] = Plain.Of(fallback, 500),
            ["body"] = Elements.Array(body),
        };
}

/// <summary>How much a card may hold.</summary>
/// <param name="Options">Of each menu.</param>
/// <param name="Text">Characters of each text.</param>
internal sealed record Room(int Options, int Text, int Parts, bool IsPrivate, ImmutableArray<KnownChannel> Channels)
{
    /// <summary>Data URIs of the pictures that fit.</summary>
    public IReadOnlyDictionary<TablePart, string> Pictures { get; init; } =
        ImmutableDictionary<TablePart, string>.Empty;
}

/// <summary>A channel in which the bot is installed.</summary>
/// <param name="Id"><c>19:…@thread.tacv2</c></param>
/// <param name="Name">Without #.</param>
internal sealed record KnownChannel(string Id, string Name);
