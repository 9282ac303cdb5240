using System.Text.Json;
using System.Text.RegularExpressions;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>
/// The limits of <c>protocols/slack.md</c> section 6, read from the fact sheet and not from our own code. Everything unknown is wrong.
/// </summary>
internal static class BlockRules
{
    public static List<string> OfMessage(JsonElement blocks, string text)
    {
        var wrong = OfBlocks(blocks, 50);
        if (text.Length is 0 or > 3_000)
            wrong.Add($"text of {text.Length}");
        if (Unescaped(blocks) is > 10_000 and var length)
            wrong.Add($"blocks of {length}");
        return wrong;
    }

    public static List<string> OfView(JsonElement view)
    {
        var wrong = OfBlocks(view.GetProperty("blocks"), 100);
        if (view.GetRawText().Length > 250_000)
            wrong.Add("view too large");
        var type = view.GetProperty("type").GetString();
        if (type == "modal")
        {
            Plain(view.GetProperty("title"), 24, "title", wrong);
            if (view.TryGetProperty("close", out var close))
                Plain(close, 24, "close", wrong);
            var submits = view.TryGetProperty("submit", out var submit);
            if (submits)
                Plain(submit, 24, "submit", wrong);
            if (!submits && view.GetProperty("blocks").EnumerateArray().Any(b => Type(b) == "input"))
                wrong.Add("inputs without submit");
        }
        else if (type != "home")
            wrong.Add($"view type {type}");
        if (view.TryGetProperty("private_metadata", out var memory) && memory.GetString()!.Length > 3_000)
            wrong.Add("private_metadata too long");
        if (view.TryGetProperty("callback_id", out var callback) && callback.GetString()!.Length > 255)
            wrong.Add("callback_id too long");
        return wrong;
    }

    // An escaped UTF-16 unit (\u1234) counts once.
    private static int Unescaped(JsonElement blocks)
    {
        var raw = JsonSerializer.Serialize(blocks);
        return raw.Length - 5 * Regex.Count(raw, @"\\u[0-9A-Fa-f]{4}");
    }

    private static List<string> OfBlocks(JsonElement blocks, int most)
    {
        var wrong = new List<string>();
        if (blocks.ValueKind != JsonValueKind.Array)
            return ["blocks are no array"];
        var count = blocks.GetArrayLength();
        if (count > most)
            wrong.Add($"{count} blocks");
        var ids = blocks.EnumerateArray().Select(b => Text(b, "block_id")).OfType<string>().ToList();
        if (ids.Count != ids.Distinct().Count())
            wrong.Add("block_id twice");
        if (ids.Any(id => id.Length is 0 or > 255))
            wrong.Add("block_id length");
        foreach (var block in blocks.EnumerateArray())
            Block(block, wrong);
        return wrong;
    }

    private static void Block(JsonElement block, List<string> wrong)
    {
        switch (Type(block))
        {
            case "section":
                if (!block.TryGetProperty("text", out var text) && !block.TryGetProperty("fields", out _))
                    wrong.Add("section without text");
                if (text.ValueKind == JsonValueKind.Object)
                    Plain(text, 3_000, "section", wrong);
                if (block.TryGetProperty("fields", out var fields))
                {
                    Count(fields, 1, 10, "fields", wrong);
                    Each(fields, f => Plain(f, 2_000, "field", wrong));
                }
                if (block.TryGetProperty("accessory", out var accessory))
                    Element(accessory, wrong);
                break;
            case "header":
                Plain(block.GetProperty("text"), 150, "header", wrong);
                break;
            case "context":
                Count(block.GetProperty("elements"), 1, 10, "context", wrong);
                Each(block.GetProperty("elements"), e => Plain(e, 3_000, "context", wrong));
                break;
            case "actions":
                Count(block.GetProperty("elements"), 1, 25, "actions", wrong);
                Each(block.GetProperty("elements"), e => Element(e, wrong));
                var ids = block.GetProperty("elements").EnumerateArray().Select(e => Text(e, "action_id")).ToList();
                if (ids.Count != ids.Distinct().Count())
                    wrong.Add("action_id twice");
                break;
            case "input":
                Plain(block.GetProperty("label"), 2_000, "label", wrong);
                if (block.TryGetProperty("hint", out var hint))
                    Plain(hint, 2_000, "hint", wrong);
                Element(block.GetProperty("element"), wrong);
                break;
            case "rich_text":
                Rich(block.GetProperty("elements"), wrong);
                break;
            default:
                wrong.Add($"block type {Type(block)}");
                break;
        }
    }

