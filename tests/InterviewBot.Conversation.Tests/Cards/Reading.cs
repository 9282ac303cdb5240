using InterviewBot.Conversation.Cards;

namespace InterviewBot.Conversation.Tests.Cards;

/// <summary>A card as a person reads and presses it.</summary>
internal static class Reading
{
    /// <summary>The texts before the actions.</summary>
    public static IEnumerable<string> Texts(Card card) =>
        card.Parts.SelectMany(part =>
            part switch
            {
                SayLine say => [say.Text],
                TextLine line => [line.Text],
                ItemList list => list.Label is null ? list.Items.AsEnumerable() : list.Items.Prepend(list.Label),
                FactList facts => facts.Facts.Select(f => $"{f.Label} {f.Value}"),
                TablePart table => table
                    .Rows.Prepend(table.Head)
                    .SelectMany(r => new[] { r.First, r.Second })
                    .Prepend(table.Label),
                ChoiceField choice => choice.Options.Select(o => o.Label).Prepend(choice.Label),
                TextField field => [field.Label],
                CheckField check => [check.Label],
                _ => throw new InvalidOperationException(part.GetType().Name),
            }
        );

    public static string Text(Card card) => string.Join('\n', Texts(card));

    public static IEnumerable<string> Labels(Card card) =>
        card.Actions.Select(a => a is ButtonAction button ? button.Label : ((MenuAction)a).Label);

    public static MenuAction Menu(Card card, string id) => card.Actions.OfType<MenuAction>().Single(m => m.Id == id);

    public static Press Button(Card card, string label) =>
        card.Actions.OfType<ButtonAction>().Single(b => b.Label == label).Press;

    /// <summary>Everything that can be pressed, with the value or the text that comes along.</summary>
    public static IEnumerable<(Press Press, string? Value, string? Text)> Presses(Card card) =>
        card
            .Actions.SelectMany(action =>
                action is ButtonAction button
                    ? [(button.Press, null, null)]
                    : ((MenuAction)action).Options.Select(o =>
                        (o.Press, (string?)null, o.TextArgument is null ? null : "some words")
                    )
            )
            .Concat(
                card.Parts.SelectMany(part =>
                    part switch
                    {
                        ChoiceField choice => choice.Options.Select(o =>
                            (choice.OnChange, (string?)o.Value, (string?)null)
                        ),
                        TextField field => [(field.OnChange, "words", null)],
                        CheckField check => [(check.OnChange, "true", null), (check.OnChange, "false", null)],
                        _ => Enumerable.Empty<(Press, string?, string?)>(),
                    }
                )
            );
}
