using System.Collections.Immutable;

namespace InterviewBot.Slack.Cards;

/// <summary>How much room a card is given. Slack says nowhere how much one message holds, so it is tried from generous to tight.</summary>
/// <param name="Text">Longest text of a part.</param>
/// <param name="Items">Most items of a list.</param>
/// <param name="Parts">Most parts.</param>
/// <param name="Fields">Whether fields stand in the message, or in a form that a button opens.</param>
/// <param name="Lists">How many menus, the longest first, are opened by a button instead.</param>
internal sealed record Room(int Text, int Items, int Parts, bool Fields, int Lists)
{
    private const int AllLists = int.MaxValue;

    public static IEnumerable<Room> FromGenerousToTight(int menus)
    {
        yield return new Room(2_900, 60, 45, true, 0);
        yield return new Room(2_900, 60, 45, false, 0);
        for (var lists = 1; lists <= menus; lists++)
            yield return new Room(2_900, 60, 45, false, lists);
        ImmutableArray<(int Text, int Items, int Parts)> tighter =
        [
            (1_200, 40, 45),
            (800, 25, 45),
            (500, 16, 40),
            (300, 10, 30),
            (200, 8, 20),
            (120, 5, 12),
            (60, 3, 8),
        ];
        foreach (var (text, items, parts) in tighter)
            yield return new Room(text, items, parts, false, AllLists);
    }
}
