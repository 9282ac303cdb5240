using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Receiving;

/// <summary>
/// The one door for what people type and press, whatever the channel. Each method returns after the commit; the cause makes a second
/// delivery harmless. Throws <see cref="ReceptionFailedException"/> when nobody knows whether it was taken.
/// </summary>
public interface IReception
{
    Task<Reply> Typed(TypedLine line);

    Task<Reply> Edited(Speaker by, Place place, string messageRef, string text, DateTimeOffset editedAt, Cause cause);

    Task<Reply> Deleted(Speaker by, Place place, string messageRef, DateTimeOffset deletedAt, Cause cause);

    /// <param name="value">The option chosen, or the field's new value.</param>
    /// <param name="text">The line that a menu option asked for.</param>
    Task<Reply> Pressed(Speaker by, Place place, Press press, string? value, string? text, Cause cause);

    /// <param name="startKey">What the person did: one form, one interview, however often it is sent.</param>
    Task<Reply> StartForm(
        Speaker by,
        Place place,
        string guideName,
        string? candidate,
        int? minutes,
        string startKey,
        Cause cause
    );
}
