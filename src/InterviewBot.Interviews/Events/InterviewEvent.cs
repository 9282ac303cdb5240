using System.Collections.Immutable;
using System.Text.Json.Serialization;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Interviews.Events;

/// <summary>
/// A fact of an interview. Stored for ever under a fixed alias: add events or optional members, never rename, never change a meaning.
/// The time of a fact is its commit's. Events carry the words asked and the titles, so that folding never reads a guide.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(InterviewStarted), "started")]
[JsonDerivedType(typeof(PlanMade), "plan-made")]
[JsonDerivedType(typeof(CandidateNamed), "candidate-named")]
[JsonDerivedType(typeof(ChannelChosen), "channel-chosen")]
[JsonDerivedType(typeof(InterviewBegun), "begun")]
[JsonDerivedType(typeof(NoShowRecorded), "no-show")]
[JsonDerivedType(typeof(InterviewCancelled), "cancelled")]
[JsonDerivedType(typeof(BecameCurrent), "became-current")]
[JsonDerivedType(typeof(QuestionPassed), "passed")]
[JsonDerivedType(typeof(ForkAnswered), "fork-answered")]
[JsonDerivedType(typeof(TopicEntered), "topic-entered")]
[JsonDerivedType(typeof(TopicClosed), "topic-closed")]
[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(MoveTyped), "move-typed")]
[JsonDerivedType(typeof(StepUndone), "undone")]
[JsonDerivedType(typeof(WrappedUp), "wrapped-up")]
[JsonDerivedType(typeof(LookedBack), "looked-back")]
[JsonDerivedType(typeof(StoppedLooking), "stopped-looking")]
[JsonDerivedType(typeof(WordsSimplified), "words-simplified")]
[JsonDerivedType(typeof(QuestionRated), "rated")]
[JsonDerivedType(typeof(TopicRated), "topic-rated")]
[JsonDerivedType(typeof(NoteTaken), "note-taken")]
[JsonDerivedType(typeof(NoteEdited), "note-edited")]
[JsonDerivedType(typeof(NoteDeleted), "note-deleted")]
[JsonDerivedType(typeof(NoteMoved), "note-moved")]
[JsonDerivedType(typeof(NoteKept), "note-kept")]
[JsonDerivedType(typeof(InterviewPaused), "paused")]
[JsonDerivedType(typeof(InterviewResumed), "resumed")]
[JsonDerivedType(typeof(EndChanged), "end-changed")]
[JsonDerivedType(typeof(FinishProposed), "finish-proposed")]
[JsonDerivedType(typeof(FinishDropped), "finish-dropped")]
[JsonDerivedType(typeof(InterviewFinished), "finished")]
[JsonDerivedType(typeof(InterviewReopened), "reopened")]
[JsonDerivedType(typeof(Recommended), "recommended")]
[JsonDerivedType(typeof(CommentWritten), "comment-written")]
[JsonDerivedType(typeof(PreviewTurned), "preview")]
[JsonDerivedType(typeof(ScorecardSubmitted), "submitted")]
[JsonDerivedType(typeof(CardCalledDown), "card-called")]
[JsonDerivedType(typeof(DetailsHidden), "hidden")]
[JsonDerivedType(typeof(TimerSet), "timer-set")]
[JsonDerivedType(typeof(IdleAsked), "idle-asked")]
[JsonDerivedType(typeof(ClosingCameDue), "closing-due")]
[JsonDerivedType(typeof(Forgotten), "forgotten")]
public abstract record InterviewEvent;

public sealed record InterviewStarted(
    StreamId Interview,
    StreamId Loop,
    string Organisation,
    string GuideHash,
    string GuideTitle,
    string GuideLanguage,
    string? GuideFor,
    string? Candidate,
    PersonId Interviewer,
    string InterviewerName,
    string Language,
    string Zone,
    Place Dm,
    Place? Channel,
    string? ChannelName,
    ImmutableArray<Place> Recruiters
) : InterviewEvent;

/// <summary>The plan as it is now, whole.</summary>
public sealed record PlanMade(int Minutes, ImmutableArray<PlannedTopic> Topics) : InterviewEvent;

/// <summary>A topic of the guide as the plan sees it. Preparation stages are not in the plan.</summary>
public sealed record PlannedTopic(
    string Key,
    string Title,
    string Stage,
    string StageTitle,
    bool Required,
    bool IsClosing,
    bool IsPool,
    int Minutes,
    bool Planned
);

public sealed record CandidateNamed(string Name) : InterviewEvent;

public sealed record ChannelChosen(Place? Channel, string? ChannelName) : InterviewEvent;

public sealed record InterviewBegun(DateTimeOffset EndsAt) : InterviewEvent;

public sealed record NoShowRecorded : InterviewEvent;

public sealed record InterviewCancelled(bool ByItself) : InterviewEvent;

/// <summary>Typed lines of the interviewer go here from now on; <paramref name="Instead"/> is the interview that was current before.</summary>
public sealed record BecameCurrent(StreamId? Instead) : InterviewEvent;

public sealed record InterviewPaused(StreamId? For) : InterviewEvent;

public sealed record InterviewResumed : InterviewEvent;

public sealed record EndChanged(DateTimeOffset EndsAt) : InterviewEvent;

public sealed record FinishProposed : InterviewEvent;

public sealed record FinishDropped : InterviewEvent;

/// <summary><paramref name="EndedAt"/> is the time of the last act when it ended by itself.</summary>
public sealed record InterviewFinished(DateTimeOffset EndedAt, string? Reason, bool ByItself) : InterviewEvent;

public sealed record InterviewReopened : InterviewEvent;

public sealed record Recommended(Recommendation? Value) : InterviewEvent;

public sealed record CommentWritten(string Text) : InterviewEvent;

public sealed record PreviewTurned(bool Open) : InterviewEvent;

public sealed record ScorecardSubmitted : InterviewEvent;

public sealed record CardCalledDown : InterviewEvent;

public sealed record DetailsHidden(bool Hidden) : InterviewEvent;

/// <summary>A timer is to ring at <paramref name="At"/>; an older generation of the same name means nothing any more.</summary>
public sealed record TimerSet(string Timer, int Generation, DateTimeOffset At) : InterviewEvent;

/// <summary>The card asks once whether the interview is over.</summary>
public sealed record IdleAsked : InterviewEvent;

/// <summary>The closing stage has to begin for the interview to end in time; said once for a planned end.</summary>
public sealed record ClosingCameDue : InterviewEvent;

/// <summary>The tombstone of a forgotten stream.</summary>
public sealed record Forgotten : InterviewEvent;
