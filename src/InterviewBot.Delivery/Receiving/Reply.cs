using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Deciding;

namespace InterviewBot.Delivery.Receiving;

/// <summary>A line that came late and changed nothing.</summary>
/// <param name="Word">The command that was not carried out; null: it was no command, and there was no interview to keep it in.</param>
public sealed record LateLine(string? Word);

/// <summary>An answer to one person, private to them, never stored.</summary>
/// <param name="Accepted">False: busy or not served; nothing was committed and nothing may be acknowledged.</param>
public sealed record Reply(bool Accepted, string? Text, Card? Card)
{
    /// <summary>Why nothing was changed; <see cref="Text"/> says it. A form stays open with it, so that what was typed in is not lost.</summary>
    public Refusal? Refused { get; init; }

    /// <summary>Of a line that came late (<see cref="TypedLine.CameLate"/>): what was not done about it.</summary>
    public LateLine? Late { get; init; }

    /// <summary>A typed line became neither a note nor an act; <see cref="Text"/> says why. Where that can be, it does not look saved.</summary>
    public bool NotKept { get; init; }
}
