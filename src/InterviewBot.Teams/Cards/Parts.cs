using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;

namespace InterviewBot.Teams.Cards;

/// <summary>Parts of a card as elements of its body. A field opens below its present value; each button in it saves at once.</summary>
internal static class Parts
{
    private const string Dot = " · ";

    public static IEnumerable<JsonObject> Of(CardPart part, Room room, Actions actions) =>
        part switch
        {
            SayLine say => [Elements.Text(say.Text, room.Text, "Large", bold: true)],
            TextLine line => [Line(line, room)],
            ItemList list => Items(list, room),
            FactList facts => facts.Facts.Select(f => Elements.Labelled(f.Label, f.Value, room.Text)),
            TablePart table => Table(table, room),
            ChoiceField choice => Choice(choice, actions),
            TextField field => Text(field, actions),
            CheckField check => Check(check, room, actions),
            _ => throw new System.Diagnostics.UnreachableException($"No element for {part.GetType().Name}."),
        };

    private static JsonObject Line(TextLine line, Room room) =>
        line.Tone switch
        {
            Tone.Title => Elements.Text(line.Text, room.Text, "Medium", bold: true),
            Tone.Small => Elements.Text(line.Text, room.Text, "Small", subtle: true, apart: true),
            Tone.Notice => Elements.Text(line.Text, room.Text, bold: true),
            _ => Elements.Text(line.Text, room.Text),
        };

    private static IEnumerable<JsonObject> Items(ItemList list, Room room)
    {
        var items = list.Items.Take(room.Parts).Select((item, i) => list.Numbered ? $"{i + 1}. {item}" : item).ToList();
        if (!list.Apart && !list.Numbered)
        {
            var line = string.Join(Dot, items);
            yield return list.Label is null
                ? Elements.Text(line, room.Text)
                : Elements.Labelled(list.Label, line, room.Text);
            yield break;
        }
        if (list.Label is not null)
            yield return Elements.Text(list.Label, room.Text, bold: true);
        foreach (var item in items)
            yield return Elements.Text(item, room.Text, apart: true);
    }

    private static IEnumerable<JsonObject> Table(TablePart table, Room room)
    {
        yield return Elements.Text(table.Label, room.Text, bold: true);
        if (room.Pictures.TryGetValue(table, out var uri))
            yield return Elements.Picture(uri, table.Picture!.Alt);
        yield return Elements.Table(
            [.. table.Rows.Take(room.Parts).Prepend(table.Head).Select(r => (r.First, r.Second))],
            room.Text
        );
    }

    private static IEnumerable<JsonObject> Choice(ChoiceField choice, Actions actions)
    {
        var selected = choice.Options.FirstOrDefault(o => o.Value == choice.Selected);
        var id = actions.NextId();
        yield return actions.Opening(LabelLine.Of(choice.Label, selected?.Label ?? actions.Texts["not-chosen"]), id);
        yield return Elements.Hidden(
            id,
            choice.Options.All(o => Labels.Fits(o.Label))
                ? Elements.Rows(
                    choice.Options.Select(o =>
                        actions.Button(o.Label, choice.OnChange, value: o.Value, tooltip: o.Detail)
                    )
                )
                : choice.Options.Select(o => actions.Beside(o.Label, choice.OnChange, o.Detail, value: o.Value))
        );
    }

    private static IEnumerable<JsonObject> Text(TextField field, Actions actions)
    {
        var id = actions.NextId();
        var input = PressCode.InputPrefix + id;
        if (field.Value.Length > 0)
            yield return Elements.Labelled(field.Label, field.Value, actions.Room.Text);
        yield return actions.Opening(actions.Texts.With("write", field.Label), id);
        yield return Elements.Hidden(
            id,
            [
                Elements.Input(
                    input,
                    field.Label,
                    Math.Min(field.MaxLength, actions.Room.Text),
                    field.Multiline,
                    field.Value
                ),
                .. Elements.Rows([actions.Button(actions.Texts["save"], field.OnChange, input: input)]),
            ]
        );
    }

    private static IEnumerable<JsonObject> Check(CheckField check, Room room, Actions actions)
    {
        var state = actions.Texts[check.Checked ? "yes" : "no"];
        yield return Elements.Labelled(check.Label, state, room.Text);
        var change = actions.Texts[check.Checked ? "change-to-no" : "change-to-yes"];
        foreach (
            var row in Elements.Rows([
                actions.Button(change, check.OnChange, value: check.Checked ? "false" : "true", tooltip: check.Label),
            ])
        )
            yield return row;
    }
}
