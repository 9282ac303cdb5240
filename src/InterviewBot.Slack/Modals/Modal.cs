using System.Text.Json.Nodes;
using InterviewBot.Slack.Cards;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Modals;

/// <summary>A modal's frame. Slack limits titles and buttons to 24 units, blocks to 100, the whole to 250 KB.</summary>
internal static class Modal
{
    public const int MostBlocks = 100;

    /// <summary>Of the blocks as they travel, in bytes: below Slack's 250 KB with room for the frame.</summary>
    public const int LongestBlocks = 230_000;

    /// <param name="callback">Tells what a submission is; null: nothing can be submitted.</param>
    /// <param name="memory">Comes back with each submission; at most 3,000 units.</param>
    public static JsonObject Of(
        string title,
        IEnumerable<JsonObject> blocks,
        SlackTexts texts,
        string? callback = null,
        string? submit = null,
        JsonObject? memory = null
    )
    {
        var fitting = new JsonArray();
        var room = LongestBlocks;
        foreach (var block in blocks)
        {
            room -= block.ToJsonString().Length; // what is not ASCII is escaped: one byte a character
            if (room < 0 || fitting.Count == MostBlocks - 1)
            {
                // Said instead of an empty or a shorter form.
                fitting.Add((JsonNode)Elements.Context(texts["too-many"]));
                break;
            }
            fitting.Add((JsonNode)block);
        }
        var view = new JsonObject
        {
            ["type"] = "modal",
            ["title"] = Elements.Plain(Clip.Line(title, 24), 24),
            ["close"] = Elements.Plain(texts[callback is null ? "close" : "cancel"], 24),
            ["blocks"] = fitting,
            ["callback_id"] = callback ?? "none",
        };
        if (submit is not null)
            view["submit"] = Elements.Plain(submit, 24);
        if (memory is not null)
            view["private_metadata"] = memory.ToJsonString();
        return view;
    }

    public static JsonObject Input(
        string blockId,
        string label,
        JsonObject element,
        bool optional = false,
        string? hint = null
    )
    {
        var input = new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = blockId,
            ["label"] = Elements.Plain(label, 2_000),
            ["element"] = element,
            ["optional"] = optional,
        };
        if (hint is not null)
            input["hint"] = Elements.Plain(hint, 2_000);
        return input;
    }

    public static JsonObject TextInput(string actionId, string? value, bool multiline, int longest)
    {
        var input = new JsonObject
        {
            ["type"] = "plain_text_input",
            ["action_id"] = actionId,
            ["multiline"] = multiline,
            ["max_length"] = Math.Clamp(Math.Max(longest, value?.Length ?? 0), 1, LineModal.LongestInput),
        };
        if (!string.IsNullOrEmpty(value))
            input["initial_value"] = value;
        return input;
    }
}
