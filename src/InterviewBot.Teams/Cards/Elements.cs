using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;

namespace InterviewBot.Teams.Cards;

/// <summary>The few elements of Adaptive Cards 1.5 that our cards are made of.</summary>
internal static class Elements
{
    /// <summary>Teams puts more than six into an overflow menu, or drops them.</summary>
    public const int MostActions = 6;

    private const int LongestTitle = 80;

    /// <summary>Of a card: the renderers take two or three letters and nothing more.</summary>
    public static string Lang(string language) => language.Split('-', 2)[0];

    /// <summary>A text as a run: wraps by itself and reads no Markdown.</summary>
    public static JsonObject Text(
        string text,
        int longest,
        string? size = null,
        bool bold = false,
        bool subtle = false,
        bool apart = false
    )
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = Shown(text, longest) };
        if (size is not null)
            run["size"] = size;
        if (bold)
            run["weight"] = "Bolder";
        if (subtle)
            run["isSubtle"] = true;
        return Block(new JsonArray(run), apart);
    }

    public static JsonObject Labelled(string label, string text, int longest) =>
        Block(
            new JsonArray(
                new JsonObject
                {
                    ["type"] = "TextRun",
                    ["text"] = Shown(label, LongestTitle * 2) + LabelLine.Colon(label),
                    ["weight"] = "Bolder",
                },
                new JsonObject { ["type"] = "TextRun", ["text"] = Shown(text, longest) }
            ),
            false
        );

    public static JsonObject Input(string id, string label, int maxLength, bool multiline, string? value = null)
    {
        var input = new JsonObject
        {
            ["type"] = "Input.Text",
            ["id"] = id,
            ["label"] = Plain.Of(label, LongestTitle),
            ["maxLength"] = maxLength,
        };
        if (multiline)
            input["isMultiline"] = true;
        if (value is { Length: > 0 })
            input["value"] = Plain.Clip(value, maxLength);
        return input;
    }

    /// <summary>A choice without a value is none to the renderers.</summary>
    public const string NoChoice = "none";

    public static JsonObject Choice(
        string id,
        string label,
        IReadOnlyCollection<(string Value, string Title)> choices,
        string chosen
    )
    {
        var set = new JsonObject
        {
            ["type"] = "Input.ChoiceSet",
            ["id"] = id,
            ["label"] = Plain.Of(label, LongestTitle),
            ["wrap"] = true,
            ["choices"] = Array(
                choices.Select(c => new JsonObject
                {
                    ["title"] = Plain.Of(c.Title, 100),
                    ["value"] = c.Value.Length == 0 ? NoChoice : c.Value,
                })
            ),
        };
        if (choices.Any(c => c.Value == chosen))
            set["value"] = chosen.Length == 0 ? NoChoice : chosen;
        return set;
    }

    public static JsonObject Tick(string id, string title, bool isOn) =>
        new()
        {
            ["type"] = "Input.Toggle",
            ["id"] = id,
            ["title"] = Plain.Of(title, LongestTitle * 2),
            ["wrap"] = true,
            ["value"] = isOn ? "true" : "false",
        };

    /// <summary>An order: for clients without Action.Execute the same as a submit. Both are handled alike.</summary>
    public static JsonObject Execute(
        string title,
        string verb,
        JsonObject data,
        bool takesInputs,
        string? tooltip = null
    )
    {
        var action = Submit("Action.Execute", title, data, takesInputs, tooltip);
        action["verb"] = verb;
        action["fallback"] = Submit("Action.Submit", title, (JsonObject)data.DeepClone(), takesInputs, tooltip);
        return action;
    }

    public static JsonObject ShowCard(string title, IEnumerable<JsonObject> body) =>
        new()
        {
            ["type"] = "Action.ShowCard",
            ["title"] = Plain.Of(title, LongestTitle),
            ["card"] = new JsonObject
            {
                ["type"] = "AdaptiveCard",
                ["version"] = "1.5",
                ["body"] = Array(body),
            },
        };

    public static JsonObject Toggle(string title, string target, string? tooltip = null)
    {
        var toggle = new JsonObject
        {
            ["type"] = "Action.ToggleVisibility",
            ["title"] = Plain.Of(title, LongestTitle),
            ["targetElements"] = new JsonArray(target),
        };
        if (tooltip is { Length: > 0 })
            toggle["tooltip"] = Plain.Of(tooltip, LongestTitle * 2);
        return toggle;
    }

    /// <summary>Lines, and a short button beside them. The button's tooltip is what screen readers say of it.</summary>
    public static JsonObject Beside(IEnumerable<JsonObject> lines, JsonObject button) =>
        new()
        {
            ["type"] = "ColumnSet",
            ["columns"] = new JsonArray(
                Column("stretch", lines),
                Column("auto", [new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray(button) }])
            ),
        };

    /// <summary>Buttons in rows of at most six.</summary>
    public static IEnumerable<JsonObject> Rows(IEnumerable<JsonObject> actions) =>
        actions.Chunk(MostActions).Select(row => new JsonObject { ["type"] = "ActionSet", ["actions"] = Array(row) });

    public static JsonObject Hidden(string id, IEnumerable<JsonObject> items) =>
        new()
        {
            ["type"] = "Container",
            ["id"] = id,
            ["isVisible"] = false,
            ["items"] = Array(items),
        };

    /// <summary>Fills the width of the card; a tap shows it large.</summary>
    public static JsonObject Picture(string uri, string alt) =>
        new()
        {
            ["type"] = "Image",
            ["url"] = uri,
            ["altText"] = Plain.Of(alt, 1_000),
            ["size"] = "Auto",
            ["msteams"] = new JsonObject { ["allowExpand"] = true },
        };

    /// <summary>Two columns, the first row a heading. The first column is the wide one, also in a narrow side panel.</summary>
    public static JsonObject Table(IReadOnlyList<(string First, string Second)> rows, int longest) =>
        new()
        {
            ["type"] = "Table",
            ["firstRowAsHeader"] = true,
            ["showGridLines"] = true,
            ["columns"] = new JsonArray(new JsonObject { ["width"] = 3 }, new JsonObject { ["width"] = 2 }),
            ["rows"] = Array(
                rows.Select(
                    (row, i) =>
                        new JsonObject
                        {
                            ["type"] = "TableRow",
                            ["cells"] = new JsonArray(
                                Cell(row.First, longest, i == 0),
                                Cell(row.Second, longest, i == 0)
                            ),
                        }
                )
            ),
        };

    private static JsonObject Cell(string text, int longest, bool isHead) =>
        new() { ["type"] = "TableCell", ["items"] = new JsonArray(Text(text, longest, bold: isHead)) };

    public static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items]);

    private static string Shown(string text, int longest) => LongWords.Breakable(Plain.Of(text, longest));

    private static JsonObject Column(string width, IEnumerable<JsonObject> items) =>
        new()
        {
            ["type"] = "Column",
            ["width"] = width,
            ["verticalContentAlignment"] = "Center",
            ["items"] = Array(items),
        };

    private static JsonObject Block(JsonArray runs, bool apart)
    {
        var block = new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = runs };
        if (apart)
            block["spacing"] = "Small";
        return block;
    }

    private static JsonObject Submit(string type, string title, JsonObject data, bool takesInputs, string? tooltip)
    {
        var action = new JsonObject
        {
            ["type"] = type,
            ["title"] = Plain.Of(title, LongestTitle),
            ["data"] = data,
        };
        if (!takesInputs)
            action["associatedInputs"] = "none";
        if (tooltip is { Length: > 0 })
            action["tooltip"] = Plain.Of(tooltip, LongestTitle * 2);
        return action;
    }
}
