using System.Collections.Immutable;
using InterviewBot.Interviews.Dialogs;

namespace InterviewBot.Interviews.Commands;

/// <summary>The question on the card was asked; on to the next.</summary>
public sealed record Next(int? Step, DateTimeOffset? TypedAt) : MoveCommand(Step, TypedAt);

public enum SkipKind
{
    /// <summary>The candidate already answered it: counts as covered and may be rated.</summary>
    AlreadyAnswered,

    /// <summary>Stays open; a later visit to the topic comes back to it.</summary>
    NotNow,

    /// <summary>The rest of this topic is left out.</summary>
    RestOfTopic,
}

public sealed record Skip(SkipKind Kind, string? Reason, int? Step, DateTimeOffset? TypedAt)
    : MoveCommand(Step, TypedAt);

/// <summary>Answers the fork on the card, and the forks that follow it directly, one answer each; true is yes.</summary>
public sealed record AnswerFork(ImmutableArray<bool> Answers, int? Step, DateTimeOffset? TypedAt)
    : MoveCommand(Step, TypedAt);

/// <summary>Goes to another topic now; when it ends the dialog comes back.</summary>
public sealed record JumpTo(string Topic, int? Step, DateTimeOffset? TypedAt) : MoveCommand(Step, TypedAt);

/// <summary>Asks one question from a pool or from "more questions", then comes back.</summary>
public sealed record PickQuestion(QuestionId Question, int? Step, DateTimeOffset? TypedAt) : MoveCommand(Step, TypedAt);

/// <summary>Done with the pool.</summary>
public sealed record LeavePool(int? Step, DateTimeOffset? TypedAt) : MoveCommand(Step, TypedAt);

/// <summary>Takes back the last move or rating. Notes stay.</summary>
public sealed record Undo(int? Step, DateTimeOffset? TypedAt) : MoveCommand(Step, TypedAt);

/// <summary>Goes to the closing stage; what is left gets one reason.</summary>
public sealed record WrapUp(string? Reason, int? Step, DateTimeOffset? TypedAt) : MoveCommand(Step, TypedAt);

/// <summary>Looks at an earlier question (null: the one before), to rate it and to add notes; stays until <see cref="StopLooking"/> or a move.</summary>
public sealed record LookBack(QuestionId? Question) : InterviewCommand;

/// <summary>Back to the present question.</summary>
public sealed record StopLooking : InterviewCommand;

/// <summary>Shows the next, simpler words for the question.</summary>
public sealed record SimplerWords(QuestionId Question) : InterviewCommand;
