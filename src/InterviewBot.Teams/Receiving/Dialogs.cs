using System.Text.Json;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Teams.Cards;
using InterviewBot.Teams.Showing;
using InterviewBot.Teams.Texts;

namespace InterviewBot.Teams.Receiving;

/// <summary>Task modules: the start form, the plan, the fields of a scorecard.</summary>
internal sealed class Dialogs(IReception reception, TeamsHouse house, StartForm form, Prompts prompts)
{
    public async Task<Answer> Answer(Sender by, bool submitted)
    {
        if (by.Activity.Value?.At("data") is { } data && by.Activity.Id is not null)
        {
            if (StartForm.IsMeant(data))
                return submitted ? await Start(by, data) : await StartDialog(by);
            if (CardForm.Meant(data) is { } interview)
                return await Fields(by, interview, submitted ? data : null);
        }
        TeamsMetrics.TurnedAway("ill-formed-value");
        return Receiving.Answer.DialogSays(TeamsTexts.In(by.By.Language)["not-understood"]);
    }

    private async Task<Answer> StartDialog(Sender by) =>
        Receiving.Answer.Dialog(
            TeamsTexts.In(by.By.Language)["form-title"],
            Messages.Attachment(await form.Card(by.By.Person.Tenant, by.By.Language, inDialog: true))
        );

    private async Task<Answer> Start(Sender by, JsonElement data)
    {
        var texts = TeamsTexts.In(by.By.Language);
        if (await form.Take(by, house, data) is not { } started)
            return Receiving.Answer.DialogSays(texts["not-understood"]);
        // Nothing to say: an empty answer closes the dialog, and the card comes by itself.
        return started is { Accepted: true, Text: null }
            ? Receiving.Answer.Empty
            : Receiving.Answer.DialogSays(started.Text ?? Sentences.Busy(by.By.Language));
    }

    private async Task<Answer> Fields(Sender by, StreamId interview, JsonElement? sent)
    {
        var texts = TeamsTexts.In(by.By.Language);
        if (
            await prompts.Of(by, interview) is not { Drawn.Drawing: Drawing.Shown { Card: var card } }
            || !CardForm.IsFor(card)
        )
            return Receiving.Answer.DialogSays(texts["form-gone"]);
        if (sent is not { } data)
            return Receiving.Answer.Dialog(
                texts["card-form-title"],
                Messages.Attachment(CardForm.Of(card, TeamsTexts.In(card.Language)))
            );
        var said = new List<string>();
        foreach (var (press, value, text) in CardForm.Changes(card, data).ToList())
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
            if (reply.Text is { Length: > 0 } why && !said.Contains(why))
                said.Add(why);
        }
        return said.Count == 0 ? Receiving.Answer.Empty : Receiving.Answer.DialogSays(string.Join('\n', said));
    }
}
