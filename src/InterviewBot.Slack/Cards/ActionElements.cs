using System.Collections.Immutable;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Slack.Modals;

namespace InterviewBot.Slack.Cards;

/// <summary>Buttons and menus as elements of an actions block.</summary>
internal static class ActionElements
{
    /// <summary>A card has at most six; twice as many is what a message certainly holds.</summary>
    private const int Most = 12;

    public static IEnumerable<JsonObject> Of(ImmutableArray<CardAction> actions, Room room, CardSource? source)
    {
        var opened = source is null
            ? []
            : actions.OfType<MenuAction>().OrderByDescending(m => m.Options.Length).Take(room.Lists).ToHashSet();
        foreach (var (action, n) in actions.Take(Most).Select((a, i) => (a, i)))
        {
            switch (action)
            {
                case ButtonAction button:
                    yield return Elements.Button(
                        button.Label,
                        $"press{n}",
                        PressCode.Write(button.Press, 200),
                        button.Style,
                        button.Describe
                    );
                    break;
                case MenuAction menu when menu.Options.IsEmpty:
                    break;
                // A plan is changed in many places at once: in a form.
                case MenuAction menu when opened.Contains(menu) || (source is not null && PlanModal.Is(menu)):
                    yield return Elements.Button(
                        $"{menu.Label} …",
                        $"list{n}",
                        source!.Code(menu.Id),
                        ButtonStyle.Default
                    );
                    break;
                case MenuAction menu:
                    yield return Menu(menu, $"menu{n}");
                    break;
            }
        }
    }

    public static JsonObject Menu(MenuAction menu, string actionId) =>
        Elements.Select(
            menu.Label,
            actionId,
            [.. menu.Options.Select(o => (Heading(o), Elements.Option(o.Label, OptionCode(o), o.Detail)))],
            null
        );

    /// <summary>"o" and the press; "t" where a line of text is asked for first.</summary>
    public static string OptionCode(MenuOption option) =>
        (option.TextArgument is null ? "o" : "t") + PressCode.Write(option.Press, Elements.LongestOption - 1);

    private static string? Heading(MenuOption option) => string.IsNullOrWhiteSpace(option.Group) ? null : option.Group;
}
