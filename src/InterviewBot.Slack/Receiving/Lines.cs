using System.Text.Json;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Calling;

namespace InterviewBot.Slack.Receiving;

/// <summary>What people type in the direct conversation, and what becomes of it there: notes, commands, edits, deletions.</summary>
internal sealed class Lines(
    IReception reception,
    People people,
    SlackHouse house,
    DirectMessages directs,
    PrivateAnswers answers,
    AnsweredLines answered,
    TypedText typedText,
    TimeProvider clock
)
{
    /// <param name="message">A message as events and history have it.</param>
    /// <param name="channel">The direct conversation.</param>
    public async Task<SlackAnswer> Typed(Workspace ours, string channel, JsonElement message)
    {
        if (
            message.Text("user") is not { } user
            || message.Text("ts") is not { } ts
            || await Take(ours, channel, message, late: false) is not { } reply
        )
            return SlackAnswer.Senseless;
        if (!reply.Accepted)
            return SlackAnswer.Busy;
        if (reply == Known)
            return SlackAnswer.Done;
        if (reply is { Text: null or "", Card: null })
            answers.React(ours, channel, ts);
        else
            answers.Say(ours, user, channel, Thread(message), reply);
        return SlackAnswer.Done;
    }

    /// <summary>The same from the history: it can become a note and nothing else, and is not answered each by itself. Null: no line.</summary>
    public Task<Reply?> CameLate(Workspace ours, string channel, JsonElement message) =>
        Take(ours, channel, message, late: true);

    private const string SlacksOwn = "USLACKBOT";

    private async Task<Reply?> Take(Workspace ours, string channel, JsonElement message, bool late)
    {
        if (
            message.Text("user") is not { } user
            || message.Text("ts") is not { } ts
            || SlackTime.Read(ts) is not { } saidAt
        )
            return null;
        directs.Learn(ours, user, channel);
        var text = await typedText.Of(ours, message);
        var hadFiles = message.List("files").Any();
        if (text.Length == 0 && !hadFiles)
            return Known;
        var by = await people.Of(ours, user, null);
        var place = house.Dm(by.Person);
        if (await answered.Knows(place, ts))
            return Known;
        var cause = new Cause($"{place}:{ts}:message");
        var reply = await reception.Typed(
            new TypedLine(by, place, true, ts, text, saidAt, Thread(message), hadFiles, cause) { CameLate = late }
        );
        // A note is known by its interview; an answer is all that is left of the rest.
        if (reply.Accepted && reply is not { Text: null or "", Card: null, Late: null })
            await answered.Keep(place, ts);
        return reply;
    }

    // Nothing to answer: an empty line, or one that was answered before.
    private static Reply Known { get; } = new(true, "", null);

    private static string? Thread(JsonElement message) =>
        message.Text("thread_ts") is { } parent && parent != message.Text("ts") ? parent : null;

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
        var text = await typedText.Of(ours, message);
        var cause = new Cause($"{place}:{ts}:edit:{edited}");
        var reply = await reception.Edited(by, place, ts, text, editedAt, cause);
        return quiet && reply.Accepted ? SlackAnswer.Done : Answer(ours, user, channel, reply);
    }

    public async Task<SlackAnswer> Deleted(Workspace ours, string channel, JsonElement change)
    {
        var before = change.At("previous_message");
        // A line with replies is not taken away but replaced by a stone of Slack's own; then nobody says whose it was.
        var said = before?.Text("user") is { } known && known != SlacksOwn ? known : null;
        if (
            (change.Text("deleted_ts") ?? change.Text("message", "ts")) is not { } ts
            || before?.Text("bot_id") is not null
            || (said ?? directs.Whose(ours, channel)) is not { } user
            || user == ours.BotUser
        )
            return SlackAnswer.Done;
        var at = change.Text("event_ts") ?? change.Text("ts");
        var by = await people.Of(ours, user, null);
        var place = house.Dm(by.Person);
        var cause = new Cause($"{place}:{ts}:delete:{at}");
        var deletedAt = SlackTime.Read(at) ?? clock.GetUtcNow();
        return Answer(ours, user, channel, await reception.Deleted(by, place, ts, deletedAt, cause));
    }

    /// <summary>It stands in the history no more.</summary>
    public async Task Gone(Workspace ours, string user, string ts)
    {
        var by = await people.Of(ours, user, null);
        var place = house.Dm(by.Person);
        await reception.Deleted(by, place, ts, clock.GetUtcNow(), new Cause($"{place}:{ts}:delete:gone"));
    }

    /// <summary>What Slack leaves in the place of a message that was deleted and has replies.</summary>
    public static bool IsTombstone(JsonElement message) => message.Text("subtype") == "tombstone";

    /// <summary>Whether a message of the history is a line of the person, as an event would bring it.</summary>
    public static bool IsOf(string user, JsonElement message) =>
        message.Text("user") == user
        && message.Text("bot_id") is null
        && message.Text("subtype") is null or "file_share" or "thread_broadcast"
        && message.Text("ts") is not null;

    private SlackAnswer Answer(Workspace ours, string user, string channel, Reply reply)
    {
        if (!reply.Accepted)
            return SlackAnswer.Busy;
        answers.Say(ours, user, channel, null, reply);
        return SlackAnswer.Done;
    }
}
