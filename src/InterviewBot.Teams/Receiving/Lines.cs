using System.Globalization;
using System.Text.Json;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Teams.Showing;
using InterviewBot.Teams.Texts;

namespace InterviewBot.Teams.Receiving;

/// <summary>What people type to the bot, and what becomes of it: notes, commands, edits, deletions.</summary>
internal sealed class Lines(
    IReception reception,
    PrivateAnswers answers,
    CardPresses presses,
    StartForm form,
    Installing installing,
    Reopening places,
    TimeProvider clock
)
{
    private static readonly string[] Hellos = ["hi", "hello", "hey", "你好", "您好", "嗨"];
    private static readonly string[] Starts = ["start", "开始"];

    public async Task<Answer> Typed(Sender by)
    {
        var activity = by.Activity;
        if (activity.Id is null)
            return Answer.Error(TeamsTexts.In(by.By.Language)["went-wrong"]);
        // A button on a client that knows no Action.Execute.
        if (activity.Value is { ValueKind: JsonValueKind.Object } value && activity.Json.Text("text") is null)
            return await presses.Submitted(by, value);
        if (!activity.IsPersonal && !activity.IsChannel)
            return installing.NoGroups(by);
        var said = Receiving.Said.In(activity);
        var text = said.Text;
        if (!activity.IsPersonal)
        {
            await installing.Learn(by);
            // Somebody speaks to the bot there, so it may well be open.
            await places.LookAgain(by.Place);
            text = text.Length == 0 ? "help" : text;
        }
        var reply = await reception.Typed(
            new TypedLine(
                by.By,
                by.Place,
                activity.IsPersonal,
                activity.Id,
                text,
                activity.At ?? clock.GetUtcNow(),
                activity.IsPersonal ? said.Quoted : null,
                said.HadFiles,
                by.Cause("message"),
                IsOrder: !activity.IsPersonal && said.MentionsBot,
                IsForwarded: said.IsForwarded
            )
        );
        if (!reply.Accepted)
            return Answer.Busy;
        // A greeting, or "start" alone, that did nothing: the form helps on, and says more than the sentence would.
        if (!activity.IsPersonal || reply.Text is null || said.IsForwarded || !await OfferTheForm(by, text))
            answers.Say(by, "message", reply);
        return Answer.Taken;
    }

    public async Task<Answer> Edited(Sender by)
    {
        if (by.Activity.Id is not { } id || !by.Activity.IsPersonal)
            return Answer.Taken;
        var at = by.Activity.At ?? clock.GetUtcNow();
        // An undone deletion says the line anew; what was deleted stays so, and the rules know it.
        var reply = await reception.Edited(
            by.By,
            by.Place,
            id,
            Receiving.Said.In(by.Activity).Text,
            at,
            by.Cause($"edit:{Stamp(at)}")
        );
        // Its note is gone for good: who brings the line back is told, or it would seem to be there again.
        if (by.Activity.EventType == "undeleteMessage" && reply is { Accepted: true, Text: null, Card: null })
            reply = reply with { Text = TeamsTexts.In(by.By.Language)["stays-deleted"] };
        return Said(by, $"edit:{Stamp(at)}", reply);
    }

    public async Task<Answer> Deleted(Sender by)
    {
        if (by.Activity.Id is not { } id || !by.Activity.IsPersonal)
            return Answer.Taken;
        var at = by.Activity.At ?? clock.GetUtcNow();
        return Said(
            by,
            $"delete:{Stamp(at)}",
            await reception.Deleted(by.By, by.Place, id, at, by.Cause($"delete:{Stamp(at)}"))
        );
    }

    private Answer Said(Sender by, string kind, Reply reply)
    {
        if (!reply.Accepted)
            return Answer.Busy;
        answers.Say(by, kind, reply);
        return Answer.Taken;
    }

    private async Task<bool> OfferTheForm(Sender by, string text)
    {
        var word = text.Trim().TrimEnd('!', '.', '！', '。').ToLowerInvariant();
        var isHello = Hellos.Contains(word);
        if (!isHello && !Starts.Contains(word))
            return false;
        var card = await form.Card(
            by.By.Person.Tenant,
            by.By.Language,
            inDialog: false,
            isHello ? TeamsTexts.In(by.By.Language)["greeting"] : null
        );
        answers.Send(by.Activity, "form", Messages.Card(card, TeamsTexts.In(by.By.Language)["form-title"]));
        return true;
    }

    private static string Stamp(DateTimeOffset at) =>
        at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
