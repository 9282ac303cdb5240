using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;

namespace InterviewBot.Slack.Cards;

/// <summary>The pieces of Block Kit that we use. Text is always <c>plain_text</c> or <c>rich_text</c>: both are shown as they are, nothing in them is markup.</summary>
internal static class Elements
{
    public const int LongestOption = 75;
    private const int OptionsAtOnce = 100;

    public static JsonObject Plain(string? text, int longest) =>
        new()
        {
            ["type"] = "plain_text",
            ["text"] = Clip.To(text, longest),
            // Otherwise ":memo:" in a name would become a picture.
            ["emoji"] = false,
        };

    public static JsonObject Section(string text, JsonObject? accessory = null)
    {
        var section = new JsonObject { ["type"] = "section", ["text"] = Plain(text, 3_000) };
        if (accessory is not null)
            section["accessory"] = accessory;
        return section;
    }

    public static JsonObject Header(string text) => new() { ["type"] = "header", ["text"] = Plain(text, 150) };

    public static JsonObject Context(string text, int longest = 2_000) =>
        new() { ["type"] = "context", ["elements"] = new JsonArray(Plain(text, longest)) };

    public static JsonObject Actions(IEnumerable<JsonObject> elements) =>
        new() { ["type"] = "actions", ["elements"] = new JsonArray([.. elements]) };

    public static JsonObject Button(
        string label,
        string actionId,
        string value,
        ButtonStyle style,
        string? describe = null
    )
    {
        var button = new JsonObject
        {
            ["type"] = "button",
            ["text"] = Plain(label, 75),
            ["action_id"] = actionId,
            ["value"] = value,
        };
        if (style != ButtonStyle.Default)
            button["style"] = style == ButtonStyle.Primary ? "primary" : "danger";
        // Read instead of the label, so the label stays part of it.
        if (!string.IsNullOrWhiteSpace(describe))
            button["accessibility_label"] = Clip.Line(LabelLine.Of(label, describe), 75);
        return button;
    }

    public static JsonObject Option(string label, string value, string? detail)
    {
        var option = new JsonObject { ["text"] = Plain(OneLine(label), LongestOption), ["value"] = value };
        if (!string.IsNullOrWhiteSpace(detail))
            option["description"] = Plain(OneLine(detail), LongestOption);
        return option;
    }

    /// <summary>A select of any number of options up to 10,000: above a hundred, or where they have headings, they stand in groups.</summary>
    /// <param name="options">Each with the heading it stands under, or null.</param>
    public static JsonObject Select(
        string placeholder,
        string actionId,
        IReadOnlyList<(string? Group, JsonObject Option)> options,
        JsonObject? initial
    )
    {
        var select = new JsonObject
        {
            ["type"] = "static_select",
            ["action_id"] = actionId,
            ["placeholder"] = Plain(placeholder, 150),
        };
        if (options.Count <= OptionsAtOnce && options.All(o => o.Group is null))
            select["options"] = new JsonArray([.. options.Select(o => o.Option)]);
        else
            select["option_groups"] = new JsonArray([.. Groups(placeholder, options).Take(OptionsAtOnce)]);
        if (initial is not null)
            select["initial_option"] = initial;
        return select;
    }

    public static JsonObject RichText(params JsonObject[] elements) =>
        new() { ["type"] = "rich_text", ["elements"] = new JsonArray(elements) };

    public static JsonObject RichSection(params JsonObject[] texts) =>
        new() { ["type"] = "rich_text_section", ["elements"] = new JsonArray(texts) };

    public static JsonObject RichQuote(params JsonObject[] texts) =>
        new() { ["type"] = "rich_text_quote", ["elements"] = new JsonArray(texts) };

    public static JsonObject RichList(bool numbered, IEnumerable<string> items) =>
        new()
        {
            ["type"] = "rich_text_list",
            ["style"] = numbered ? "ordered" : "bullet",
            ["elements"] = new JsonArray([.. items.Select(item => RichSection(Words(item)))]),
        };

    public static JsonObject Words(string text, bool bold = false)
    {
        var words = new JsonObject { ["type"] = "text", ["text"] = text };
        if (bold)
            words["style"] = new JsonObject { ["bold"] = true };
        return words;
    }

    private static IEnumerable<JsonObject> Groups(
        string name,
        IReadOnlyList<(string? Group, JsonObject Option)> options
    )
    {
        var named = options.Any(o => o.Group is not null);
        // In their order of appearance; those without a heading stand under the menu's own name.
        foreach (var group in options.GroupBy(o => o.Group ?? name))
        {
            var from = 1;
            foreach (var part in group.Chunk(OptionsAtOnce))
            {
                var heading =
                    named && part.Length < OptionsAtOnce && from == 1 ? group.Key : $"{from}–{from + part.Length - 1}";
                if (named && heading != group.Key)
                    heading = $"{Clip.Line(group.Key, 50)} {heading}";
                yield return new JsonObject
                {
                    ["label"] = Plain(OneLine(heading), LongestOption),
                    ["options"] = new JsonArray([.. part.Select(o => o.Option)]),
                };
                from += part.Length;
            }
        }
    }

    private static string OneLine(string text) => Clip.Line(text, 4_000);
}
