using System.Text.Json;
using InterviewBot.Conversation.Cards;
using InterviewBot.Slack.Cards;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>Somebody who goes on from card to card by what the buttons do, whatever language they speak.</summary>
internal sealed class CardWalker(LoopbackSlack slack, Deliver deliver, Person person)
{
    /// <summary>The card that followed on the last press.</summary>
    public Sent Card { get; private set; } = null!;

    public IEnumerable<Press> Presses => On(Card).Select(c => c.Press);

    /// <summary>Starts where somebody stands.</summary>
    public async Task From(string words) => Card = await person.Card(words);

    /// <param name="argument">What the press's argument begins with; null: any.</param>
    public Task Press(string verb, string? argument = null) =>
        Press(
            On(Card)
                .First(c =>
                    c.Press.Verb == verb
                    && (argument is null || c.Press.Argument?.StartsWith(argument, StringComparison.Ordinal) == true)
                )
                .Press
        );

    public async Task Press(Press press)
    {
        var (_, element, option) = On(Card).First(c => c.Press == press);
        (string, string)? value = option is null ? ("value", element.GetProperty("value").GetString()!) : null;
        Assert.Equal((200, ""), await deliver("interactive", person.Acted(Card, element, value, option)));
        await Follow();
    }

    /// <summary>In the scorecard's form: what it asks first of all.</summary>
    public async Task Recommend()
    {
        var opener = Card.Elements.First(e => e.GetProperty("action_id").GetString() == "form");
        var before = slack.Views.Keys.ToHashSet();
        var opens = person.Acted(Card, opener, ("value", opener.GetProperty("value").GetString()!), null);
        Assert.Equal((200, ""), await deliver("interactive", opens));
        var view = await Until.Found(
            () =>
                slack.Views.Keys.FirstOrDefault(v =>
                    !before.Contains(v) && !v.StartsWith("VHOME", StringComparison.Ordinal)
                ),
            () => "No form opened."
        );
        var inside = new Sent("", "", LoopbackSlack.BotUser, "", slack.Views[view].GetProperty("blocks"), null, null);
        var select = inside.Elements.First(e => e.GetProperty("type").GetString() == "static_select");
        var option = Person.Options(select).First();
        await person.PressIn(view, Words(option.GetProperty("text")), Words(select.GetProperty("placeholder")));
        await Follow();
    }

    private async Task Follow()
    {
        var before = Card;
        Card = await Until.Found(
            () =>
                slack.Messages.LastOrDefault(m =>
                    m.Channel == person.Direct
                    && m.IsBot
                    && m.Key?.Contains(":prompt:", StringComparison.Ordinal) == true
                    && m.Json != before.Json
                    && string.CompareOrdinal(m.Ts, before.Ts) >= 0
                ),
            () => $"Nothing followed on {before.Json}"
        );
    }

    private static string Words(JsonElement text) => text.GetProperty("text").GetString()!;

    private static IEnumerable<(Press Press, JsonElement Element, JsonElement? Option)> On(Sent card)
    {
        foreach (var element in card.Elements)
        {
            var type = element.GetProperty("type").GetString();
            if (type == "button")
            {
                if (PressCode.Read(element.GetProperty("value").GetString()) is { } press)
                    yield return (press, element, null);
                continue;
            }
            if (type != "static_select")
                continue;
            // A field names its press itself, and its options the value.
            var field = PressCode.Read(
                element.GetProperty("action_id").GetString()!.Split('|', 2).ElementAtOrDefault(1)
            );
            foreach (var option in Person.Options(element))
            {
                if ((field ?? PressCode.Read(option.GetProperty("value").GetString()![1..])) is { } press)
                    yield return (press, element, option);
            }
        }
    }
}
