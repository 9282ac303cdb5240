using System.Collections.Immutable;
using System.Diagnostics;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Interviews.State;

/// <summary>Events -> state. Never refuses, never throws for a known event, never reads a guide.</summary>
public static class InterviewFold
{
    /// <summary>Folds one commit: its events, its cause, its time. What Undo goes back to is the state before a whole commit.</summary>
    public static Interview Commit(
        Interview interview,
        ImmutableArray<InterviewEvent> events,
        Cause cause,
        DateTimeOffset at
    )
    {
        var before = interview.Progress;
        foreach (var e in events)
            interview = Evolve(interview, e, at);
        if (IsUndoable(events))
            interview = interview with { Past = Last(interview.Past.Add(before), Interview.UndoLimit) };
        if (events.Any(IsAct))
            interview = interview with { ActedAt = at, IdleAsked = false };
        if (events.Any(e => e is Moved or StepUndone) && !events.Any(e => e is MoveTyped))
            interview = interview with { PressedMoveAt = at };
        if (events.Any(IsTurn))
            interview = interview with { TurnedAt = at };
        return interview with { Seq = interview.Seq + 1, At = at, Causes = interview.Causes.Add(cause.Hash) };
    }

    public static Interview Evolve(Interview interview, InterviewEvent @event, DateTimeOffset at) =>
        @event switch
        {
            InterviewStarted e => Started(interview, e, at),
            PlanMade e => interview with { Minutes = e.Minutes, Plan = e.Topics },
            CandidateNamed e => interview with
            {
                // An empty name is a naming taken back to none.
                Candidate = e.Name.Length == 0 ? null : e.Name,
                CandidateBefore = interview.Candidate,
                Namings = interview.Namings + 1,
            },
            ChannelChosen e => interview with { Channel = e.Channel, ChannelName = e.ChannelName },
            InterviewBegun e => interview with { Phase = Phase.Running, BegunAt = at, EndsAt = e.EndsAt },
            NoShowRecorded => interview with { Phase = Phase.NoShow, EndedAt = at, CurrentSince = null },
            InterviewCancelled => interview with { Phase = Phase.Cancelled, EndedAt = at, CurrentSince = null },
            BecameCurrent => interview with { CurrentSince = at },
            InterviewPaused e => Paused(interview, e, at),
            InterviewResumed => interview with
            {
                Phase = Phase.Running,
                LastPauseBegan = interview.PausedAt,
                PausedAt = null,
                PausedFor = null,
            },
            EndChanged e => interview with { EndsAt = e.EndsAt, ClosingDue = false },
            FinishProposed => interview with { FinishOpen = true, Looking = null },
            FinishDropped => interview with { FinishOpen = false },
            InterviewFinished e => interview with
            {
                Phase = Phase.Finished,
                EndedAt = e.EndedAt,
                EndReason = e.Reason,
                EndedByItself = e.ByItself,
                FinishOpen = false,
                Looking = null,
                PausedAt = null,
                PausedFor = null,
                Past = [],
            },
            InterviewReopened => interview with
            {
                Phase = Phase.Running,
                EndedAt = null,
                EndReason = null,
                EndedByItself = false,
                PreviewOpen = false,
            },
            Recommended e => interview with { Recommendation = e.Value },
            CommentWritten e => interview with { Comment = e.Text },
            PreviewTurned e => interview with { PreviewOpen = e.Open },
            ScorecardSubmitted => interview with
            {
                Phase = Phase.Submitted,
                SubmittedAt = at,
                PreviewOpen = false,
                CurrentSince = null,
            },
            CardCalledDown => interview with { CardCalledAt = at, CardCalledSeq = interview.Seq + 1 },
            DetailsHidden e => interview with { Hidden = e.Hidden },
            TimerSet e => interview with { Timers = interview.Timers.SetItem(e.Timer, e.Generation) },
            IdleAsked => interview with { IdleAsked = true },
            // The card comes down once, as if it had been asked for.
            ClosingCameDue => interview with
            {
                ClosingDue = true,
                CardCalledAt = at,
                CardCalledSeq = interview.Seq + 1,
            },
            LookedBack e => OnCardNow(interview with { Looking = e.Question }, at, e.Question),
            StoppedLooking => OnCardNow(interview with { Looking = null }, at, interview.Spot.Question),
            WordsSimplified e => interview with { SaidIndex = interview.SaidIndex.SetItem(e.Question, e.Index) },
            StepUndone e => Undone(interview, e, at),
            NoteTaken or NoteEdited or NoteDeleted or NoteMoved or NoteKept => NoteFold.Evolve(interview, @event),
            QuestionPassed or ForkAnswered or TopicEntered or TopicClosed or WrappedUp or QuestionRated or TopicRated =>
                interview with
                {
                    Progress = ProgressFold.Evolve(interview.Progress, @event, at),
                },
            Moved e => Arrived(interview, e, at),
            MoveTyped e => interview with { TypedMoveAt = e.At },
            Forgotten => new Interview
            {
                Id = interview.Id,
                Seq = interview.Seq,
                Phase = Phase.Forgotten,
            },
            _ => throw new UnreachableException($"No fold for {@event.GetType().Name}."),
        };

