using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Cards;

namespace InterviewBot.Slack.Receiving;

/// <summary>Answers that only one person sees (ephemeral messages), modals and reactions, all after the acknowledgement.</summary>
internal sealed class PrivateAnswers(SlackApi api, DirectMessages directs, Afterwards afterwards)
{
    private const int LongestText = 9_000;

    /// <param name="channel">Where the person is; null: in the direct conversation.</param>
    public void Say(Workspace ours, string user, string? channel, string? thread, Reply reply)
    {
        if (reply is not { Text: null or "", Card: null })
            Say(ours, user, channel, thread, Message(reply));
    }

    public void Say(Workspace ours, string user, string? channel, string? thread, string text) =>
        Say(ours, user, channel, thread, new Reply(true, text, null));

    public static CardMessage Message(Reply reply)
    {
        var blocks = new JsonArray();
        foreach (var piece in Clip.Pieces(reply.Text ?? "", 2_900, LongestText / 2_900).Where(p => p.Trim().Length > 0))
            blocks.Add((JsonNode)Elements.Section(piece));
        if (reply.Card is null)
            return new CardMessage(Mrkdwn.Fallback(reply.Text ?? ""), blocks);
        var card = CardMessage.Of(new Drawing.Shown(reply.Card), CardSource.Of(reply.Card), tightest: blocks.Count > 1);
        foreach (var block in card.Blocks.ToList())
        {
            card.Blocks.Remove(block);
            blocks.Add(block);
        }
        return new CardMessage(Mrkdwn.Fallback(reply.Text ?? reply.Card.Fallback), blocks);
    }

    /// <summary>Opens a view while the trigger lives (3 s). Afterwards Slack refuses it: then the person is asked to press once more.</summary>
    public void Open(Workspace ours, string? trigger, JsonObject view, Action tooLate) =>
        afterwards.Do(async () =>
        {
            var answer = await api.Send(
                ours,
                "views.open",
                new JsonObject { ["trigger_id"] = trigger, ["view"] = view },
                CancellationToken.None
            );
            if (!answer.Ok)
                tooLate();
        });

    /// <summary>A view that was closed or changed meanwhile is left as it is.</summary>
    public void Update(Workspace ours, string viewId, JsonObject view) =>
        afterwards.Do(() =>
            api.Send(
                ours,
                "views.update",
                new JsonObject { ["view_id"] = viewId, ["view"] = view },
                CancellationToken.None
            )
        );

    public void Publish(Workspace ours, string user, Func<Task<JsonObject>> home) =>
        afterwards.Do(async () =>
            await api.Send(
                ours,
                "views.publish",
                new JsonObject { ["user_id"] = user, ["view"] = await home() },
                CancellationToken.None
            )
        );

    /// <summary>The sign that a line was saved: silent, and seen where it was typed.</summary>
    public void React(Workspace ours, string channel, string ts) =>
        afterwards.Do(() =>
            api.Send(
                ours,
                "reactions.add",
                new JsonObject
                {
                    ["channel"] = channel,
                    ["timestamp"] = ts,
                    ["name"] = "memo",
                },
                CancellationToken.None
            )
        );

    public void Say(Workspace ours, string user, string? channel, string? thread, CardMessage message) =>
        afterwards.Do(async () =>
        {
            if (
                await Ephemeral(ours, user, channel, thread, message)
                || channel is null
                || DirectMessages.IsDirect(channel)
            )
                return;
            // The bot is not in that channel: the answer finds the person at home.
            await Ephemeral(ours, user, null, null, message);
        });

    private async Task<bool> Ephemeral(
        Workspace ours,
        string user,
        string? channel,
        string? thread,
        CardMessage message
    )
    {
        var conversation = channel ?? (await directs.Id(ours, user, CancellationToken.None)).Id;
        if (conversation is null)
            return false;
        var body = new JsonObject
        {
            ["channel"] = conversation,
            ["user"] = user,
            ["text"] = message.Text,
            ["blocks"] = message.Blocks.DeepClone(),
        };
        if (thread is not null)
            body["thread_ts"] = thread;
        return (await api.Send(ours, "chat.postEphemeral", body, CancellationToken.None)).Ok;
    }
}
