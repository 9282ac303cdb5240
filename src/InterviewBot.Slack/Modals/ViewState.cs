using System.Text.Json;

namespace InterviewBot.Slack.Modals;

/// <summary>What a submitted view holds. Each of our input blocks has one element.</summary>
internal static class ViewState
{
    public static string? Text(JsonElement view, string block) => Element(view, block)?.Text("value");

    public static string? Option(JsonElement view, string block) =>
        Element(view, block)?.Text("selected_option", "value");

    /// <summary>What was ticked in blocks whose names begin so, with the block it was ticked in.</summary>
    public static IEnumerable<(string Block, string? Value)> Chosen(JsonElement view, string blocks) =>
        (view.At("state") ?? default)
            .Members("values")
            .Where(b => b.Name.StartsWith(blocks, StringComparison.Ordinal))
            .SelectMany(b =>
                (b.Value.At(LineModal.Act) ?? default).List("selected_options").Select(o => (b.Name, o.Text("value")))
            );

    public static string? OptionLabel(JsonElement view, string block) =>
        Element(view, block)?.At("selected_option", "text")?.Text("text");

    public static string? Conversation(JsonElement view, string block) =>
        Element(view, block)?.Text("selected_conversation");

    /// <summary>Our private metadata; Slack signs what it gives back, ids in it are claims all the same.</summary>
    public static JsonElement Memory(JsonElement view)
    {
        try
        {
            using var document = JsonDocument.Parse(view.Text("private_metadata") ?? "{}");
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static JsonElement? Element(JsonElement view, string block) =>
        view.At("state", "values")?.At(block)?.At(LineModal.Act);
}
