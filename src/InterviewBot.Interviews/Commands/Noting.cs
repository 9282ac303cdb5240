using InterviewBot.Interviews.Dialogs;

namespace InterviewBot.Interviews.Commands;

/// <summary>A typed line. <paramref name="NoteId"/> is the message's reference; <paramref name="SaidAt"/> the platform's time of it, which decides the question it belongs to.</summary>
/// <param name="Text">As typed, marks included.</param>
/// <param name="About">The question it is a reply to, when known; null: the one current at <paramref name="SaidAt"/>.</param>
/// <param name="AboutTopic">A topic named by "for redis: …"; null when none.</param>
/// <param name="HadFiles">Files came with it; they are not kept and the card says so once.</param>
public sealed record TakeNote(
    string NoteId,
    string Text,
    DateTimeOffset SaidAt,
    QuestionId? About = null,
    string? AboutTopic = null,
    bool HadFiles = false
) : InterviewCommand;

/// <summary>The chat message behind a note was edited; the newest edit wins.</summary>
public sealed record EditNote(string NoteId, string Text, DateTimeOffset EditedAt) : InterviewCommand;

/// <summary>The chat message behind a note was deleted; a tombstone stays.</summary>
public sealed record DeleteNote(string NoteId, DateTimeOffset DeletedAt) : InterviewCommand;

/// <summary>The note belongs to another question.</summary>
public sealed record MoveNote(string NoteId, QuestionId Question) : InterviewCommand;

/// <summary>Keeps a note out of what is published, or lets it in; chosen in the scorecard's preview.</summary>
public sealed record KeepNotePrivate(string NoteId, bool Private) : InterviewCommand;

/// <summary>The same for every note that is there.</summary>
public sealed record KeepAllPrivate(bool Private) : InterviewCommand;

/// <summary>1 poor, 2 mixed, 3 good, 4 excellent; null takes the rating away (not assessed).</summary>
public sealed record RateQuestion(QuestionId Question, int? Value) : InterviewCommand;

public sealed record RateTopic(string Topic, int? Value) : InterviewCommand;

/// <summary>Typed "rate 3": the question at hand, or the one just passed when the card shows none.</summary>
public sealed record RateCurrent(int Value) : InterviewCommand;
