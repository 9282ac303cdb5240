using System.Text.Json;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Teams.Cards;
using InterviewBot.Teams.Showing;
using InterviewBot.Teams.Texts;

namespace InterviewBot.Teams.Receiving;

/// <summary>Task modules: the start form, the plan, the fields of a scorecard.</summary>
internal sealed class Dialogs(IReception reception, StartForm form, Prompts prompts)
{
    public async Task<Answer> Answer(Sender by, bool submitted)
    {
        if (by.Activity.Value?.At("data") is { } data && by.Activity.Id is not null)
        {
            if (StartForm.IsMeant(data))
                return submitted ? await Start(by, data) : await StartDialog(by, null, data);
            if (CardForm.Meant(data) is { } interview)
                return await Fields(by, interview, submitted ? data : null);
        }
        TeamsMetrics.TurnedAway("ill-formed-value");
        return Receiving.Answer.DialogSays(TeamsTexts.In(by.By.Language)["not-understood"]);
    }

    /// <param name="filled">What was typed already: into the card beside the button that opens it, or into itself.</param>
    private async Task<Answer> StartDialog(Sender by, string? why, JsonElement filled) =>
        Receiving.Answer.Dialog(
            TeamsTexts.In(by.By.Language)["form-title"],
            Messages.Attachment(await form.Card(by.By.Person.Tenant, by.By.Language, inDialog: true, why, filled))
        );

    private async Task<Answer> Start(Sender by, JsonElement data)
    {
        if (await form.Take(by, data) is not { } started)
            return Receiving.Answer.DialogSays(TeamsTexts.In(by.By.Language)["not-understood"]);
        // Nothing to say: an empty answer closes the dialog, and the card comes by itself.
        return CardPresses.Refused(started, by) is { } why ? await StartDialog(by, why, data) : Receiving.Answer.Empty;
    }

    private async Task<Answer> Fields(Sender by, StreamId interview, JsonElement? sent)
    {
        if (await Form(by, interview) is not { } card)
            return Receiving.Answer.DialogSays(TeamsTexts.In(by.By.Language)["form-gone"]);
        if (sent is not { } data)
            return CardDialog(by, card, null, null);
        var said = new List<string>();
        var kept = new Dictionary<string, string>();
        foreach (var (press, value, text, input) in CardForm.Changes(card, data).ToList())
        {
            // Each is a command of its own, and each has its own cause: sent again, it is the same.
            var reply = await reception.Pressed(
                by.By,
                by.Place,
                press,
                value,
                text,
                by.Cause($"form:{press.Verb}:{press.Argument}")
            );
            if (CardPresses.Refused(reply, by) is not { } why)
                continue;
            kept[input] = data.Plain(input) ?? "";
            if (!said.Contains(why))
                said.Add(why);
        }
        if (said.Count == 0)
            return Receiving.Answer.Empty;
        // What was taken stands in it as it is now, what was not as it was typed.
        return await Form(by, interview) is { } now
            ? CardDialog(by, now, string.Join('\n', said), kept)
            : Receiving.Answer.DialogSays(string.Join('\n', said));
    }

    /// <summary>The card as it stands now; null: it has nothing to fill in any more.</summary>
    private async Task<Card?> Form(Sender by, StreamId interview) =>
        await prompts.Of(by, interview) is { Drawn.Drawing: Drawing.Shown { Card: var card } } && CardForm.IsFor(card)
            ? card
            : null;

    private static Answer CardDialog(Sender by, Card card, string? why, Dictionary<string, string>? kept) =>
        Receiving.Answer.Dialog(
            TeamsTexts.In(by.By.Language)["card-form-title"],
            Messages.Attachment(CardForm.Of(card, TeamsTexts.In(card.Language), why, kept))
        );
}
