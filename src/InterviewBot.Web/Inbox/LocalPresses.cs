using System.Globalization;
using System.Text.Json;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Web.People;
using InterviewBot.Web.Showing;

namespace InterviewBot.Web.Inbox;

/// <summary>Presses on cards, and the start form.</summary>
internal sealed class LocalPresses(ILocalMessages messages, PrivateCards privateCards, IReception reception)
{
    public async Task<ActOutcome> Press(
        LocalViewer by,
        string card,
        Press press,
        string? value,
        string? text,
        string delivery
    )
    {
        if (await ConversationOf(by.Person, card, press) is not { } conversation)
            return new ActOutcome.NotYours();
        var place = LocalPeople.PlaceOf(conversation);
        var cause = new Cause($"{place}:{by.Person.User}:{delivery}:press");
        return ActOutcome.Of(await reception.Pressed(by.Speaker, place, press, value, text, cause));
    }

    public async Task<ActOutcome> Start(LocalViewer by, string guide, string? candidate, int? minutes, string delivery)
    {
        var place = LocalPeople.PlaceOf(by.Person.Dm);
        var form = $"{place}:{by.Person.User}:{delivery}:start";
        return ActOutcome.Of(
            await reception.StartForm(by.Speaker, place, guide, candidate, minutes, form, new Cause(form))
        );
    }

    /// <summary>
    /// The conversation of the card pressed; null when the press is forged. A press that stood on an earlier state of the card goes to
    /// the rules, which turn it down with the truth: it is known by the stream the message belongs to.
    /// </summary>
    private async ValueTask<string?> ConversationOf(LocalPerson person, string card, Press press)
    {
        if (privateCards.Find(person, card) is { } kept)
            return kept.Card.Presses().Contains(press) ? kept.Conversation : null;
        return
            long.TryParse(card, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await messages.Find(id, CancellationToken.None) is { IsCard: true, Author: LocalAuthors.Bot } message
            && person.IsIn(message.Conversation)
            && (message.Stream == press.Stream || StandsOn(message, press))
            ? message.Conversation
            : null;
    }

    private static bool StandsOn(LocalMessage message, Press press)
    {
        try
        {
            return message.DeletedAt is null
                && DrawingJson.Read(message.Body) is Drawing.Shown shown
                && shown.Card.Presses().Contains(press);
        }
        catch (JsonException)
        {
            return false; // drawn by a newer version of the bot
        }
    }
}
