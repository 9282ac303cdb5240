using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Pumping;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Cards;

namespace InterviewBot.Slack.Receiving;

/// <summary>Cards as they are now, for whoever may see them: ids that come back from Slack are claims, and are checked like any other.</summary>
internal sealed class ShownCards(ISurfaceDrawer drawer, MovedChannels moved, SlackHouse house)
{
    /// <summary>Null: there is no such card, or it is not this person's to see.</summary>
    /// <param name="channel">The channel Slack says the person pressed in; a card of that channel is theirs to see.</param>
    public async Task<Card?> Find(Speaker by, string? channel, CardSource source)
    {
        if (await Drawn(source) is not { Drawing: Drawing.Shown shown } drawn)
            return null;
        // A direct conversation is named by its person, so only a channel may be named here: another's id is no claim to their card.
        var here = new Place(SlackHouse.ChannelName, by.Person.Tenant, channel ?? "");
        var isTheirs =
            drawn.Place == house.Dm(by.Person)
            || (
                house.MayHoldBoard(here)
                && drawn.Place is { } place
                && place with { Conversation = await moved.Now(place.Installation, place.Conversation) } == here
            );
        return isTheirs ? shown.Card : null;
    }

    private async Task<Drawn?> Drawn(CardSource source)
    {
        try
        {
            return await drawer.Draw(source.Stream, source.Surface, null, CancellationToken.None);
        }
        catch (UnknownEventException)
        {
            return null; // an interview asked for as a board, or the other way: made up
        }
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
