using InterviewBot.Interviews.Identity;

namespace InterviewBot.Interviews.Seams;

/// <summary>
/// The local chat is a platform of its own; this is its memory. Messages of people and cards of the bot alike, newest state only.
/// </summary>
/// <param name="Id">Time-ordered, unique over all conversations.</param>
/// <param name="Thread">Id of the message this one answers in a thread; null at the top level.</param>
/// <param name="Author">A local person's user id, or "bot".</param>
/// <param name="Body">What a person typed, or a card's JSON.</param>
/// <param name="Version">Grows with each change of any message: the cursor of the live page.</param>
/// <param name="Handled">Whether the bot has worked on this state of a person's message.</param>
/// <param name="PostKey">Makes a post idempotent: the bot's by surface and generation, a person's by delivery.</param>
public sealed record LocalMessage(
    long Id,
    string Conversation,
    long? Thread,
    string Author,
    bool IsCard,
    string Body,
    DateTimeOffset At,
    DateTimeOffset? EditedAt,
    DateTimeOffset? DeletedAt,
    long Version,
    bool Handled,
    StreamId? Stream,
    string? PostKey
);

public interface ILocalMessages
{
    /// <summary>Inserts and returns the message with its id and version; with a known post key returns the one already there, unchanged.</summary>
    Task<LocalMessage> Add(LocalMessage message);

    /// <summary>Replaces the body (null: keeps it) and, with <paramref name="deletedAt"/>, empties it for good; null when there is no such message.</summary>
    Task<LocalMessage?> Change(
        long id,
        string? body,
        DateTimeOffset? editedAt,
        DateTimeOffset? deletedAt,
        bool handled
    );

    Task MarkHandled(long id);

    ValueTask<LocalMessage?> Find(long id, CancellationToken ct);

    /// <summary>The newest <paramref name="limit"/> messages of a conversation, oldest first.</summary>
    ValueTask<IReadOnlyList<LocalMessage>> Recent(string conversation, int limit, CancellationToken ct);

    /// <summary>Messages of these conversations changed after <paramref name="version"/>, by version.</summary>
    ValueTask<IReadOnlyList<LocalMessage>> Since(
        long version,
        IReadOnlyList<string> conversations,
        int limit,
        CancellationToken ct
    );

    /// <summary>People's messages the bot has not worked on yet, oldest first.</summary>
    ValueTask<IReadOnlyList<LocalMessage>> Unhandled(CancellationToken ct);

    /// <summary>
    /// Completes soon after the next change of any message. Ask for the task first, then read <see cref="Since"/>, then await it:
    /// in that order no change is missed.
    /// </summary>
    Task Changed(CancellationToken ct);
}
