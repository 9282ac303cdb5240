using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Channels;

/// <summary>A platform that shows cards: Slack, Teams, the local chat. Its methods answer with values; an exception counts as <see cref="SendResult.Retry"/>.</summary>
public interface IChannel
{
    /// <summary>"slack", "teams" or "web": the <see cref="Place.Channel"/> it serves.</summary>
    string Name { get; }

    /// <summary>How pictures of an interview's flows come to be seen there.</summary>
    PictureWay Pictures => PictureWay.OnPages;

    Task<SendResult> Post(PostRequest post, CancellationToken ct);

    /// <summary>Edits in place. Idempotent.</summary>
    Task<SendResult> Edit(Place place, string reference, Drawing drawing, CancellationToken ct);

    /// <summary>Deletes a message of ours. Idempotent: a message that is not there any more is <see cref="SendResult.Sent"/>.</summary>
    Task<SendResult> Erase(Place place, string reference, CancellationToken ct);
}

public enum PictureWay
{
    /// <summary>A page shows them, and the table beside them; nothing is sent.</summary>
    OnPages,

    /// <summary>A card holds them, above the table.</summary>
    InCards,

    /// <summary>Each is a file; the table is a card of its own.</summary>
    AsFiles,
}

/// <param name="ParentRef">The message in whose thread it belongs; null: top level.</param>
/// <param name="Stream">With <paramref name="Surface"/> and <paramref name="Gen"/> a key that makes the post idempotent where the platform allows it.</param>
/// <param name="MayExist">An earlier try under the same key had no known end: where the platform can be searched, look first.</param>
public sealed record PostRequest(
    Place Place,
    string? ParentRef,
    Drawing Drawing,
    StreamId Stream,
    string Surface,
    int Gen,
    bool MayExist = false
);

public abstract record SendResult
{
    /// <param name="Ref">The platform's reference of the message.</param>
    public sealed record Sent(string Ref) : SendResult;

    /// <summary>The message to edit is not there any more: it is posted anew.</summary>
    public sealed record Missing : SendResult;

    /// <summary>
    /// The platform asks to wait, or did not answer. <paramref name="After"/> null: back-off decides. <paramref name="Gate"/>, one of
    /// <see cref="Gates"/>: everything the installation does by that method waits too, not only this lane.
    /// </summary>
    public sealed record Retry(TimeSpan? After, string? Gate = null) : SendResult;

    /// <summary>The platform does not take this content. <paramref name="Reason"/> is a code, never the platform's text.</summary>
    public sealed record RowFault(string Reason) : SendResult;

    /// <summary>The place is gone or closed to us.</summary>
    public sealed record PlaceFault(string Reason) : SendResult;
}
