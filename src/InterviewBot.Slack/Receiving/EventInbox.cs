using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Home;
using InterviewBot.Slack.Texts;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Slack.Receiving;

/// <summary>Events: lines in the direct conversation, mentions, the home tab, and what happens to the installation.</summary>
internal sealed class EventInbox(
    Lines lines,
    Orders orders,
    People people,
    Audiences audiences,
    Workspaces workspaces,
    MovedChannels moved,
    AnsweredLines answered,
    PrivateAnswers answers,
    TypedText typedText,
    IReadRows rows,
    IGuideShelf shelf,
    IOutbox outbox,
    ILogger<EventInbox> logger
)
{
    private const int Listed = 30;

    public Task<SlackAnswer> Take(Workspace? ours, JsonElement payload)
    {
        switch (payload.Text("type"))
        {
            case "url_verification":
                return Task.FromResult(
                    payload.Text("challenge") is { } challenge
                        ? SlackAnswer.With(new JsonObject { ["challenge"] = challenge })
                        : SlackAnswer.Senseless
                );
            case "app_rate_limited":
                logger.EventsLimited();
                return Task.FromResult(SlackAnswer.Done);
            case "event_callback" when payload.At("event") is { } happened:
                return ours is null ? Task.FromResult(SlackAnswer.Busy) : Happened(ours, happened, payload);
            default:
                return Task.FromResult(SlackAnswer.Senseless);
        }
    }

    private async Task<SlackAnswer> Happened(Workspace ours, JsonElement what, JsonElement payload)
    {
        var channel = what.Text("channel");
        switch (what.Text("type"))
        {
            case "message" when channel is not null && what.Text("channel_type") == "im":
                return await Message(ours, channel, what);
            case "app_mention" when channel is not null && !DirectMessages.IsDirect(channel):
                return await Mentioned(ours, channel, what);
            case "app_home_opened" when what.Text("user") is { } user && what.Text("tab") is (null or "home"):
                answers.Publish(ours, user, () => Home(ours, user));
                return SlackAnswer.Done;
            case "member_joined_channel" when channel is not null:
                audiences.Forget(ours, channel);
                // Invited (again): what waited for this channel goes on.
                if (what.Text("user") == ours.BotUser)
                    await outbox.Revive(new Place(SlackHouse.ChannelName, ours.Id, channel).Lane);
                return SlackAnswer.Done;
            case "channel_id_changed"
                when what.Text("old_channel_id") is { } old && what.Text("new_channel_id") is { } now && old != now:
                await moved.Keep(ours, old, now);
                audiences.Forget(ours, old);
                await outbox.Revive(new Place(SlackHouse.ChannelName, ours.Id, old).Lane);
                return SlackAnswer.Done;
            case "channel_shared" or "channel_unshared" or "channel_rename" or "member_left_channel":
                if ((channel ?? what.Text("channel", "id")) is { } changed)
                    audiences.Forget(ours, changed);
                return SlackAnswer.Done;
            case "app_uninstalled":
                await workspaces.Left(ours, "app_uninstalled", SentAt(payload));
                return SlackAnswer.Done;
            case "tokens_revoked":
                // A person's token is none of ours.
                if (what.At("tokens")?.List("bot").Any(bot => bot.ToString() == ours.BotUser) == true)
                    await workspaces.Left(ours, "token_revoked", SentAt(payload));
                return SlackAnswer.Done;
            default:
                return SlackAnswer.Done; // asked for by the app's settings, of no use to us
        }
    }

    private Task<SlackAnswer> Message(Workspace ours, string channel, JsonElement message)
    {
        // Our own cards come back as messages, and other bots' lines are no notes.
        if (message.Text("bot_id") is not null || message.Text("user") == ours.BotUser)
            return Task.FromResult(SlackAnswer.Done);
        return message.Text("subtype") switch
        {
            null or "file_share" or "thread_broadcast" => lines.Typed(ours, channel, message),
            "message_changed" when message.At("message") is { } now && Lines.IsTombstone(now) => lines.Deleted(
                ours,
                channel,
                message
            ),
            "message_changed" => lines.Changed(ours, channel, message),
            "message_deleted" => lines.Deleted(ours, channel, message),
            _ => Task.FromResult(SlackAnswer.Done),
        };
    }

    private async Task<SlackAnswer> Mentioned(Workspace ours, string channel, JsonElement mention)
    {
        if (
            mention.Text("user") is not { } user
            || mention.Text("ts") is not { } ts
            || mention.Text("bot_id") is not null
        )
            return SlackAnswer.Done;
        var thread = mention.Text("thread_ts");
        var by = await people.Of(ours, user, null);
        if (await people.IsForeign(ours, user, mention.Text("user_team") ?? mention.Text("source_team")))
        {
            answers.Say(ours, user, channel, thread, SlackTexts.In(by.Language)["foreign-person"]);
            return SlackAnswer.Done;
        }
        var text = await typedText.Of(ours, mention);
        var place = new Place(SlackHouse.ChannelName, ours.Id, channel);
        if (await answered.Knows(place, ts))
            return SlackAnswer.Done;
        var (reply, started) = await orders.Do(ours, by, place, text.Length == 0 ? "help" : text, ts, ts);
        if (!reply.Accepted)
            return SlackAnswer.Busy;
        // Delivered again, it would be read against another card; a start is known by its key.
        if (!started)
            await answered.Keep(place, ts);
        answers.Say(
            ours,
            user,
            channel,
            thread,
            started ? new Reply(true, SlackTexts.In(by.Language)["started"], null) : reply
        );
        return SlackAnswer.Done;
    }

    public async Task<JsonObject> Home(Workspace ours, string user)
    {
        var by = await people.Of(ours, user, null);
        var mine = await rows.List(ReadRowKinds.Interview, by.Organisation, by.Person, Listed, CancellationToken.None);
        return HomeView.Of(mine, shelf.For(by.Language), SlackTexts.In(by.Language));
    }

    private static DateTimeOffset? SentAt(JsonElement payload) =>
        payload.At("event_time") is { ValueKind: JsonValueKind.Number } time
        && time.TryGetInt64(out var seconds)
        && seconds is > 0 and < 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
