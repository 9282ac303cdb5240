using System.Globalization;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Teams.Texts;

namespace InterviewBot.Teams.Cards;

/// <summary>Buttons and menus of one card. A menu is a show-card with a button for each option: one press, no second one to submit.</summary>
internal sealed class Actions(Room room, TeamsTexts texts)
{
    private const int LongestLine = 200;
    private int _ids;

    public Room Room { get; } = room;

    public TeamsTexts Texts { get; } = texts;

    /// <summary>Unique within the card, as ids of inputs have to be.</summary>
    public string NextId() => (++_ids).ToString(CultureInfo.InvariantCulture);

    public JsonObject Of(CardAction action) =>
        action switch
        {
            ButtonAction button => Button(button.Label, button.Press, tooltip: button.Describe),
            MenuAction menu => Elements.ShowCard(menu.Label, Menu(menu)),
            _ => throw new System.Diagnostics.UnreachableException($"No button for {action.GetType().Name}."),
        };

    public JsonObject Button(
        string label,
        Press press,
        string? value = null,
        string? input = null,
        string? channel = null,
        string? tooltip = null
    ) =>
        Elements.Execute(
            label,
            press.Verb,
            PressCode.Write(press, Room.IsPrivate, value, input, channel),
            takesInputs: input is not null,
            tooltip
        );

    public static JsonObject Opening(string title, string id) => Elements.Rows([Elements.Toggle(title, id)]).Single();

    private IEnumerable<JsonObject> Menu(MenuAction menu)
    {
        string? group = null;
        var row = new List<JsonObject>();
        foreach (var option in menu.Options.Take(Room.Options))
        {
            var breaks = option.Group != group || option.Detail is not null || option.TextArgument is not null;
            if (breaks)
                foreach (var done in Flush(row))
                    yield return done;
            if (option.Group != group && (group = option.Group) is not null)
                yield return Elements.Text(group, LongestLine, bold: true);
            if (option.TextArgument is { } asks)
            {
                foreach (var element in Asking(option, asks))
                    yield return element;
                continue;
            }
            row.Add(Button(option.Label, option.Press, tooltip: option.Detail));
            if (option.Detail is null)
                continue;
            // The detail stands below its button: a tooltip alone does not exist on a phone.
            foreach (var done in Flush(row))
                yield return done;
            yield return Elements.Text(option.Detail, LongestLine, "Small", subtle: true, apart: true);
        }
        foreach (var done in Flush(row))
            yield return done;
        if (menu.Options.Length > Room.Options)
            yield return Elements.Text(Texts.With("more-options", menu.Options.Length - Room.Options), LongestLine);
    }

    private IEnumerable<JsonObject> Asking(MenuOption option, string asks)
    {
        // A channel is known by its id, which nobody can type: those where the bot is installed are offered by name.
        if (option.Press.Verb == Presses.Verbs.Channel)
        {
            foreach (
                var row in Elements.Rows(
                    Room.Channels.Take(Room.Options).Select(c => Button($"#{c.Name}", option.Press, channel: c.Id))
                )
            )
                yield return row;
            if (Room.Channels.IsEmpty)
                yield return Elements.Text(Texts["no-channels"], LongestLine);
            yield break;
        }
        var input = PressCode.InputPrefix + NextId();
        yield return Elements.Input(input, asks, LongestLine, multiline: false);
        foreach (var row in Elements.Rows([Button(option.Label, option.Press, input: input, tooltip: option.Detail)]))
            yield return row;
    }

    private static List<JsonObject> Flush(List<JsonObject> row)
    {
        var rows = Elements.Rows(row).ToList();
        row.Clear();
        return rows;
    }
}
