using System.Globalization;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Cards;

/// <summary>A drawing as a Slack message: the fallback text, escaped, and blocks that Slack certainly takes.</summary>
/// <param name="Text">For notifications and screen readers; markup is escaped.</param>
internal sealed record CardMessage(string Text, JsonArray Blocks)
{
    public const int MostBlocks = 50;

    /// <summary>Of the blocks' JSON in UTF-16 units. Slack documents no limit and was seen to refuse 13,200; edits may be refused earlier than posts.</summary>
    public const int LongestBlocks = 10_000;

    /// <param name="source">The surface, for buttons that open what had no room; null when it is not known: then there are none.</param>
    /// <param name="tightest">Slack found it too long all the same.</param>
    public static CardMessage Of(Drawing drawing, CardSource? source, bool tightest = false) =>
        drawing switch
        {
            Drawing.Shown shown => Shown(shown.Card, source, tightest, DrawingJson.Hash(drawing)),
            Drawing.Line line => new CardMessage(
                Mrkdwn.Fallback(line.Text),
                new JsonArray(Elements.Section(Clip.To(line.Text, tightest ? 500 : 2_900)))
            ),
            _ => new CardMessage(Mrkdwn.Fallback("–"), []),
        };

    /// <summary>Of the JSON, each character counted as it is, however it travels.</summary>
    public static int Length(JsonNode? json) =>
        json switch
        {
            JsonObject members => 2 + members.Sum(m => m.Key.Length + 4 + Length(m.Value)),
            JsonArray items => 2 + items.Sum(i => 1 + Length(i)),
            JsonValue value when value.TryGetValue<string>(out var text) => text.Length + 2,
            _ => 5,
        };

    private static CardMessage Shown(Card card, CardSource? source, bool tightest, ulong hash)
    {
        var rooms = Room.FromGenerousToTight(card.Actions.OfType<MenuAction>().Count());
        var name = hash.ToString("x16", CultureInfo.InvariantCulture)[..8];
        JsonArray blocks = [];
        foreach (var room in tightest ? rooms.TakeLast(2) : rooms)
        {
            blocks = Drawn(card, source, room, name);
            if (blocks.Count <= MostBlocks && Length(blocks) <= LongestBlocks)
                break;
        }
        return new CardMessage(Mrkdwn.Fallback(card.Fallback), blocks);
    }

    private static JsonArray Drawn(Card card, CardSource? source, Room room, string name)
    {
        var texts = SlackTexts.In(card.Language);
        var parts = new PartBlocks(room, texts, source);
        var blocks = new JsonArray([.. parts.Of(card.Parts)]);
        var elements = ActionElements.Of(card.Actions, room, source).ToList();
        if (source is not null && !room.Fields && card.Parts.Any(PartBlocks.IsField))
            elements.Insert(0, Elements.Button(texts["open-form"], "form", source.Code("0"), ButtonStyle.Default));
        if (source is not null && parts.Shortened)
            elements.Add(Elements.Button(texts["show-all"], "all", source.Code(), ButtonStyle.Default));
        if (elements.Count > 0)
            blocks.Add((JsonNode)Elements.Actions(elements));
        if (blocks.Count == 0)
            blocks.Add((JsonNode)Elements.Section(card.Fallback));
        // A select keeps what was chosen in it while its block keeps its name; with each drawing it starts anew.
        for (var i = 0; i < blocks.Count; i++)
            blocks[i]!["block_id"] = $"{name}-{i}";
        return blocks;
    }
}
