using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Identity;
using InterviewBot.Teams.Texts;

namespace InterviewBot.Teams.Cards;

/// <summary>
/// The fields of a card, and its plan, as a dialog: everything at once and one Save, where the card itself saves each press. The card keeps
/// its own buttons, for clients that have no dialogs.
/// </summary>
internal static class CardForm
{
    private const string Key = "d";
    private const string PlanMenu = "plan";

    public static bool IsFor(Card card) => Fields(card).Count > 0 || Plan(card) is not null;

    /// <summary>The button that opens it.</summary>
    public static JsonObject Opener(Card card, TeamsTexts texts) =>
        new()
        {
            ["type"] = "Action.Submit",
            ["title"] = texts[Plan(card) is null ? "card-form-open" : "plan-form-open"],
            ["data"] = new JsonObject
            {
                ["msteams"] = new JsonObject { ["type"] = "task/fetch" },
                [Key] = StreamOf(card).ToString(),
            },
            ["associatedInputs"] = "none",
        };

    /// <summary>The interview whose form is meant; null: another dialog.</summary>
    public static StreamId? Meant(JsonElement data) =>
        data.Text(Key) is { } stream && StreamId.TryParse(stream, out var id) ? id : null;

    /// <param name="why">What was not taken, said on top; null: nothing was sent yet.</param>
    /// <param name="kept">By input: what was typed and not taken, so that it is not lost.</param>
    public static JsonObject Of(
        Card card,
        TeamsTexts texts,
        string? why = null,
        IReadOnlyDictionary<string, string>? kept = null
    )
    {
        var inputs = (Plan(card) is { } plan ? PlanInputs(plan, texts) : FieldInputs(card)).ToList();
        foreach (var input in inputs)
        {
            if ((string?)input["id"] is { } id && kept?.TryGetValue(id, out var typed) == true)
                input["value"] = typed;
        }
        var body = why is null ? inputs : [Elements.Text(why, 600, bold: true), .. inputs];
        return new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["lang"] = Elements.Lang(card.Language),
            ["fallbackText"] = Plain.Of(card.Fallback, 500),
            ["speak"] = Plain.Of(card.Fallback, 500),
            ["body"] = Elements.Array(body),
            ["actions"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "Action.Submit",
                    ["title"] = texts["save"],
                    ["data"] = new JsonObject { [Key] = StreamOf(card).ToString() },
                }
            ),
        };
    }

    /// <summary>What was changed in it, compared with the card as it stands now: a press, with its value or its line, and the input it stands in.</summary>
    public static IEnumerable<(Press Press, string? Value, string? Text, string Input)> Changes(
        Card card,
        JsonElement data
    )
    {
        if (Plan(card) is { } plan)
        {
            foreach (var (option, id) in plan.Options.Select(o => (o, Id(o.Press))))
            {
                if (option.TextArgument is not null)
                {
                    if (data.Plain(id)?.Trim() is { Length: > 0 } line)
                        yield return (option.Press, null, line, id);
                }
                else if (option.Press.Verb == Presses.Verbs.Minutes)
                {
                    if (option.Detail is null && data.Plain(Minutes) == option.Press.Argument)
                        yield return (option.Press, null, null, Minutes);
                }
                else if (data.Plain(id) == "true")
                    yield return (option.Press, null, null, id);
            }
            yield break;
        }
        foreach (var (field, id) in Fields(card).Select(f => (f, Id(PressOf(f)))))
        {
            var value = data.Plain(id);
            if (field is ChoiceField && value == Elements.NoChoice)
                value = "";
            if (value is not null && value != ValueOf(field))
                yield return (PressOf(field), value, null, id);
        }
    }

    private const string Minutes = PressCode.InputPrefix + "minutes";

    // By what it does, not by its place: "leave out" sent twice must not meet the "take in" that stands there by then.
    private static string Id(Press press) => $"{PressCode.InputPrefix}{press.Verb}{press.Argument}";

    private static MenuAction? Plan(Card card) =>
        card.Actions.OfType<MenuAction>().FirstOrDefault(m => m.Id == PlanMenu);

    private static List<CardPart> Fields(Card card) =>
        [.. card.Parts.Where(p => p is ChoiceField or TextField or CheckField)];

    private static StreamId StreamOf(Card card) =>
        Plan(card)?.Options[0].Press.Stream ?? PressOf(Fields(card)[0]).Stream;

    private static Press PressOf(CardPart field) =>
        field switch
        {
            ChoiceField choice => choice.OnChange,
            TextField text => text.OnChange,
            CheckField check => check.OnChange,
            _ => throw new System.Diagnostics.UnreachableException($"{field.GetType().Name} is no field."),
        };

    private static string ValueOf(CardPart field) =>
        field switch
        {
            ChoiceField choice => choice.Selected ?? "",
            TextField text => text.Value,
            CheckField check => check.Checked ? "true" : "false",
            _ => "",
        };

    private static IEnumerable<JsonObject> FieldInputs(Card card) =>
        Fields(card)
            .Select(field =>
                field switch
                {
                    ChoiceField choice => Elements.Choice(
                        Id(choice.OnChange),
                        choice.Label,
                        [.. choice.Options.Select(o => (o.Value, o.Label))],
                        choice.Selected ?? ""
                    ),
                    TextField text => Elements.Input(
                        Id(text.OnChange),
                        text.Label,
                        text.MaxLength,
                        text.Multiline,
                        text.Value
                    ),
                    CheckField check => Elements.Tick(Id(check.OnChange), check.Label, check.Checked),
                    _ => throw new System.Diagnostics.UnreachableException($"No input for {field.GetType().Name}."),
                }
            );

    private static IEnumerable<JsonObject> PlanInputs(MenuAction plan, TeamsTexts texts)
    {
        var lengths = plan.Options.Where(o => o.Press.Verb == Presses.Verbs.Minutes).ToList();
        if (lengths.Count > 0)
            yield return Elements.Choice(
                Minutes,
                lengths[0].Group ?? texts["form-minutes"],
                [.. lengths.Select(o => (o.Press.Argument ?? "", o.Label))],
                // The one that is so now says so in its detail.
                lengths.FirstOrDefault(o => o.Detail is not null)?.Press.Argument
                    ?? ""
            );
        string? group = null;
        foreach (var (option, id) in plan.Options.Select(o => (o, Id(o.Press))))
        {
            if (option.Press.Verb == Presses.Verbs.Minutes)
                continue;
            if (option.TextArgument is { } asks)
            {
                yield return Elements.Input(id, asks, 200, multiline: false);
                continue;
            }
            if (option.Group != group && (group = option.Group) is not null)
                yield return Elements.Text(group, 200, bold: true);
            yield return Elements.Tick(
                id,
                option.Detail is null ? option.Label : $"{option.Label} ({option.Detail})",
                isOn: false
            );
        }
    }
}
