using System.Collections.Immutable;
using InterviewBot.Interviews.Dialogs;

namespace InterviewBot.Interviews.Events;

public enum PassedAs
{
    Asked,
    AlreadyAnswered,
    NotNow,
}

/// <summary>A question was left behind. <paramref name="Picked"/>: it had been picked, not come to by walking its topic.</summary>
public sealed record QuestionPassed(QuestionId Question, string Words, PassedAs As, string? Reason, bool Picked = false)
    : InterviewEvent;

public sealed record ForkAnswered(QuestionId Fork, string Words, bool Yes) : InterviewEvent;

public sealed record TopicEntered(string Topic, string Title) : InterviewEvent;

/// <summary>A topic was walked to its end, or its rest was left out. It may be entered again for what stayed open.</summary>
public sealed record TopicClosed(string Topic, string Title, bool RestSkipped) : InterviewEvent;

/// <summary>
/// The card shows something else. <paramref name="Step"/> counts moves, is never reused and is compared with that of a pressed button.
/// The whole stack stands in the event: it is small, and folding needs no rule.
/// </summary>
public sealed record Moved(int Step, ImmutableArray<Frame> Stack, Spot Spot, Arrival Arrival) : InterviewEvent;

/// <summary>The move was typed, at this time of the platform: an older typed move is late.</summary>
public sealed record MoveTyped(DateTimeOffset At) : InterviewEvent;

/// <summary>The last move or rating was taken back; <paramref name="Step"/> is the new step all the same.</summary>
public sealed record StepUndone(int Step) : InterviewEvent;

/// <summary>The rest of the plan gives way to the closing stage.</summary>
public sealed record WrappedUp(string? Reason) : InterviewEvent;

public sealed record LookedBack(QuestionId Question) : InterviewEvent;

public sealed record StoppedLooking : InterviewEvent;

/// <summary><paramref name="Index"/> counts the guide's <i>Say</i> lines from 0.</summary>
public sealed record WordsSimplified(QuestionId Question, int Index) : InterviewEvent;

public sealed record QuestionRated(QuestionId Question, int? Value) : InterviewEvent;

public sealed record TopicRated(string Topic, int? Value) : InterviewEvent;

public enum NoteMark
{
    None,

    /// <summary>+ : a highlight of the summary.</summary>
    Plus,

    /// <summary>- : a weak point.</summary>
    Minus,

    /// <summary>? : to be followed up.</summary>
    Open,
}

/// <summary>A note. <paramref name="Text"/> is without its marks.</summary>
/// <param name="Question">The question it belongs to; null when none stood on the card.</param>
/// <param name="Private">Stays in the DM for ever.</param>
/// <param name="WrittenAfter">Typed between Finish and Submit.</param>
public sealed record NoteTaken(
    string NoteId,
    QuestionId? Question,
    string Text,
    NoteMark Mark,
    bool Private,
    DateTimeOffset SaidAt,
    bool WrittenAfter,
    bool HadFiles
) : InterviewEvent;

public sealed record NoteEdited(string NoteId, string Text, NoteMark Mark, bool Private, DateTimeOffset EditedAt)
    : InterviewEvent;

public sealed record NoteDeleted(string NoteId, DateTimeOffset DeletedAt) : InterviewEvent;

public sealed record NoteMoved(string NoteId, QuestionId Question) : InterviewEvent;

public sealed record NoteKept(string NoteId, bool Private) : InterviewEvent;
