using System.Collections.Immutable;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Cards;

/// <summary>The parts of a card as blocks. Sets <see cref="Shortened"/> when something did not fit.</summary>
/// <param name="source">The surface, so that a text among other fields opens the form of them all; null: it is asked for alone.</param>
internal sealed class PartBlocks(Room room, SlackTexts texts, CardSource? source = null)
{
    private const int LineOfItems = 240;
    private int actions;
    private string? formOfAll;

    public bool Shortened { get; private set; }

    public IEnumerable<JsonObject> Of(ImmutableArray<CardPart> parts)
    {
        formOfAll = source is not null && parts.Count(IsField) > 1 ? source.Code("0") : null;
        var shown = room.Fields ? parts : [.. parts.Where(p => !IsField(p))];
        Shortened |= shown.Length > room.Parts;
        foreach (var part in shown.Take(room.Parts))
        {
            foreach (var block in Of(part))
                yield return block;
        }
        if (!room.Fields && parts.Any(IsField))
            yield return Elements.RichText(Elements.RichList(false, Some([.. parts.Where(IsField).Select(Line)])));
    }

    public static bool IsField(CardPart part) => part is ChoiceField or TextField or CheckField;

    private IEnumerable<JsonObject> Of(CardPart part) =>
        part switch
        {
            SayLine say => [Say(Cut(say.Text))],
            TextLine line => [Text(line)],
            ItemList { Items.IsEmpty: true, Label: null } => [],
            ItemList list => [List(list)],
            FactList facts => Facts(facts),
            // Columns are no good on a phone: each row is a line. The picture is a file of its own.
            TablePart table => [Rows(table)],
            ChoiceField choice => [Choice(choice)],
            TextField field => [Field(field)],
            CheckField check => [Check(check)],
            _ => [],
        };

    // The largest letters Slack has, where the words fit into them.
    private static JsonObject Say(string words) =>
        words.Length <= 150 && !words.Contains('\n')
            ? Elements.Header(words)
            : Elements.RichText(Elements.RichSection(Elements.Words(words, bold: true)));

    private JsonObject Text(TextLine line) =>
        line.Tone switch
        {
            Tone.Title => Elements.RichText(Elements.RichSection(Elements.Words(Cut(line.Text), bold: true))),
            Tone.Small => Elements.Context(Cut(line.Text), 2_900),
            Tone.Notice => Elements.RichText(Elements.RichQuote(Elements.Words(Cut(line.Text)))),
            _ => Elements.Section(Cut(line.Text)),
        };

    private JsonObject List(ItemList list)
    {
        var items = Some(list.Items);
        var label = string.IsNullOrWhiteSpace(list.Label) ? null : Cut(list.Label);
        var line = string.Join(" · ", items);
        if (!list.Numbered && line.Length <= LineOfItems && !line.Contains('\n'))
            return label is null
                ? Elements.RichText(Elements.RichSection(Elements.Words(Clip.To(line, LineOfItems))))
                : Elements.RichText(
                    Elements.RichSection(
                        Elements.Words(label + LabelLine.Colon(label), bold: true),
                        Elements.Words(Clip.To(line, LineOfItems))
                    )
                );
        var bullets = Elements.RichList(list.Numbered, items);
        return label is null
            ? Elements.RichText(bullets)
            : Elements.RichText(Elements.RichSection(Elements.Words(label, bold: true)), bullets);
    }

    private JsonObject Rows(TablePart table) =>
        Elements.RichText(
            Elements.RichSection(Elements.Words(Cut(table.Label), bold: true)),
            Elements.RichList(false, Some([.. table.Rows.Select(r => $"{r.First} · {r.Second}")]))
        );

    private IEnumerable<JsonObject> Facts(FactList facts)
    {
        var shown = facts.Facts.Take(room.Items).ToList();
        Shortened |= shown.Count < facts.Facts.Length;
        foreach (var ten in shown.Chunk(10))
            yield return new JsonObject
            {
                ["type"] = "section",
                ["fields"] = new JsonArray([.. ten.Select(f => Elements.Plain(Cut($"{f.Label}\n{f.Value}"), 2_000))]),
            };
    }

    private JsonObject Choice(ChoiceField choice)
    {
        if (choice.Options.IsEmpty)
            return Elements.Section(Cut(choice.Label));
        var options = choice
            .Options.Select(o => (o.Value, Json: Elements.Option(o.Label, FieldValue.Write(o.Value), o.Detail)))
            .ToList();
        var selected = options.FirstOrDefault(o => o.Value == choice.Selected).Json?.DeepClone().AsObject();
        return Elements.Section(
            Cut(choice.Label),
            Elements.Select(
                choice.Label,
                Act("field", choice.OnChange),
                [.. options.Select(o => ((string?)null, o.Json))],
                selected
            )
        );
    }

    private JsonObject Check(CheckField check)
    {
        var fits = check.Label.Length <= Elements.LongestOption;
        var option = Elements.Option(fits ? check.Label : texts["ticked"], FieldValue.Write("true"), null);
        var boxes = new JsonObject
        {
            ["type"] = "checkboxes",
            ["action_id"] = Act("check", check.OnChange),
            ["options"] = new JsonArray(option),
        };
        if (check.Checked)
            boxes["initial_options"] = new JsonArray(option.DeepClone());
        return fits ? Elements.Actions([boxes]) : Elements.Section(Cut(check.Label), boxes);
    }

    // Slack saves nothing while it is typed: a form opens, and its button saves.
    private JsonObject Field(TextField field)
    {
        var empty = string.IsNullOrWhiteSpace(field.Value);
        return Elements.Section(
            empty ? Cut(field.Label) : Cut(LabelLine.Of(field.Label, field.Value)),
            Elements.Button(
                texts[
                    formOfAll is not null ? "open-form"
                    : empty ? "write"
                    : "edit"
                ],
                formOfAll is null ? $"text{actions++}" : "form",
                formOfAll ?? PressCode.Write(field.OnChange, 200),
                ButtonStyle.Default,
                field.Label
            )
        );
    }

    private string Act(string kind, Press press) => $"{kind}{actions++}|{PressCode.Write(press, 200)}";

    private static string Line(CardPart field) =>
        field switch
        {
            ChoiceField choice => LabelLine.Of(
                choice.Label,
                choice.Options.FirstOrDefault(o => o.Value == choice.Selected)?.Label ?? "–"
            ),
            TextField text => LabelLine.Of(text.Label, string.IsNullOrWhiteSpace(text.Value) ? "–" : text.Value),
            CheckField { Checked: true } check => $"[x] {check.Label}",
            CheckField check => $"[ ] {check.Label}",
            _ => "",
        };

    private List<string> Some(IReadOnlyList<string> items)
    {
        var shown = items.Take(room.Items).Select(Cut).ToList();
        if (shown.Count < items.Count)
        {
            Shortened = true;
            shown.Add(texts.With("rest", items.Count - shown.Count));
        }
        // Slack takes no empty list.
        if (shown.Count == 0)
            shown.Add("–");
        return shown;
    }

    private string Cut(string text)
    {
        Shortened |= text.Length > room.Text;
        return Clip.To(text, room.Text);
    }
}
