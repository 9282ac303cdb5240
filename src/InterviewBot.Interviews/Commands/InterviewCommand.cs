using System.Text.Json.Serialization;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Interviews.Commands;

/// <summary>
/// An order to an interview. Those with a JSON alias may travel through the outbox (Tell, Ring); they carry ids and numbers only.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(SetAside), "set-aside")]
[JsonDerivedType(typeof(Rang), "rang")]
public abstract record InterviewCommand;

/// <summary>
/// A move. A button carries the <paramref name="Step"/> of its card; a typed word has none and carries <paramref name="TypedAt"/>, the
/// platform's time of the message, and is refused as late when older than the last move, typed or pressed.
/// </summary>
public abstract record MoveCommand(int? Step, DateTimeOffset? TypedAt) : InterviewCommand;

/// <summary>Another interview of the same person became current at <paramref name="At"/>: this one pauses, unless it became current again since.</summary>
public sealed record SetAside(StreamId For, DateTimeOffset At) : InterviewCommand;

/// <summary>A timer of this stream is due. Whether it still means anything is decided when it rings.</summary>
public sealed record Rang(string Timer, int Generation) : InterviewCommand;

/// <summary>Brings the card to the bottom of the conversation.</summary>
public sealed record BringCardDown : InterviewCommand;

/// <summary>Hides (or shows again) name, notes and ratings on the card, for screen sharing.</summary>
public sealed record HideDetails(bool Hidden) : InterviewCommand;
