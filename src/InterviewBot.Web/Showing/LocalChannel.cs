using System.Globalization;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Web.People;

namespace InterviewBot.Web.Showing;

/// <summary>The local chat as a platform: a card is a message in its memory, shown by whoever looks.</summary>
public sealed class LocalChannel(ILocalMessages messages, TimeProvider clock) : IChannel
{
    public string Name => LocalPeople.Channel;

    public async Task<SendResult> Post(PostRequest post, CancellationToken ct)
    {
        if (!IsOurs(post.Place))
            return new SendResult.PlaceFault("no-such-conversation");
        var body = DrawingJson.Write(post.Drawing);
        var message = await messages.Add(
            new LocalMessage(
                0,
                post.Place.Conversation,
                await ThreadOf(post, ct),
                LocalAuthors.Bot,
                true,
                body,
                clock.GetUtcNow(),
                null,
                null,
                0,
                true,
                post.Stream,
                $"{post.Stream}:{post.Surface}:{post.Gen}"
            )
        );
        // An earlier try of this very post got through: it may show an older drawing.
        if (message.Body != body && message.DeletedAt is null)
            await messages.Change(message.Id, body, null, null, true);
        return new SendResult.Sent(message.Id.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<SendResult> Edit(Place place, string reference, Drawing drawing, CancellationToken ct)
    {
        if (await Standing(place, reference, ct) is not { } message)
            return new SendResult.Missing();
        if (drawing is Drawing.Gone)
            return await Erase(place, reference, ct);
        return await messages.Change(message.Id, DrawingJson.Write(drawing), null, null, true) is null
            ? new SendResult.Missing()
            : new SendResult.Sent(reference);
    }

    public async Task<SendResult> Erase(Place place, string reference, CancellationToken ct)
    {
        if (await Standing(place, reference, ct) is { } message)
            await messages.Change(message.Id, "", null, clock.GetUtcNow(), true);
        return new SendResult.Sent(reference);
    }

    private async ValueTask<LocalMessage?> Standing(Place place, string reference, CancellationToken ct) =>
        IsOurs(place)
        && long.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && await messages.Find(id, ct) is { DeletedAt: null, Author: LocalAuthors.Bot } message
        && message.Conversation == place.Conversation
            ? message
            : null;

    /// <summary>A thread hangs on a top-level message: an answer to an answer joins the same thread.</summary>
    private async ValueTask<long?> ThreadOf(PostRequest post, CancellationToken ct) =>
        long.TryParse(post.ParentRef, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && await messages.Find(id, ct) is { } parent
        && parent.Conversation == post.Place.Conversation
            ? parent.Thread ?? parent.Id
            : null;

    private static bool IsOurs(Place place) =>
        place is { Channel: LocalPeople.Channel, Installation: LocalPeople.Tenant }
        && LocalPeople.Has(place.Conversation);
}