    private static void Rich(JsonElement elements, List<string> wrong)
    {
        if (elements.GetArrayLength() == 0)
            wrong.Add("empty rich text");
        foreach (var element in elements.EnumerateArray())
        {
            switch (Type(element))
            {
                case "rich_text_section" or "rich_text_quote" or "rich_text_list":
                    Rich(element.GetProperty("elements"), wrong);
                    break;
                case "text":
                    if (string.IsNullOrEmpty(Text(element, "text")))
                        wrong.Add("empty rich text");
                    if (Text(element, "text")!.Length > 3_000)
                        wrong.Add("long rich text");
                    break;
                default:
                    wrong.Add($"rich text {Type(element)}"); // a broadcast or a mention is never ours
                    break;
            }
        }
    }

    private static void Element(JsonElement element, List<string> wrong)
    {
        if (Text(element, "action_id") is not { Length: > 0 and <= 255 })
            wrong.Add("action_id");
        switch (Type(element))
        {
            case "button":
                Plain(element.GetProperty("text"), 75, "button", wrong);
                if (Text(element, "value") is not { Length: > 0 and <= 2_000 })
                    wrong.Add("button value");
                if (
                    element.TryGetProperty("accessibility_label", out var spoken)
                    && spoken.GetString() is not { Length: > 0 and <= 75 }
                )
                    wrong.Add("accessibility_label");
                if (element.TryGetProperty("style", out var style) && style.GetString() is not ("primary" or "danger"))
                    wrong.Add("button style");
                break;
            case "static_select":
                Plain(element.GetProperty("placeholder"), 150, "placeholder", wrong);
                var hasOptions = element.TryGetProperty("options", out var options);
                var hasGroups = element.TryGetProperty("option_groups", out var groups);
                if (hasOptions == hasGroups)
                    wrong.Add("options or groups, one of them");
                if (hasOptions)
                    Options(options, 100, wrong);
                if (hasGroups)
                {
                    Count(groups, 1, 100, "groups", wrong);
                    Each(
                        groups,
                        g =>
                        {
                            Plain(g.GetProperty("label"), 75, "group", wrong);
                            Options(g.GetProperty("options"), 100, wrong);
                        }
                    );
                }
                if (element.TryGetProperty("initial_option", out var initial) && !Has(options, initial))
                    wrong.Add("initial_option is none of the options");
                break;
            case "checkboxes":
                Options(element.GetProperty("options"), 10, wrong);
                if (element.TryGetProperty("initial_options", out var ticked))
                    Each(
                        ticked,
                        t => wrong.AddRange(Has(element.GetProperty("options"), t) ? [] : ["initial_options"])
                    );
                break;
            case "plain_text_input":
                var longest = element.TryGetProperty("max_length", out var max) ? max.GetInt32() : 3_000;
                if (longest is < 1 or > 3_000)
                    wrong.Add("max_length");
                if (Text(element, "initial_value") is { } value && (value.Length == 0 || value.Length > longest))
                    wrong.Add("initial_value");
                break;
            case "conversations_select":
                break;
            default:
                wrong.Add($"element type {Type(element)}");
                break;
        }
    }

    private static void Options(JsonElement options, int most, List<string> wrong)
    {
        Count(options, 1, most, "options", wrong);
        Each(
            options,
            o =>
            {
                Plain(o.GetProperty("text"), 75, "option", wrong);
                if (o.TryGetProperty("description", out var detail))
                    Plain(detail, 75, "description", wrong);
                if (Text(o, "value") is not { Length: > 0 and <= 75 })
                    wrong.Add("option value");
            }
        );
    }

    private static void Plain(JsonElement text, int longest, string what, List<string> wrong)
    {
        if (Type(text) != "plain_text")
            wrong.Add($"{what} is {Type(text)}");
        var words = Text(text, "text") ?? "";
        if (words.Length == 0 || words.Length > longest)
            wrong.Add($"{what} of {words.Length}");
        for (var i = 0; i < words.Length; i++)
        {
            if (char.IsHighSurrogate(words[i]) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1]))
                i++;
            else if (char.IsSurrogate(words[i]))
                wrong.Add($"{what} with half a character");
        }
    }

    private static bool Has(JsonElement options, JsonElement one) =>
        options.ValueKind == JsonValueKind.Array && options.EnumerateArray().Any(o => JsonElement.DeepEquals(o, one));

    private static void Count(JsonElement list, int least, int most, string what, List<string> wrong)
    {
        if (list.GetArrayLength() < least || list.GetArrayLength() > most)
            wrong.Add($"{list.GetArrayLength()} {what}");
    }

    private static void Each(JsonElement list, Action<JsonElement> look)
    {
        foreach (var one in list.EnumerateArray())
            look(one);
    }

    private static string? Type(JsonElement element) => Text(element, "type");

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found)
            ? found.GetString()
            : null;
}
