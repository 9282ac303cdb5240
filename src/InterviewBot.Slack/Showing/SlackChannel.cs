using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Cards;

namespace InterviewBot.Slack.Showing;

/// <summary>Shows cards in Slack: posts, edits in place, deletes.</summary>
internal sealed class SlackChannel(
    SlackApi api,
    Workspaces workspaces,
    DirectMessages directs,
    Audiences audiences,
    PostLookup lookup,
    PictureFiles pictures,
    TimeProvider clock
) : IChannel
{
    private static readonly TimeSpan BetweenPosts = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, long> lastPost = new();
    private readonly SourceMemory sources = new();

    public string Name => SlackHouse.ChannelName;

    public PictureWay Pictures => PictureWay.AsFiles;

    public async Task<SendResult> Post(PostRequest post, CancellationToken ct)
    {
        var (ours, conversation, closed) = await Open(post.Place, ct);
        if (closed is not null)
            return closed;
        var key = $"{post.Stream}:{post.Surface}:{post.Gen}";
        if (Surfaces.IsPicture(post.Surface))
        {
            await Pace(conversation!, ct);
            return await pictures.Post(ours!, conversation!, post, key, ct);
        }
        if (
            (post.MayExist || lookup.IsUnknown(key))
            && await lookup.Find(ours!, key, conversation!, post.ParentRef, ct) is { } there
        )
            return new SendResult.Sent(there); // the pump draws a post of unknown end once more, by an edit
        var source = new CardSource(post.Stream, post.Surface);
        await Pace(conversation!, ct);
        lookup.Begin(key);
        var answer = await Say(
            ours!,
            "chat.postMessage",
            tightest =>
            {
                var body = Body(conversation!, CardMessage.Of(post.Drawing, source, tightest));
                if (post.ParentRef is not null)
                    body["thread_ts"] = post.ParentRef;
                body["unfurl_links"] = false;
                body["unfurl_media"] = false;
                body["metadata"] = new JsonObject
                {
                    ["event_type"] = PostLookup.EventType,
                    ["event_payload"] = new JsonObject { [PostLookup.Key] = key },
                };
                return body;
            },
            ct
        );
        if (answer.Error != ApiAnswer.Unanswered)
            lookup.End(key);
        if (!answer.Ok || answer.Body.Text("ts") is not { } ts)
            return SendErrors.Of(answer, Gates.Post);
        sources.Keep(conversation!, ts, source);
        return new SendResult.Sent(ts);
    }

    public async Task<SendResult> Edit(Place place, string reference, Drawing drawing, CancellationToken ct)
    {
        if (drawing is Drawing.Gone)
            return await Erase(place, reference, ct);
        // A file cannot be edited: the old one goes, and as it is missing then, the pump posts the new one.
        if (PictureFiles.IsFile(reference))
        {
            var erased = await Erase(place, reference, ct);
            return erased is SendResult.Sent && drawing is Drawing.Drawn ? new SendResult.Missing() : erased;
        }
        var (ours, conversation, closed) = await Open(place, ct);
        if (closed is not null)
            return closed;
        var source =
            (drawing is Drawing.Shown { Card: var card } ? CardSource.Of(card) : null)
            ?? sources.Find(conversation!, reference);
        var answer = await Say(
            ours!,
            "chat.update",
            tightest =>
            {
                var body = Body(conversation!, CardMessage.Of(drawing, source, tightest));
                body["ts"] = reference;
                return body;
            },
            ct
        );
        return answer.Ok ? new SendResult.Sent(reference) : SendErrors.Of(answer, Gates.Edit);
    }

    public async Task<SendResult> Erase(Place place, string reference, CancellationToken ct)
    {
        if (await Serving(place, ct) is not { } ours)
            return SendErrors.Dead;
        if (PictureFiles.IsFile(reference))
            return await pictures.Erase(ours, reference, ct);
        var (conversation, failed) = await directs.Id(ours, place.Conversation, ct);
        if (conversation is null)
            return SendErrors.Of(failed!, Gates.Erase);
        var answer = await api.Send(
            ours,
            "chat.delete",
            new JsonObject { ["channel"] = conversation, ["ts"] = reference },
            ct
        );
        return answer.Ok || answer.Error is "message_not_found" or "channel_not_found" or "thread_not_found"
            ? new SendResult.Sent(reference)
            : SendErrors.Of(answer, Gates.Erase);
    }

    /// <summary>Slack's id of the conversation, once it is clear that what we say may be read there.</summary>
    private async Task<(Workspace? Ours, string? Conversation, SendResult? Closed)> Open(
        Place place,
        CancellationToken ct
    )
    {
        var (ours, known) = await workspaces.Of(place.Installation, ct);
        // A workspace that left: its jobs stop, and go on when it installs the app again.
        if (ours is null or { IsDead: true })
            return (null, null, known ? SendErrors.Dead : new SendResult.Retry(null));
        var (conversation, failed) = await directs.Id(ours, place.Conversation, ct);
        if (conversation is null)
            return (null, null, SendErrors.Of(failed!, null));
        if (DirectMessages.IsDirect(conversation))
            return (ours, conversation, null);
        return (await audiences.Of(ours, conversation, ct)).Audience switch
        {
            Audience.Own => (ours, conversation, null),
            Audience.External => (null, null, new SendResult.PlaceFault("external-channel")),
            Audience.NotThere => (null, null, new SendResult.PlaceFault(SendErrors.NotInvited)),
            // Unknown is withheld.
            _ => (null, null, new SendResult.Retry(null)),
        };
    }

    private async ValueTask<Workspace?> Serving(Place place, CancellationToken ct) =>
        (await workspaces.Of(place.Installation, ct)).Ours is { IsDead: false } ours ? ours : null;

    /// <summary>What Slack finds too long after all is made as short as we can and said once more.</summary>
    private async Task<ApiAnswer> Say(Workspace ours, string method, Func<bool, JsonObject> body, CancellationToken ct)
    {
        var answer = await api.Send(ours, method, body(false), ct);
        return answer.Error is "msg_too_long" or "msg_blocks_too_long"
            ? await api.Send(ours, method, body(true), ct)
            : answer;
    }

    /// <summary>One message a second per conversation; others do not wait, each is sent by its own lane.</summary>
    private async Task Pace(string conversation, CancellationToken ct)
    {
        if (
            lastPost.TryGetValue(conversation, out var last)
            && BetweenPosts - clock.GetElapsedTime(last) is var wait
            && wait > TimeSpan.Zero
        )
            await Task.Delay(wait, clock, ct);
        if (lastPost.Count > 10_000)
            lastPost.Clear();
        lastPost[conversation] = clock.GetTimestamp();
    }

    private static JsonObject Body(string conversation, CardMessage message) =>
        new()
        {
            ["channel"] = conversation,
            ["text"] = message.Text,
            ["blocks"] = message.Blocks,
        };
}
