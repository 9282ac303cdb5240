using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Receiving;

/// <summary>A line somebody typed.</summary>
/// <param name="IsDirect">Typed in the direct conversation with the bot.</param>
/// <param name="MessageRef">The platform's reference of the message; part of a note's id.</param>
/// <param name="SaidAt">The platform's time of the message.</param>
/// <param name="IsOrder">Said to the bot on purpose, by a command of the platform or a mention: what is no word of ours is answered by help and never kept.</param>
/// <param name="ThreadRef">The message it answers in a thread; null at the top level.</param>
/// <param name="IsForwarded">Somebody else wrote it: it is kept as a note and orders nothing, whatever it says.</param>
public sealed record TypedLine(
    Speaker By,
    Place Place,
    bool IsDirect,
    string MessageRef,
    string Text,
    DateTimeOffset SaidAt,
    string? ThreadRef,
    bool HadFiles,
    Cause Cause,
    bool IsOrder = false,
    bool IsForwarded = false
)
{
    /// <summary>Read later from the platform's history, as the bot was away when it was typed: a note is kept, a command is told and not carried out.</summary>
    public bool CameLate { get; init; }
}
