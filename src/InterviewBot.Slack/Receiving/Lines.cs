using System.Text.Json;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Cards;

namespace InterviewBot.Slack.Receiving;

/// <summary>What people type in the direct conversation, and what becomes of it there: notes, commands, edits, deletions.</summary>
internal sealed class Lines(
    IReception reception,
    People people,
    SlackHouse house,
    DirectMessages directs,
    PrivateAnswers answers,
    TimeProvider clock
)
{
    /// <param name="message">A message as events and history have it.</param>
    /// <param name="channel">The direct conversation.</param>
    /// <param name="quiet">Read from history: its answer would come too late to be of use.</param>
    public async Task<SlackAnswer> Typed(Workspace ours, string channel, JsonElement message, bool quiet = false)
    {
        if (
            message.Text("user") is not { } user
            || message.Text("ts") is not { } ts
            || SlackTime.Read(ts) is not { } saidAt
        )
            return SlackAnswer.Senseless;
        directs.Learn(ours, user, channel);
        var text = Mrkdwn.Unescape(message.Text("text") ?? "", ours.BotUser);
        var hadFiles = message.List("files").Any();
        if (text.Length == 0 && !hadFiles)
            return SlackAnswer.Done;
        var by = await people.Of(ours, user, null);
        var place = house.Dm(by.Person);
        var thread = message.Text("thread_ts") is { } parent && parent != ts ? parent : null;
        var reply = await reception.Typed(
            new TypedLine(by, place, true, ts, text, saidAt, thread, hadFiles, new Cause($"{place}:{ts}:message"))
        );
        if (!reply.Accepted)
            return SlackAnswer.Busy;
        if (quiet)
            return SlackAnswer.Done;
        if (reply is { Text: null or "", Card: null })
            answers.React(ours, channel, ts);
        else
            answers.Say(ours, user, channel, thread, reply);
        return SlackAnswer.Done;
    }

    /// <summary>An edit by the person; Slack also "changes" a message when it unfurls a link, which has no <c>edited</c>.</summary>
    public async Task<SlackAnswer> Changed(Workspace ours, string channel, JsonElement change, bool quiet = false)
    {
        if (
            change.At("message") is not { } message
            || message.Text("user") is not { } user
            || message.Text("ts") is not { } ts
            || message.Text("edited", "ts") is not { } edited
            || SlackTime.Read(edited) is not { } editedAt
            || message.Text("bot_id") is not null
        )
            return SlackAnswer.Done;
        var by = await people.Of(ours, user, null);
        var place = house.Dm(by.Person);
        var text = Mrkdwn.Unescape(message.Text("text") ?? "", ours.BotUser);
        var cause = new Cause($"{place}:{ts}:edit:{edited}");
        var reply = await reception.Edited(by, place, ts, text, editedAt, cause);
        return quiet && reply.Accepted ? SlackAnswer.Done : Answer(ours, user, channel, reply);
    }

    public async Task<SlackAnswer> Deleted(Workspace ours, string channel, JsonElement change)
    {
        var before = change.At("previous_message");
        if (
            change.Text("deleted_ts") is not { } ts
            || before?.Text("user") is not { } user
            || before.Value.Text("bot_id") is not null
        )
            return SlackAnswer.Done;
        var at = change.Text("event_ts") ?? change.Text("ts");
        var by = await people.Of(ours, user, null);
        var place = house.Dm(by.Person);
        var cause = new Cause($"{place}:{ts}:delete:{at}");
        var deletedAt = SlackTime.Read(at) ?? clock.GetUtcNow();
        return Answer(ours, user, channel, await reception.Deleted(by, place, ts, deletedAt, cause));
    }

    private SlackAnswer Answer(Workspace ours, string user, string channel, Reply reply)
    {
        if (!reply.Accepted)
            return SlackAnswer.Busy;
        answers.Say(ours, user, channel, null, reply);
        return SlackAnswer.Done;
    }
}
