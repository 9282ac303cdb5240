using System.Text.Json;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Teams.Cards;
using InterviewBot.Teams.Remembering;
using InterviewBot.Teams.Showing;
using InterviewBot.Teams.Texts;

namespace InterviewBot.Teams.Receiving;

/// <summary>Presses on cards. The answer is always a card: the one that stands there now, with what there is to say as its first line.</summary>
internal sealed class CardPresses(
    IReception reception,
    Prompts prompts,
    Absences absences,
    TeamsAddresses addresses,
    StartForm form,
    PrivateAnswers answers,
    Reopening places,
    Repeats repeats
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
            return NotOurs(by);
        if (StartForm.IsMeant(data))
        {
            if (await form.Take(by, data) is not { } started)
                return NotOurs(by);
            return Refused(started, by) is { } why
                ? Answer.Card(await form.Card(by.By.Person.Tenant, by.By.Language, inDialog: false, why, data))
                : Line(texts["started"], by);
        }
        if (PressCode.Read(data) is not { } code)
            return NotOurs(by);
        Reply reply;
        try
        {
            reply = await Press(by, code, data);
        }
        catch (ReceptionFailedException e)
        {
            // The card is drawn from what is stored, so it tells what became of the press.
            reply = new Reply(false, Sentences.WentWrong(e.Reference, by.By.Language), null);
        }
        return await CardAfter(by, code, reply);
    }

    /// <summary>By Action.Submit: a message with data and no text. The card itself is edited by the pump.</summary>
    public async Task<Answer> Submitted(Sender by, JsonElement data)
    {
        if (StartForm.IsMeant(data))
            return await form.Take(by, data) is { } started ? Said(by, started) : Ignored();
        return PressCode.Read(data) is { } code ? Said(by, await Press(by, code, data)) : Ignored();
    }

    /// <summary>The card for who pressed it, holding one line.</summary>
    public static Answer Line(string text, string language) =>
        Answer.Card(AdaptiveCard.Of(new Drawing.Line(text, language)));

    private static Answer Line(string text, Sender by) => Line(text, by.By.Language);

    /// <summary>Why it was not taken; null: it was.</summary>
    public static string? Refused(Reply reply, Sender by) =>
        reply.Text is { Length: > 0 } why ? why
        : reply.Accepted ? null
        : Sentences.Busy(by.By.Language);

    private static Answer NotOurs(Sender by)
    {
        TeamsMetrics.TurnedAway("ill-formed-value");
        return Line(TeamsTexts.In(by.By.Language)["not-understood"], by);
    }

    private static Answer Ignored()
    {
        TeamsMetrics.TurnedAway("ill-formed-value");
        return Answer.Taken;
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
            await places.LookAgain(new Place(TeamsHouse.ChannelName, by.By.Person.Tenant, channel));
        }
        else if (code.Press is { Verb: Presses.Verbs.Channel, Argument: not "none" })
            return new Reply(true, TeamsTexts.In(by.By.Language)["unknown-channel"], null);
        if (repeats.IsSecondCopy(by, code.Press))
            return new Reply(true, null, null);
        return repeats.Heard(
            by,
            code.Press,
            await reception.Pressed(by.By, by.Place, code.Press, value, text, by.Cause("press"))
        );
    }

    private async Task<Answer> CardAfter(Sender by, PressCode code, Reply reply)
    {
        var channels = await addresses.Channels(by.By.Person.Tenant);
        if (code.IsPrivate)
            return reply.Card is { } next
                ? Answer.Card(AdaptiveCard.Of(new Drawing.Shown(next), [.. channels], isPrivate: true, reply.Text))
                : Line(reply.Text ?? TeamsTexts.In(by.By.Language)["done"], by);
        if (await prompts.Of(by, code.Press.Stream) is not { Drawn.Drawing: not Drawing.Gone } shown)
            return Line(reply.Text ?? TeamsTexts.In(by.By.Language)["done"], by);
        if (reply.Card is not null)
            answers.Say(by, "press", reply with { Text = null });
        var isOld = shown.Ref is { } current && by.Activity.ReplyToId is { } pressed && current != pressed;
        var drawing = isOld ? shown.Drawn.Retired : shown.Drawn.Drawing;
        var away = isOld ? null : absences.Notice(by.Place, drawing);
        var notice = string.Join('\n', new[] { reply.Text, away }.OfType<string>());
        return Answer.Card(AdaptiveCard.Of(drawing, [.. channels], notice: notice));
    }

    private Answer Said(Sender by, Reply reply)
    {
        if (!reply.Accepted)
            return Answer.Busy;
        answers.Say(by, "press", reply);
        return Answer.Taken;
    }
}
