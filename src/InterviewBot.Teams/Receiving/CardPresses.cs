using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Pumping;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Seams;
using InterviewBot.Teams.Cards;
using InterviewBot.Teams.Remembering;
using InterviewBot.Teams.Showing;
using InterviewBot.Teams.Texts;

namespace InterviewBot.Teams.Receiving;

/// <summary>Presses on cards. The answer is always a card: the one that stands there now, with what there is to say as its first line.</summary>
internal sealed class CardPresses(
    IReception reception,
    IOutbox outbox,
    ISurfaceDrawer drawer,
    TeamsAddresses addresses,
    TeamsHouse house,
    StartForm form,
    PrivateAnswers answers
)
{
    /// <summary>By Action.Execute.</summary>
    public async Task<Answer> Executed(Sender by)
    {
        var texts = TeamsTexts.In(by.By.Language);
        if (
            by.Activity.Value?.At("action") is not { } action
            || action.At("data") is not { } data
            || by.Activity.Id is null
        )
            return Answer.Error(texts["not-understood"]);
        if (StartForm.IsMeant(data))
        {
            if (await form.Take(by, house, data) is not { } started)
                return Answer.Error(texts["not-understood"]);
            return started.Accepted && started.Text is null
                ? Answer.Card(Line(texts["started"], by))
                : Answer.Card(await form.Card(by.By.Person.Tenant, by.By.Language, inDialog: false, started.Text));
        }
        if (PressCode.Read(data) is not { } code)
            return Answer.Error(texts["not-understood"]);
        var reply = await Press(by, code, data);
        return Answer.Card(await CardAfter(by, code, reply));
    }

    /// <summary>By Action.Submit: a message with data and no text. The card itself is edited by the pump.</summary>
    public async Task<Answer> Submitted(Sender by, JsonElement data)
    {
        var texts = TeamsTexts.In(by.By.Language);
        if (StartForm.IsMeant(data))
        {
            if (await form.Take(by, house, data) is not { } started)
                return Answer.Error(texts["not-understood"]);
            return Said(by, started);
        }
        return PressCode.Read(data) is { } code
            ? Said(by, await Press(by, code, data))
            : Answer.Error(texts["not-understood"]);
    }

    /// <summary>Task modules: the start form.</summary>
    public async Task<Answer> Dialog(Sender by, bool submitted)
    {
        var texts = TeamsTexts.In(by.By.Language);
        if (by.Activity.Value?.At("data") is not { } data || !StartForm.IsMeant(data))
            return Answer.Error(texts["not-understood"]);
        if (!submitted)
            return Answer.Dialog(
                texts["form-title"],
                Messages.Attachment(await form.Card(by.By.Person.Tenant, by.By.Language, inDialog: true))
            );
        if (by.Activity.Id is null || await form.Take(by, house, data) is not { } started)
            return Answer.Error(texts["not-understood"]);
        // Nothing to say: an empty answer closes the dialog, and the card comes by itself.
        return started is { Accepted: true, Text: null }
            ? Answer.Empty
            : Answer.DialogSays(started.Text ?? texts["went-wrong"]);
    }

    private async Task<Reply> Press(Sender by, PressCode code, JsonElement data)
    {
        var (value, text) = (code.Value, code.Typed(data));
        // A text field sends what it holds as its value, an option that asks for a line as its text; the rules take either.
        if (code.Press.Verb == Presses.Verbs.Comment)
            (value, text) = (text ?? "", null);
        if (code.Channel is { } channel)
        {
            if (
                code.Press.Verb != Presses.Verbs.Channel
                || await addresses.OfChannel(by.By.Person.Tenant, channel) is not { } known
            )
                return new Reply(true, TeamsTexts.In(by.By.Language)["unknown-channel"], null);
            // The installation stands in the press; one that was forged names another tenant.
            if (code.Press.Argument != $"{TeamsHouse.ChannelName}:{by.By.Person.Tenant}")
                return new Reply(true, TeamsTexts.In(by.By.Language)["unknown-channel"], null);
            (value, text) = (channel, known.Name ?? channel);
        }
        else if (code.Press is { Verb: Presses.Verbs.Channel, Argument: not "none" })
            return new Reply(true, TeamsTexts.In(by.By.Language)["unknown-channel"], null);
        return await reception.Pressed(by.By, by.Place, code.Press, value, text, by.Cause("press"));
    }

    private async Task<JsonObject> CardAfter(Sender by, PressCode code, Reply reply)
    {
        var channels = await addresses.Channels(by.By.Person.Tenant);
        if (code.IsPrivate)
            return reply.Card is { } next
                ? AdaptiveCard.Of(new Drawing.Shown(next), [.. channels], isPrivate: true, reply.Text)
                : Line(reply.Text ?? TeamsTexts.In(by.By.Language)["done"], by);
        var row = await outbox.Surface(code.Press.Stream, Surfaces.Prompt, CancellationToken.None);
        var drawn = await drawer.Draw(code.Press.Stream, Surfaces.Prompt, row?.PostedAt, CancellationToken.None);
        // A card is for the conversation it lives in and for nobody who merely names it.
        if (drawn is null || drawn.Place != by.Place || drawn.Drawing is Drawing.Gone)
            return Line(reply.Text ?? TeamsTexts.In(by.By.Language)["done"], by);
        if (reply.Card is not null)
            answers.Say(by, "press", reply with { Text = null });
        var isOld = row?.Ref is { } current && by.Activity.ReplyToId is { } pressed && current != pressed;
        return AdaptiveCard.Of(isOld ? drawn.Retired : drawn.Drawing, [.. channels], notice: reply.Text);
    }

    private Answer Said(Sender by, Reply reply)
    {
        if (!reply.Accepted)
            return Answer.Busy;
        answers.Say(by, "press", reply);
        return Answer.Taken;
    }

    private static JsonObject Line(string text, Sender by) => AdaptiveCard.Of(new Drawing.Line(text, by.By.Language));
}
