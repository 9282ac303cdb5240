using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Slack.Cards;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Modals;

/// <summary>Asks for the one text that a menu's option or a text field wants, or for the channel of the board.</summary>
internal static class LineModal
{
    public const string Callback = "line";
    public const string Block = "line";
    public const string More = "more";
    public const string Act = "in";

    /// <summary>Slack's limit of one input; a longer text goes on in a second one.</summary>
    public const int LongestInput = 3_000;

    private const int LongestLine = 500;

    /// <summary>For an option: what is typed is the press's text.</summary>
    /// <param name="channel">Where private answers to the submission appear.</param>
    public static JsonObject ForOption(Press press, string label, string? channel, SlackTexts texts)
    {
        var memory = Memory(press, press.Verb == Presses.Verbs.Channel ? "channel" : "text", channel);
        var input =
            press.Verb == Presses.Verbs.Channel
                ? Modal.Input(
                    Block,
                    texts["channel"],
                    new JsonObject
                    {
                        ["type"] = "conversations_select",
                        ["action_id"] = Act,
                        ["filter"] = new JsonObject
                        {
                            ["include"] = new JsonArray("public", "private"),
                            ["exclude_external_shared_channels"] = true,
                            ["exclude_bot_users"] = true,
                        },
                    },
                    hint: texts["unknown-channel"]
                )
                : Modal.Input(Block, label, Modal.TextInput(Act, null, false, LongestLine));
        return Modal.Of(label, [input], texts, Callback, texts["send"], memory);
    }

    /// <summary>For a field: what is typed replaces its value.</summary>
    public static JsonObject ForField(TextField field, string? channel, SlackTexts texts)
    {
        var memory = Memory(field.OnChange, "value", channel);
        return Modal.Of(field.Label, Inputs(field, Block, More, texts), texts, Callback, texts["save"], memory);
    }

    public static IEnumerable<JsonObject> Inputs(TextField field, string block, string more, SlackTexts texts)
    {
        var pieces = Clip.Pieces(field.Value, LongestInput, 2).ToList();
        yield return Modal.Input(
            block,
            field.Label,
            Modal.TextInput(Act, pieces.FirstOrDefault(), field.Multiline, field.MaxLength),
            optional: true
        );
        if (field.MaxLength > LongestInput)
            yield return Modal.Input(
                more,
                texts.With("continued", field.Label),
                Modal.TextInput(Act, pieces.ElementAtOrDefault(1), field.Multiline, field.MaxLength - LongestInput),
                optional: true
            );
    }

    private static JsonObject Memory(Press press, string kind, string? channel) =>
        new()
        {
            ["press"] = PressCode.Write(press, 2_500),
            ["as"] = kind,
            ["channel"] = channel,
        };
}
