using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Slack.Cards;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Modals;

/// <summary>What had no room in a message: a long menu, all fields of a form, the whole text.</summary>
internal static class CardModals
{
    public const string ListCallback = "list";
    public const string FormCallback = "form";
    public const string ListBlock = "list";
    private const int FieldsOfAPage = 40;
    private const int LongestText = 2_900;
    private const int Pieces = 20;

    public static JsonObject List(MenuAction menu, string? channel, SlackTexts texts) =>
        Modal.Of(
            menu.Label,
            [
                Modal.Input(
                    ListBlock,
                    menu.Label,
                    ActionElements.Menu(menu with { Label = texts["choose"] }, LineModal.Act)
                ),
            ],
            texts,
            ListCallback,
            texts["choose"],
            new JsonObject { ["channel"] = channel }
        );

    public static JsonObject Whole(Card card, SlackTexts texts)
    {
        // Slack takes 3,000 units in one text, so longer ones go on in the next block.
        var parts = new PartBlocks(new Room(LongestText, 500, 100, false, 0), texts);
        var blocks = card.Parts.SelectMany(part =>
            TextsOf(part) is { Count: > 0 } written && written.Any(t => t.Length > LongestText)
                ? written
                    .SelectMany(t => Clip.Pieces(t, LongestText, Pieces))
                    .Where(p => p.Trim().Length > 0)
                    .Select(p => Elements.Section(p))
                : parts.Of([part])
        );
        return Modal.Of(texts["show-less"], blocks, texts);
    }

    /// <summary>Choices are saved as they are made; texts when the form is sent.</summary>
    public static JsonObject Form(Card card, CardSource source, int page, string? channel, SlackTexts texts)
    {
        var fields = card.Parts.Where(PartBlocks.IsField).ToList();
        var pages = Math.Max(1, (fields.Count + FieldsOfAPage - 1) / FieldsOfAPage);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = fields.Skip(page * FieldsOfAPage).Take(FieldsOfAPage).ToList();
        var lines = shown.OfType<TextField>().ToList();
        var parts = new PartBlocks(new Room(1_000, 100, FieldsOfAPage, true, 0), texts);
        var blocks = new List<JsonObject> { Elements.Context(texts["yes-save"]) };
        blocks.AddRange(parts.Of([.. shown.Where(f => f is not TextField)]));
        blocks.AddRange(lines.SelectMany((line, n) => LineModal.Inputs(line, $"t{n}", $"t{n}more", texts)));
        if (pages > 1)
            blocks.Add(
                Elements.Actions([
                    .. page > 0 ? [Page(source, page - 1, texts["previous-page"])] : Array.Empty<JsonObject>(),
                    .. page < pages - 1 ? [Page(source, page + 1, texts["next-page"])] : Array.Empty<JsonObject>(),
                ])
            );
        // A select keeps what was chosen in it while its block keeps its name.
        for (var n = 0; n < blocks.Count; n++)
            blocks[n]["block_id"] ??= $"p{page}-{n}";
        var memory = new JsonObject
        {
            ["channel"] = channel,
            ["texts"] = new JsonArray([
                .. lines.Select(line =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["press"] = PressCode.Write(line.OnChange, 200),
                            ["was"] = PressCode.Hash(line.Value),
                        }
                ),
            ]),
        };
        return Modal.Of(texts["form-title"], blocks, texts, FormCallback, texts["save"], memory);
    }

    private static JsonObject Page(CardSource source, int page, string label) =>
        Elements.Button(label, $"form{page}", source.Code($"{page}"), ButtonStyle.Default);

    // What people wrote and what a card says: whatever may be long.
    private static List<string> TextsOf(CardPart part) =>
        part switch
        {
            SayLine say => [say.Text],
            TextLine line => [line.Text],
            ItemList list => [.. new[] { list.Label }.OfType<string>(), .. list.Items.Select(item => $"• {item}")],
            FactList facts => [.. facts.Facts.Select(f => $"{f.Label}\n{f.Value}")],
            TextField field => [LabelLine.Of(field.Label, field.Value)],
            _ => [],
        };
}
