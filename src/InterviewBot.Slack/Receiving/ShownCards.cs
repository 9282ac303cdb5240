using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Pumping;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Cards;

namespace InterviewBot.Slack.Receiving;

/// <summary>Cards as they are now, for whoever may see them: ids that come back from Slack are claims, and are checked like any other.</summary>
internal sealed class ShownCards(ISurfaceDrawer drawer, SlackHouse house)
{
    /// <summary>Null: there is no such card, or it is not this person's to see.</summary>
    /// <param name="channel">The channel Slack says the person pressed in; a card of that channel is theirs to see.</param>
    public async Task<Card?> Find(Speaker by, string? channel, CardSource source)
    {
        if (
            await drawer.Draw(source.Stream, source.Surface, null, CancellationToken.None)
            is not { Drawing: Drawing.Shown shown } drawn
        )
            return null;
        var here = new Place(SlackHouse.ChannelName, by.Person.Tenant, channel ?? "");
        return drawn.Place == house.Dm(by.Person) || drawn.Place == here ? shown.Card : null;
    }

    /// <summary>The press itself where Slack had room for its hash only; null: it stands on the card no more.</summary>
    public async Task<Press?> Whole(Speaker by, Press press)
    {
        if (!PressCode.IsHashed(press))
            return press;
        var card = await Find(by, null, new CardSource(press.Stream, Surfaces.Prompt));
        return card is null ? null : PressCode.Find(press, card);
    }

    /// <summary>The part of the person's own prompt that a field's press belongs to.</summary>
    public async Task<T?> Field<T>(Speaker by, Press press, Func<T, Press> pressOf)
        where T : CardPart =>
        (await Find(by, null, new CardSource(press.Stream, Surfaces.Prompt)))
            ?.Parts.OfType<T>()
            .FirstOrDefault(f => pressOf(f) == press);
}