    private static Interview Started(Interview interview, InterviewStarted e, DateTimeOffset at) =>
        interview with
        {
            Id = e.Interview,
            Phase = Phase.Preparing,
            Loop = e.Loop,
            Organisation = e.Organisation,
            GuideHash = e.GuideHash,
            GuideTitle = e.GuideTitle,
            GuideLanguage = e.GuideLanguage,
            GuideFor = e.GuideFor,
            Candidate = e.Candidate,
            Interviewer = e.Interviewer,
            InterviewerName = e.InterviewerName,
            Language = e.Language,
            Zone = e.Zone,
            Dm = e.Dm,
            Channel = e.Channel,
            ChannelName = e.ChannelName,
            Recruiters = e.Recruiters,
            CurrentSince = at,
        };

    private static Interview Paused(Interview interview, InterviewPaused e, DateTimeOffset at) =>
        interview with
        {
            Phase = Phase.Paused,
            PausedAt = at,
            PausedFor = e.For,
            CurrentSince = e.For is null ? interview.CurrentSince : null,
            Looking = null,
            FinishOpen = false,
        };

    private static Interview Arrived(Interview interview, Moved e, DateTimeOffset at) =>
        OnCardNow(
            interview with
            {
                Step = e.Step,
                MovedAt = at,
                Looking = null,
                FinishOpen = false,
                Progress = interview.Progress with { Stack = e.Stack, Spot = e.Spot, Arrival = e.Arrival },
            },
            at,
            e.Spot.Question
        );

    private static Interview Undone(Interview interview, StepUndone e, DateTimeOffset at)
    {
        var back = interview.Past.IsEmpty ? interview.Progress : interview.Past[^1];
        return OnCardNow(
            interview with
            {
                Step = e.Step,
                MovedAt = at,
                Looking = null,
                FinishOpen = false,
                Progress = back,
                Past = interview.Past.IsEmpty ? interview.Past : interview.Past.RemoveAt(interview.Past.Count - 1),
            },
            at,
            back.Spot.Question
        );
    }

    private static Interview OnCardNow(Interview interview, DateTimeOffset at, QuestionId? question) =>
        interview with
        {
            Timeline = Last(interview.Timeline.Add(new OnCard(at, question)), Interview.TimelineLimit),
        };

    private static ImmutableList<T> Last<T>(ImmutableList<T> list, int limit) =>
        list.Count > limit ? list.RemoveRange(0, list.Count - limit) : list;

    private static bool IsTurn(InterviewEvent @event) =>
        @event
            is FinishProposed
                or FinishDropped
                or InterviewPaused
                or InterviewResumed
                or InterviewReopened
                or LookedBack;

    private static bool IsUndoable(ImmutableArray<InterviewEvent> events) =>
        events.Any(e => e is Moved or QuestionRated or TopicRated)
        && !events.Any(e => e is StepUndone or InterviewBegun);

    // What the bot does by itself keeps an interview no more awake than silence does.
    private static bool IsAct(InterviewEvent e) =>
        e
            is not (
                TimerSet
                or IdleAsked
                or ClosingCameDue
                or InterviewFinished { ByItself: true }
                or InterviewPaused { For: not null }
                or Forgotten
            );
}
