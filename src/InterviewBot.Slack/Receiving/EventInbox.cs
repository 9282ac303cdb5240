using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Cards;
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
    Installation installation,
    PrivateAnswers answers,
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
                return ours is null ? Task.FromResult(SlackAnswer.Busy) : Happened(ours, happened);
            default:
                return Task.FromResult(SlackAnswer.Senseless);
        }
    }

    private async Task<SlackAnswer> Happened(Workspace ours, JsonElement what)
    {
        var channel = what.Text("channel");
        switch (what.Text("type"))
        {
            case "message" when channel is not null && what.Text("channel_type") == "im":
                return await Message(ours, channel, what);
            case "app_mention" when channel is not null && !DirectMessages.IsDirect(channel):
                return await Mentioned(ours, channel, what);
            case "app_home_opened" when what.Text("user") is { } user && what.Text("tab") is (null or "home"):
                answers.Publish(user, () => Home(ours, user));
                return SlackAnswer.Done;
            case "member_joined_channel" when channel is not null:
                audiences.Forget(channel);
                // Invited (again): what waited for this channel goes on.
                if (what.Text("user") == ours.BotUser)
                    await outbox.Revive(new Place(SlackHouse.ChannelName, ours.Team, channel).Lane);
                return SlackAnswer.Done;
            case "channel_shared" or "channel_unshared" or "channel_rename" or "member_left_channel":
                if ((channel ?? what.Text("channel", "id")) is { } changed)
                    audiences.Forget(changed);
                return SlackAnswer.Done;
            case "app_uninstalled":
                installation.Died("app_uninstalled");
                return SlackAnswer.Done;
            case "tokens_revoked":
                if (what.At("tokens")?.List("bot").Any() == true)
                    installation.Died("token_revoked");
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
        var by = await people.Of(ours.Team, user, null);
        if (IsForeign(ours, mention))
        {
            answers.Say(user, channel, thread, SlackTexts.In(by.Language)["foreign-person"]);
            return SlackAnswer.Done;
        }
        var text = Mrkdwn.Unescape(mention.Text("text") ?? "", ours.BotUser);
        var place = new Place(SlackHouse.ChannelName, ours.Team, channel);
        var (reply, started) = await orders.Do(by, place, text.Length == 0 ? "help" : text, ts, ts);
        if (!reply.Accepted)
            return SlackAnswer.Busy;
        answers.Say(
            user,
            channel,
            thread,
            started ? new Reply(true, SlackTexts.In(by.Language)["started"], null) : reply
        );
        return SlackAnswer.Done;
    }

    public async Task<JsonObject> Home(Workspace ours, string user)
    {
        var by = await people.Of(ours.Team, user, null);
        var mine = await rows.List(ReadRowKinds.Interview, by.Organisation, by.Person, Listed, CancellationToken.None);
        return HomeView.Of(mine, shelf.Guides, SlackTexts.In(by.Language));
    }

    private static bool IsForeign(Workspace ours, JsonElement what) =>
        (what.Text("user_team") ?? what.Text("source_team")) is { } team && team != ours.Team;
}
