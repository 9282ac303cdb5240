using System.Collections.Immutable;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Loops;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Deciding;

/// <summary>Events of an interview -> effects and read rows. Pure.</summary>
public static class InterviewEffects
{
    /// <summary>Name of the surface of an interview's stream.</summary>
    public const string Prompt = "prompt";

    public static ImmutableArray<Effect> After(Interview before, ImmutableArray<InterviewEvent> events, Interview after)
    {
        var effects = ImmutableArray.CreateBuilder<Effect>();
        if (events.Any(e => e is not (TimerSet or Forgotten)))
            effects.Add(new Effect.Draw(Prompt, after.Dm));
        // From the planned end on the card says that it is past.
        if (after.EndsAt is { } end && events.Any(e => e is InterviewBegun or EndChanged))
            effects.Add(new Effect.Draw(Prompt, after.Dm, end));
        foreach (var e in events)
        {
            if (e is BecameCurrent { Instead: { } other })
                effects.Add(new Effect.TellInterview(other, new Commands.SetAside(after.Id, after.At)));
            if (e is TimerSet timer)
                effects.Add(new Effect.Ring(timer.Timer, timer.Generation, timer.At));
            if (e is NoteTaken note && after.MovedAt is { } moved && LateThoughts.MayBe(note.SaidAt, moved))
                effects.Add(new Effect.Draw(Prompt, after.Dm, LateThoughts.OfferEnds(note.SaidAt)));
        }
        if (events.Any(e => ConcernsTheLoop(e, before)))
            effects.Add(new Effect.TellLoop(after.Loop, Report(after)));
        return effects.ToImmutable();
    }

    public static ImmutableArray<ReadRow> Rows(ImmutableArray<InterviewEvent> events, Interview after)
    {
        var rows = ImmutableArray.CreateBuilder<ReadRow>();
        var person = after.Interviewer.ToString();
        ReadRow Row(string kind, string key, string? status, string data) =>
            new(kind, key, after.Id, after.Organisation, person, status, data, after.At);

        if (
            events.Any(e =>
                e
                    is InterviewStarted
                        or CandidateNamed
                        or InterviewBegun
                        or NoShowRecorded
                        or InterviewCancelled
                        or InterviewPaused
                        or InterviewResumed
                        or InterviewFinished
                        or InterviewReopened
                        or ScorecardSubmitted
            )
        )
            rows.Add(
                Row(
                    ReadRowKinds.Interview,
                    after.Id.ToString(),
                    after.Phase.ToString(),
                    InterviewRow.Of(after).ToJson()
                )
            );
        if (events.Any(e => e is InterviewStarted or BecameCurrent))
            rows.Add(Row(ReadRowKinds.Focus, person, "current", "{}"));
        else if (events.Any(e => e is NoShowRecorded or InterviewCancelled or ScorecardSubmitted))
            rows.Add(Row(ReadRowKinds.Focus, person, null, "{}"));
        if (after.Channel is { } channel && events.Any(e => e is InterviewBegun or ChannelChosen))
            rows.Add(
                Row(ReadRowKinds.LastChannel, person, "used", new LastChannelRow(channel, after.ChannelName).ToJson())
            );
        return rows.ToImmutable();
    }

    // The board shows phases, people, topics touched and the name; the recruiter also what a scorecard says. Never before Begin, except for a no-show.
    private static bool ConcernsTheLoop(InterviewEvent e, Interview before) =>
        e switch
        {
            InterviewStarted
            or InterviewBegun
            or NoShowRecorded
            or InterviewCancelled
            or InterviewFinished
            or InterviewReopened => true,
            ScorecardSubmitted or InterviewPaused or InterviewResumed or ChannelChosen => true,
            CandidateNamed or PlanMade or QuestionPassed or TopicEntered or TopicClosed or StepUndone or WrappedUp =>
                before.BegunAt is not null,
            // The name stands on the board as well.
            DetailsHidden => before.BegunAt is not null,
            // An addendum.
            NoteTaken { Private: false } => before.Phase == Phase.Submitted,
            _ => false,
        };

    private static ReportInterview Report(Interview i) =>
        new(
            i.Id,
            i.Organisation,
            i.Interviewer,
            i.InterviewerName,
            i.Channel,
            i.Recruiters,
            i.Phase,
            i.BegunAt,
            i.SubmittedAt is not null,
            i.Seq
        );
}
