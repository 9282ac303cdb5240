using InterviewBot.Conversation.Cards;

namespace InterviewBot.Web.Inbox;

/// <summary>Everything that can be pressed or changed on a card.</summary>
internal static class PressesOf
{
    public static IEnumerable<Press> Card(Card card) =>
        card
            .Actions.SelectMany(action =>
                action switch
                {
                    ButtonAction button => [button.Press],
                    MenuAction menu => menu.Options.Select(o => o.Press),
                    _ => Enumerable.Empty<Press>(),
                }
            )
            .Concat(
                card.Parts.Select(part =>
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
