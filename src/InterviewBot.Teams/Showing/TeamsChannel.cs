using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews.Identity;
using InterviewBot.Teams.Calling;
using InterviewBot.Teams.Remembering;
using Microsoft.Extensions.Options;

namespace InterviewBot.Teams.Showing;

/// <summary>Teams as a platform that shows cards.</summary>
internal sealed class TeamsChannel(
    Routes routes,
    Connector connector,
    TeamsAddresses addresses,
    Rosters rosters,
    Absences absences,
    Pace pace,
    IOptions<TeamsOptions> options,
    TimeProvider clock
) : IChannel
{
    // Longer waits are the lane's, so that an attempt ends within its limit.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    public string Name => TeamsHouse.ChannelName;

    public PictureWay Pictures => PictureWay.InCards;

    public async Task<SendResult> Post(PostRequest post, CancellationToken ct)
    {
        // Threads are for channels: in a direct chat it is simply the next message.
        var parent =
            post.ParentRef is null || TeamsHouse.PersonIn(post.Place) is not null
                ? null
                : Reference.Read(post.ParentRef).Root;
        var answer = await Say(
            post.Place,
            post.Drawing,
            (to, conversation, message) => connector.Send(to, conversation, message, ct),
            parent,
            ct
        );
        if (answer.Result is not null)
            return answer.Result;
        await absences.Told(post.Place);
        return answer.Id is { } id
            ? new SendResult.Sent(new Reference(id, parent).ToString())
            : new SendResult.RowFault("no-message-id");
    }

    public async Task<SendResult> Edit(Place place, string reference, Drawing drawing, CancellationToken ct)
    {
        if (drawing is Drawing.Gone)
            return await Erase(place, reference, ct);
        var own = Reference.Read(reference);
        var answer = await Say(
            place,
            drawing,
            (to, conversation, message) =>
            {
                message["id"] = own.Id;
                return connector.Update(to, conversation, own.Id, message, ct);
            },
            own.Parent,
            ct
        );
        if (answer.Result is not null)
            return answer.Result;
        await absences.Told(place);
        return new SendResult.Sent(reference);
    }

    public async Task<SendResult> Erase(Place place, string reference, CancellationToken ct)
    {
        var own = Reference.Read(reference);
        var answer = await Call(
            place,
            new Drawing.Gone(),
            (to, conversation) => connector.Delete(to, conversation, own.Id, ct),
            own.Parent,
            ct
        );
        return answer.Result is null or SendResult.Missing ? new SendResult.Sent(reference) : answer.Result;
    }

    /// <summary>A card whose pictures Teams does not take is said once more without: the tables say the same.</summary>
    private async Task<(SendResult? Result, string? Id)> Say(
        Place place,
        Drawing drawing,
        Func<string, string, JsonObject, Task<ConnectorAnswer>> say,
        string? thread,
        CancellationToken ct
    )
    {
        var message = await MessageOf(place, drawing);
        var answer = await Call(place, drawing, (to, c) => say(to, c, message), thread, ct);
        if (
            answer.Result is not SendResult.RowFault
            || drawing is not Drawing.Shown { Card: var card }
            || !card.Parts.Any(p => p is TablePart { Picture: not null })
        )
            return answer;
        var plain = new Drawing.Shown(
            card with
            {
                Parts = [.. card.Parts.Select(p => p is TablePart table ? table with { Picture = null } : p)],
            }
        );
        message = await MessageOf(place, plain);
        return await Call(place, plain, (to, c) => say(to, c, message), thread, ct);
    }

    private async Task<(SendResult? Result, string? Id)> Call(
        Place place,
        Drawing drawing,
        Func<string, string, Task<ConnectorAnswer>> call,
        string? thread,
        CancellationToken ct
    )
    {
        if (await Withheld(place, drawing, ct) is { } withheld)
            return (withheld, null);
        for (var again = false; ; again = true)
        {
            var route = await routes.To(place, again, ct);
            if (route.Fault is { } fault)
                return (fault, null);
            if (await Paced(route.Conversation, ct) is { } wait)
                return (wait, null);
            var answer = await call(
                route.ServiceUrl,
                thread is null ? route.Conversation : $"{route.Conversation};messageid={thread}"
            );
            if (answer.IsGood)
                return (null, answer.Id);
            var person = TeamsHouse.PersonIn(place);
            var isLost = answer is { Status: 404, Code: "ConversationNotFound" } && person is not null;
            if (isLost && !again)
                continue;
            var result = SendErrors.ResultOf(answer, person is null ? SendErrors.Closed : Routes.NotInstalled);
            // A reference that is dead is not used again; the next word of that person brings a new one.
            if (result is SendResult.PlaceFault && person is not null)
                await addresses.ForgetConversation(place.Installation, person);
            return (result, null);
        }
    }

    private async Task<SendResult?> Paced(string conversation, CancellationToken ct)
    {
        while (pace.Ask(conversation) is var wait && wait > TimeSpan.Zero)
        {
            if (wait > LongestPause)
                return new SendResult.Retry(wait);
            await Task.Delay(wait, clock, ct);
        }
        return null;
    }

    /// <summary>A card that names a candidate stays out of a channel in which guests or others read; when nobody can say who reads, too.</summary>
    private async Task<SendResult?> Withheld(Place place, Drawing drawing, CancellationToken ct)
    {
        if (
            drawing is not Drawing.Shown
            || TeamsHouse.PersonIn(place) is not null
            || options.Value.AllowExternalChannels
        )
            return null;
        if (await addresses.OfChannel(place.Installation, place.Conversation) is not { } address)
            return new SendResult.PlaceFault("bot-not-in-channel");
        var (members, why) = await rosters.Of(place.Installation, place.Conversation, address, ct);
        if (members is null)
            return SendErrors.OfRoster(why!);
        if (!members.Any(rosters.IsForeign))
            return null;
        // They may have left by the time this is tried again.
        rosters.Forget(place.Installation, place.Conversation);
        return new SendResult.PlaceFault("guests-in-channel");
    }

    private async ValueTask<JsonObject> MessageOf(Place place, Drawing drawing)
    {
        var asksForChannels =
            drawing is Drawing.Shown { Card.Actions: var actions }
            && actions.OfType<MenuAction>().Any(m => m.Options.Any(o => o.Press.Verb == Presses.Verbs.Channel));
        return Messages.Of(
            drawing,
            asksForChannels ? [.. await addresses.Channels(place.Installation)] : [],
            absences.Notice(place, drawing)
        );
    }
}

/// <summary>A message of ours: its id, and the root of its thread when it stands in one. Stored as <c>ID</c> or <c>ID;ROOT</c>.</summary>
internal readonly record struct Reference(string Id, string? Parent)
{
    /// <summary>The message on which a thread hangs.</summary>
    public string Root => Parent ?? Id;

    public static Reference Read(string text) =>
        text.Split(';', 2) is [var id, var root] ? new Reference(id, root) : new Reference(text, null);

    public override string ToString() => Parent is null ? Id : $"{Id};{Parent}";
}
