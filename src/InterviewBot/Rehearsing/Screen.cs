using InterviewBot.Conversation.Cards;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace InterviewBot.Rehearsing;

/// <summary>Cards in a terminal. Everything an author or a person wrote is shown as it is: no markup, no control characters.</summary>
internal sealed class Screen
{
    private const int PipedWidth = 100;

    private readonly IAnsiConsole _console;
    private readonly RehearsalTexts _texts;

    public Screen(TextWriter output, RehearsalTexts texts)
    {
        // Into a pipe or a file goes plain text of a fixed width.
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        _console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
            }
        );
        if (!isTerminal)
            _console.Profile.Width = PipedWidth;
        _texts = texts;
    }

    /// <summary>The live card: what numbers press.</summary>
    public Card? Card { get; private set; }

    public void Show(Card card)
    {
        if (Card is not null && DrawingJson.Hash(new Drawing.Shown(Card)) == DrawingJson.Hash(new Drawing.Shown(card)))
            return;
        Card = card;
        _console.WriteLine();
        _console.Write(Drawn(card));
        _console.WriteLine();
    }

    /// <summary>A private answer; its numbers press nothing, so none are shown.</summary>
    public void ShowAside(Card card) =>
        _console.Write(new Panel(new Rows(card.Parts.Select(Part))).Border(BoxBorder.Ascii));

    public void Say(string text)
    {
        _console.WriteLine();
        _console.Write(new Text(Plain(text), new Style(decoration: Decoration.Italic)));
        _console.WriteLine();
    }

    public void Open(int number, MenuAction menu)
    {
        _console.WriteLine();
        string? group = null;
        foreach (var (option, i) in menu.Options.Select((o, i) => (o, i)))
        {
            if (option.Group is { } heading && heading != group)
                WriteLine(Line(heading, Decoration.Bold));
            group = option.Group;
            var detail = option.Detail is { } more ? $" ({more})" : "";
            var asks = option.TextArgument is { } label ? $" … {label}" : "";
            WriteLine(Line($"  :{number}.{i + 1}  {option.Label}{detail}{asks}"));
        }
    }

    private void WriteLine(Text line)
    {
        _console.Write(line);
        _console.WriteLine();
    }

    private Panel Drawn(Card card)
    {
        var rows = card.Parts.Where(p => p is not (ChoiceField or TextField or CheckField)).Select(Part).ToList();
        var number = 0;
        var actions = card.Actions.Select(action =>
            action switch
            {
                ButtonAction button => $":{++number} {button.Label}",
                MenuAction menu => $":{++number} {menu.Label} …",
                _ => throw new InvalidOperationException(action.GetType().Name),
            }
        );
        rows.Add(Line(""));
        rows.Add(Line(string.Join("   ", actions)));
        foreach (var field in Pressing.Fields(card))
            rows.AddRange(Field(field, ++number));
        return new Panel(new Rows(rows)).Border(BoxBorder.Rounded).Expand();
    }

    private static IRenderable Part(CardPart part) =>
        part switch
        {
            SayLine say => Line(say.Text, Decoration.Bold),
            TextLine { Tone: Tone.Title } title => Line(title.Text, Decoration.Bold),
            TextLine { Tone: Tone.Small } small => Line(small.Text, Decoration.Dim),
            TextLine { Tone: Tone.Notice } notice => Line("! " + notice.Text),
            TextLine line => Line(line.Text),
            ItemList list => Line(Listed(list)),
            FactList facts => Line(string.Join('\n', facts.Facts.Select(f => LabelLine.Of(f.Label, f.Value)))),
            _ => Line(""),
        };

    private static string Listed(ItemList list)
    {
        var items = list.Items.Select((item, i) => list.Numbered ? $"{i + 1} {item}" : item);
        var label = list.Label is null ? "" : list.Label + LabelLine.Colon(list.Label);
        return list.Apart || list.Numbered
            ? string.Join('\n', items.Select(i => "  " + i).Prepend(label.TrimEnd()).Where(l => l.Length > 0))
            : label + string.Join(" · ", items);
    }

    private IEnumerable<IRenderable> Field(CardPart field, int number)
    {
        switch (field)
        {
            case ChoiceField choice:
                yield return Line($":{number} {choice.Label}");
                foreach (var (option, i) in choice.Options.Select((o, i) => (o, i)))
                    yield return Line(
                        $"   :{number}.{i + 1} {(option.Value == (choice.Selected ?? "") ? "(x)" : "( )")} {option.Label}{(option.Detail is { } d ? $" ({d})" : "")}"
                    );
                break;
            case TextField box:
                yield return Line(
                    $":{number} {LabelLine.Of(box.Label, box.Value.Length > 0 ? box.Value : _texts["empty"])}"
                );
                break;
            case CheckField check:
                yield return Line($":{number} {(check.Checked ? "[x]" : "[ ]")} {check.Label}");
                break;
        }
    }

    private static Text Line(string text, Decoration decoration = Decoration.None) =>
        new(Plain(text), new Style(decoration: decoration));

    private static string Plain(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) && c != '\n' ? ' ' : c));
}
