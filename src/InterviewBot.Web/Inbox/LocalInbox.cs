using System.Collections.Concurrent;
using System.Globalization;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Web.People;

namespace InterviewBot.Web.Inbox;

/// <summary>
/// Lines people type, edit and delete. Each is stored first, then given to the reception, then marked: a crash between leaves it
/// unhandled, and it is worked on again with the same cause. One conversation at a time, so that lines count in their order.
/// </summary>
internal sealed class LocalInbox(ILocalMessages messages, IReception reception, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new();

    /// <param name="delivery">Made by the page for this line; a repeated delivery finds the message of the first.</param>
    public async Task<ActOutcome> Say(LocalViewer by, string conversation, long? thread, string text, string delivery)
    {
        if (!by.Person.IsIn(conversation))
            return new ActOutcome.NotYours();
        using var turn = await Turn(conversation);
        var parent = thread is { } id ? await messages.Find(id, CancellationToken.None) : null;
        if (thread is not null && parent?.Conversation != conversation)
            return new ActOutcome.NotYours();
        var message = await messages.Add(
            new LocalMessage(
                0,
                conversation,
                parent is null ? null : parent.Thread ?? parent.Id,
                by.Person.User,
                false,
                text,
                clock.GetUtcNow(),
                null,
                null,
                0,
                false,
                null,
                $"said:{conversation}:{by.Person.User}:{delivery}"
            )
        );
        if (message.DeletedAt is not null)
            return new ActOutcome.Busy(null); // the first delivery was turned away and withdrawn; its answer got lost
        if (message.Handled)
            return new ActOutcome.Done(null);
        var outcome = await Work(by, message);
        if (outcome is ActOutcome.Busy)
            await messages.Change(message.Id, "", null, clock.GetUtcNow(), true);
        return outcome;
    }

    public async Task<ActOutcome> Edit(LocalViewer by, long id, string text)
    {
        if (await Own(by, id) is not { } found)
            return new ActOutcome.NotYours();
        using var turn = await Turn(found.Conversation);
        if (await Settled(by, id) is not { } before)
            return new ActOutcome.Busy(null);
        if (before.DeletedAt is not null)
            return new ActOutcome.NotYours();
        if (before.Body == text)
            return new ActOutcome.Done(null);
        return await Changed(by, before, text, null);
    }

    public async Task<ActOutcome> Delete(LocalViewer by, long id)
    {
        if (await Own(by, id) is not { } found)
            return new ActOutcome.NotYours();
        using var turn = await Turn(found.Conversation);
        if (await Settled(by, id) is not { } before)
            return new ActOutcome.Busy(null);
        if (before.DeletedAt is not null)
            return new ActOutcome.Done(null);
        return await Changed(by, before, "", clock.GetUtcNow());
    }

    /// <summary>Works on a line whose work was cut off. False: not taken yet, try later.</summary>
    public async Task<bool> WorkAgain(LocalMessage left)
    {
        if (LocalPeople.Find(left.Author) is not { } person)
            return true;
        using var turn = await Turn(left.Conversation);
        return await Settled(LocalViewers.Absent(person, left.Body), left.Id) is not null;
    }

    private async Task<ActOutcome> Changed(LocalViewer by, LocalMessage before, string text, DateTimeOffset? deletedAt)
    {
        // An edit that the bot has no time for is taken back. A deletion empties for good and cannot be: it stands, unhandled, and the
        // bot is told when lines left unhandled are worked on again.
        var changed = await messages.Change(
            before.Id,
            text,
            deletedAt is null ? clock.GetUtcNow() : before.EditedAt,
            deletedAt,
            false
        );
        if (changed is null)
            return new ActOutcome.NotYours();
        var outcome = await Work(by, changed);
        if (outcome is ActOutcome.Busy && deletedAt is null)
            await messages.Change(before.Id, before.Body, before.EditedAt, null, true);
        return outcome is ActOutcome.Busy && deletedAt is not null ? new ActOutcome.Done(null) : outcome;
    }

    /// <summary>The message with nothing left to do about its present state; null: the bot is busy.</summary>
    private async Task<LocalMessage?> Settled(LocalViewer by, long id) =>
        await messages.Find(id, CancellationToken.None) is { } message
        && (message.Handled || await Work(by, message) is ActOutcome.Done)
            ? message
            : null;

    private async Task<ActOutcome> Work(LocalViewer by, LocalMessage message)
    {
        var place = LocalPeople.PlaceOf(message.Conversation);
        var reference = message.Id.ToString(CultureInfo.InvariantCulture);
        var reply = message switch
        {
            { DeletedAt: { } at } => await reception.Deleted(
                by.Speaker,
                place,
                reference,
                at,
                CauseOf(message, $"delete:{at.ToUnixTimeMilliseconds()}")
            ),
            { EditedAt: { } at } => await reception.Edited(
                by.Speaker,
                place,
                reference,
                message.Body,
                at,
                CauseOf(message, $"edit:{at.ToUnixTimeMilliseconds()}")
            ),
            _ => await reception.Typed(
                new TypedLine(
                    by.Speaker,
                    place,
                    message.Conversation != LocalPeople.Hiring,
                    reference,
                    message.Body,
                    message.At,
                    message.Thread?.ToString(CultureInfo.InvariantCulture),
                    false,
                    CauseOf(message, "message")
                )
            ),
        };
        if (reply.Accepted)
            await messages.MarkHandled(message.Id);
        return ActOutcome.Of(reply);
    }

    private async ValueTask<LocalMessage?> Own(LocalViewer by, long id) =>
        await messages.Find(id, CancellationToken.None) is { IsCard: false } message
        && message.Author == by.Person.User
        && by.Person.IsIn(message.Conversation)
            ? message
            : null;

    private static Cause CauseOf(LocalMessage message, string kind) =>
        new($"{LocalPeople.PlaceOf(message.Conversation)}:{message.Id}:{kind}");

    private async Task<IDisposable> Turn(string conversation)
    {
        var gate = _turns.GetOrAdd(conversation, _ => new SemaphoreSlim(1));
        await gate.WaitAsync();
        return new Leave(gate);
    }

    private sealed class Leave(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
