using System.Collections.Immutable;
using System.Text.Json.Serialization;
using InterviewBot.Conversation.Panel;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Conversation.Cards;

/// <summary>
/// A neutral card: what a person sees on a surface, before a channel renders it. All texts are plain: a channel escapes them.
/// </summary>
/// <param name="Fallback">For notifications and screen readers that get no more: the question only, never a name, note or rating.</param>
/// <param name="Language">Language of the card's own texts, for the <c>lang</c> attribute.</param>
/// <param name="Actions">At most six; a menu counts one.</param>
/// <param name="Turn">What it asks (<see cref="Cards.Turn"/>); part of placement. 0 on cards of a loop, which stay where they are.</param>
public sealed record Card(
    string Fallback,
    string Language,
    ImmutableArray<CardPart> Parts,
    ImmutableArray<CardAction> Actions,
    int Turn
)
{
    /// <summary>It was drawn without the candidate's details, as its person wished; what else a channel shows of them beside it goes too, where that can be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Hides { get; init; }

    /// <summary>Everything that can be pressed, chosen or changed on it.</summary>
    public IEnumerable<Press> Presses() =>
        Actions
            .SelectMany(action =>
                action switch
                {
                    ButtonAction button => [button.Press],
                    MenuAction menu => menu.Options.Select(o => o.Press),
                    _ => Enumerable.Empty<Press>(),
                }
            )
            .Concat(
                Parts
                    .Select(part =>
                        part switch
                        {
                            ChoiceField choice => choice.OnChange,
                            TextField text => text.OnChange,
                            CheckField check => check.OnChange,
                            _ => null,
                        }
                    )
                    .OfType<Press>()
            );
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "$part")]
[JsonDerivedType(typeof(SayLine), "say")]
[JsonDerivedType(typeof(TextLine), "text")]
[JsonDerivedType(typeof(ItemList), "list")]
[JsonDerivedType(typeof(FactList), "facts")]
[JsonDerivedType(typeof(ChoiceField), "choice")]
[JsonDerivedType(typeof(TextField), "field")]
[JsonDerivedType(typeof(CheckField), "check")]
[JsonDerivedType(typeof(TablePart), "table")]
public abstract record CardPart;

/// <summary>The largest line of a card: what to say. <paramref name="Language"/> is the guide's.</summary>
public sealed record SayLine(string Text, string Language) : CardPart;

public enum Tone
{
    Normal,

    /// <summary>The card's own heading, below the say line in size.</summary>
    Title,

    /// <summary>Smaller and quieter: the guide's own wording, times, counts.</summary>
    Small,

    /// <summary>To be noticed; never by colour alone, the words say it.</summary>
    Notice,
}

public sealed record TextLine(string Text, Tone Tone = Tone.Normal, string? Language = null) : CardPart;

/// <summary>A labelled list ("Listen for: a · b · c"): one line where there is room, bullets elsewhere.</summary>
/// <param name="Apart">Each item is a sentence of its own (a note, a rating) and stands on its own line everywhere.</param>
public sealed record ItemList(
    string? Label,
    ImmutableArray<string> Items,
    bool Numbered = false,
    string? Language = null,
    bool Apart = false
) : CardPart;

public sealed record Fact(string Label, string Value);

public sealed record FactList(ImmutableArray<Fact> Facts) : CardPart;

/// <summary>One of several values; each change is sent at once with <paramref name="OnChange"/> and the chosen option's value as argument.</summary>
public sealed record ChoiceField(
    string Id,
    string Label,
    ImmutableArray<ChoiceOption> Options,
    string? Selected,
    Press OnChange
) : CardPart;

public sealed record ChoiceOption(string Value, string Label, string? Detail = null);

/// <summary>Free text, sent when it is left; the text is the argument.</summary>
public sealed record TextField(string Id, string Label, string Value, bool Multiline, int MaxLength, Press OnChange)
    : CardPart;

/// <summary>Yes or no; each change is sent at once with "true" or "false" as argument.</summary>
public sealed record CheckField(string Id, string Label, bool Checked, Press OnChange) : CardPart;

/// <summary>Questions and how they fared, row by row: a table where there is one, lines elsewhere.</summary>
/// <param name="Language">Of the first column: the guide's.</param>
/// <param name="Picture">The same, drawn; null: there is nothing to draw.</param>
public sealed record TablePart(
    string Label,
    TableRow Head,
    ImmutableArray<TableRow> Rows,
    string? Language = null,
    Picture? Picture = null
) : CardPart;

public sealed record TableRow(string First, string Second);

/// <summary>The drawn flow of a topic, for cards that can hold pictures.</summary>
/// <param name="Alt">In words, for those who do not see it.</param>
public sealed record Picture(string Alt)
{
    /// <summary>What is painted. Null in a card that was read back: then there is no picture.</summary>
    [JsonIgnore]
    public FlowReport? Report { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "$action")]
[JsonDerivedType(typeof(ButtonAction), "button")]
[JsonDerivedType(typeof(MenuAction), "menu")]
public abstract record CardAction;

public enum ButtonStyle
{
    Default,
    Primary,
    Danger,
}

public sealed record ButtonAction(
    string Label,
    Press Press,
    ButtonStyle Style = ButtonStyle.Default,
    string? Describe = null
) : CardAction;

/// <summary>A menu that opens to a list of buttons: select on Slack, a dialog or show-card on Teams, a disclosure in the local chat.</summary>
public sealed record MenuAction(string Id, string Label, ImmutableArray<MenuOption> Options) : CardAction;

/// <param name="Group">Heading it stands under; null: none.</param>
/// <param name="Detail">A second, quieter line.</param>
/// <param name="TextArgument">When set, choosing it asks for a line of text first, labelled so; the text is appended as the press's text.</param>
public sealed record MenuOption(
    string Label,
    Press Press,
    string? Group = null,
    string? Detail = null,
    string? TextArgument = null
);

/// <summary>
/// What a button carries: the stream, a verb, the step or question it belongs to. Same on every channel; read back by <c>Presses.Read</c>.
/// </summary>
/// <param name="Step">Moving buttons carry the step of their card; others null.</param>
/// <param name="Argument">Verb-specific: a topic key, question id, number. Never personal text.</param>
public sealed record Press(StreamId Stream, string Verb, int? Step = null, string? Argument = null);

/// <summary>What a surface shows now.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$drawing")]
[JsonDerivedType(typeof(Shown), "shown")]
[JsonDerivedType(typeof(Line), "line")]
[JsonDerivedType(typeof(Gone), "gone")]
[JsonDerivedType(typeof(Drawn), "drawn")]
public abstract record Drawing
{
    /// <summary>A card with parts and actions.</summary>
    public sealed record Shown(Card Card) : Drawing;

    /// <summary>A retired card: one line, nothing to press.</summary>
    public sealed record Line(string Text, string Language) : Drawing;

    /// <summary>Nothing is shown (yet, or any more): not posted, and deleted where it was.</summary>
    public sealed record Gone : Drawing;

    /// <summary>The drawn flows of an interview as a file, where a card cannot hold them.</summary>
    /// <param name="Alt">In words, for those who do not see it.</param>
    /// <param name="Shows">Every mark in it, so that two pictures that look different are two drawings.</param>
    public sealed record Drawn(string Title, string Alt, string Shows) : Drawing
    {
        /// <summary>What is painted.</summary>
        [JsonIgnore]
        public FlowReport? Report { get; init; }
    }
}
