using System.Globalization;
using InterviewBot.Conversation.Cards;

namespace InterviewBot.Rehearsing;

/// <summary>What a line such as ":2", ":2.3" or ":4.1 a reason" presses on a card. Actions are numbered first, then fields.</summary>
internal abstract record Pressing
{
    public sealed record Pressed(Press Press, string? Value, string? Text) : Pressing;

    public sealed record Opens(int Number, MenuAction Menu) : Pressing;

    public sealed record NeedsText(string Number, string Label) : Pressing;

    public sealed record Unknown : Pressing;

    /// <returns>Null: the line presses nothing, it is typed.</returns>
    public static Pressing? Read(string line, Card? card)
    {
        var typed = line.Trim();
        if (typed.Length < 2 || typed[0] is not (':' or '：') || !char.IsAsciiDigit(typed[1]))
            return null;
        var blank = typed.IndexOf(' ');
        var number = blank < 0 ? typed[1..] : typed[1..blank];
        var text = blank < 0 ? null : typed[(blank + 1)..].Trim();
        var dot = number.Split('.', 2);
        if (card is null || !TryRead(dot[0], out var first))
            return new Unknown();
        int? second =
            dot.Length == 1 ? null
            : TryRead(dot[1], out var found) ? found
            : 0;
        var fields = Fields(card);
        return first <= card.Actions.Length ? Action(card.Actions[first - 1], first, second, text)
            : first <= card.Actions.Length + fields.Count
                ? Field(fields[first - card.Actions.Length - 1], number, second, text)
            : new Unknown();
    }

    public static List<CardPart> Fields(Card card) =>
        [.. card.Parts.Where(p => p is ChoiceField or TextField or CheckField)];

    private static Pressing Action(CardAction action, int first, int? second, string? text) =>
        action switch
        {
            ButtonAction button => new Pressed(button.Press, null, text),
            MenuAction menu when second is null => new Opens(first, menu),
            MenuAction menu when second >= 1 && second <= menu.Options.Length => menu.Options[second.Value - 1] switch
            {
                { TextArgument: { } label } when string.IsNullOrEmpty(text) => new NeedsText(
                    $"{first}.{second}",
                    label
                ),
                var option => new Pressed(option.Press, null, text),
            },
            _ => new Unknown(),
        };

    private static Pressing Field(CardPart field, string number, int? second, string? text) =>
        field switch
        {
            ChoiceField choice when second >= 1 && second <= choice.Options.Length => new Pressed(
                choice.OnChange,
                choice.Options[second.Value - 1].Value,
                null
            ),
            TextField box => text is null
                ? new NeedsText(number, box.Label)
                : new Pressed(box.OnChange, text.Length > box.MaxLength ? text[..box.MaxLength] : text, null),
            CheckField check => new Pressed(check.OnChange, check.Checked ? "false" : "true", null),
            _ => new Unknown(),
        };

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;
}
