using System.Globalization;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Teams.Texts;

namespace InterviewBot.Teams.Cards;

/// <summary>
/// Buttons and menus of one card. A menu is a show-card with a button for each option: one press, no second one to submit. A label that a
/// button would cut stands beside it.
/// </summary>
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

    /// <summary>What a button says and does, as a line with a short button.</summary>
    public JsonObject Beside(
        string label,
        Press press,
        string? detail = null,
        string? value = null,
        string? input = null,
        string? channel = null
    ) =>
        Elements.Beside(
            detail is null ? [Line(label)] : [Line(label), Detail(detail)],
            Button(Labels.Word(press.Verb, Texts), press, value, input, channel, tooltip: label)
        );

    public JsonObject Opening(string title, string id) =>
        Labels.Fits(title)
            ? Elements.Rows([Elements.Toggle(title, id)]).Single()
            : Elements.Beside([Line(title)], Elements.Toggle(Texts["change"], id, title));

    private IEnumerable<JsonObject> Menu(MenuAction menu)
    {
        string? group = null;
        foreach (var options in Runs(menu.Options.Take(Room.Options)))
        {
            if (options[0].Group != group && (group = options[0].Group) is not null)
                yield return Elements.Text(group, LongestLine, bold: true);
            foreach (var element in Choices(options))
                yield return element;
        }
        if (menu.Options.Length > Room.Options)
            yield return Elements.Text(Texts.With("more-options", menu.Options.Length - Room.Options), LongestLine);
    }

    /// <summary>Options of one group that look alike: all of them buttons, or all of them lines.</summary>
    private IEnumerable<JsonObject> Choices(List<MenuOption> options)
    {
        if (options[0].TextArgument is { } asks)
            return Asking(options[0], asks);
        if (!options.All(o => Labels.Fits(o.Label)))
            return options.Select(o => Beside(o.Label, o.Press, o.Detail));
        return Buttons(options);
    }

    private IEnumerable<JsonObject> Buttons(List<MenuOption> options)
    {
        var row = new List<JsonObject>();
        foreach (var option in options)
        {
            if (option.Detail is null)
            {
                row.Add(Button(option.Label, option.Press));
                continue;
            }
            foreach (var done in Elements.Rows(row))
                yield return done;
            row.Clear();
            yield return Elements.Rows([Button(option.Label, option.Press, tooltip: option.Detail)]).Single();
            // The detail stands below its button: a tooltip alone does not exist on a phone.
            yield return Detail(option.Detail);
        }
        foreach (var done in Elements.Rows(row))
            yield return done;
    }

    private static IEnumerable<List<MenuOption>> Runs(IEnumerable<MenuOption> options)
    {
        var run = new List<MenuOption>();
        foreach (var option in options)
        {
            if (
                run.Count > 0
                && (option.Group != run[0].Group || option.TextArgument is not null || run[0].TextArgument is not null)
            )
            {
                yield return run;
                run = [];
            }
            run.Add(option);
        }
        if (run.Count > 0)
            yield return run;
    }

    private JsonObject Line(string text) => Elements.Text(text, Room.Text);

    private static JsonObject Detail(string text) =>
        Elements.Text(text, LongestLine, "Small", subtle: true, apart: true);

    private IEnumerable<JsonObject> Asking(MenuOption option, string asks)
    {
        // A channel is known by its id, which nobody can type: those where the bot is installed are offered by name.
        if (option.Press.Verb == Presses.Verbs.Channel)
        {
            foreach (var row in ChannelsFor(option.Press))
                yield return row;
            if (Room.Channels.IsEmpty)
                yield return Elements.Text(Texts["no-channels"], LongestLine);
            yield break;
        }
        var input = PressCode.InputPrefix + NextId();
        yield return Elements.Input(input, asks, LongestLine, multiline: false);
        yield return Labels.Fits(option.Label)
            ? Elements.Rows([Button(option.Label, option.Press, input: input, tooltip: option.Detail)]).Single()
            : Beside(option.Label, option.Press, option.Detail, input: input);
    }

    private IEnumerable<JsonObject> ChannelsFor(Press press)
    {
        var channels = Room.Channels.Take(Room.Options).Select(c => (Name: $"#{c.Name}", c.Id)).ToList();
        return channels.All(c => Labels.Fits(c.Name))
            ? Elements.Rows(channels.Select(c => Button(c.Name, press, channel: c.Id)))
            : channels.Select(c => Beside(c.Name, press, channel: c.Id));
    }
}
