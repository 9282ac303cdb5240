using System.Collections.Immutable;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Loops;

/// <summary>The rules of a loop: reports in, board and recruiter's messages out. Pure. Reports may arrive late, twice or out of order.</summary>
public static class LoopRules
{
    public static ImmutableArray<LoopEvent> Decide(Loop loop, LoopCommand command)
    {
        if (loop.IsForgotten || command is not ReportInterview report)
            return [];
        var known = loop.Interviews.FirstOrDefault(i => i.Interview == report.Interview);
        if (known is not null && known.Version >= report.Version)
            return [];
        var interview = new LoopInterview(
            report.Interview,
            report.Interviewer,
            report.InterviewerName,
            report.Phase,
            report.BegunAt,
            report.ScorecardIn,
            report.Version
        );
        return [new InterviewReported(report.Organisation, report.Channel, report.Recruiters, interview)];
    }

    public static Loop Commit(Loop loop, ImmutableArray<LoopEvent> events, Cause cause, DateTimeOffset at)
    {
        foreach (var e in events)
            loop = Evolve(loop, e);
        return loop with { Seq = loop.Seq + 1, At = at, Causes = loop.Causes.Add(cause.Hash) };
    }

    /// <summary>
    /// Board and recruiter's message follow each report; a summary joins them once the scorecard is in (and follows, as a reopened interview is no longer summed up); with it all summaries are looked at anew.
    /// </summary>
    public static ImmutableArray<Effect> After(Loop before, Loop after, ImmutableArray<LoopEvent> events)
    {
        var effects = ImmutableArray.CreateBuilder<Effect>();
        foreach (var e in events.OfType<InterviewReported>())
        {
            var was = before.Interviews.FirstOrDefault(i => i.Interview == e.Interview.Interview);
            if (after.HasBoard)
                effects.Add(new Effect.Draw("board", after.Channel!));
            if (e.Interview.ScorecardIn || was?.ScorecardIn == true)
                effects.AddRange(Summaries(after, e.Interview.Interview));
            // Before Begin the recruiter hears nothing, except of a candidate who did not come.
            if (e.Interview.BegunAt is not null || e.Interview.Phase == Phase.NoShow)
            {
                for (var r = 0; r < after.Recruiters.Length; r++)
                    effects.Add(new Effect.Draw($"recruiter:{r}", after.Recruiters[r]));
            }
            if (e.Interview.ScorecardIn || was?.ScorecardIn == true)
                effects.AddRange(Courses(after));
        }
        return effects.ToImmutable();
    }

    // The last scorecard opens all: those sent before it show then what they kept back.
    private static IEnumerable<Effect> Summaries(Loop loop, StreamId reported) =>
        loop.HasBoard
            ? loop
                .Interviews.Where(i => i.ScorecardIn || i.Interview == reported)
                .Select(i => new Effect.Draw($"summary:{i.Interview}", loop.Channel!))
            : [];

    // The last scorecard opens all, so each interview's course is looked at anew; while one is owed there is none to show.
    private static IEnumerable<Effect> Courses(Loop loop)
    {
        foreach (var interview in loop.Interviews.Where(i => i.BegunAt is not null))
        {
            foreach (var kind in (string[])["picture", "table"])
            {
                if (loop.HasBoard)
                    yield return new Effect.Draw($"{kind}:{interview.Interview}", loop.Channel!);
                for (var r = 0; r < loop.Recruiters.Length; r++)
                    yield return new Effect.Draw($"{kind}:{interview.Interview}:{r}", loop.Recruiters[r]);
            }
        }
    }

    public static ImmutableArray<ReadRow> Rows(Loop loop) =>
        loop.IsForgotten
            ? []
            :
            [
                new ReadRow(
                    ReadRowKinds.Loop,
                    loop.Id.ToString(),
                    loop.Id,
                    loop.Organisation,
                    null,
                    loop.HasBoard ? "open" : "preparing",
                    "{}",
                    loop.At
                ),
            ];

    private static Loop Evolve(Loop loop, LoopEvent e) =>
        e switch
        {
            InterviewReported r => loop with
            {
                Organisation = r.Organisation,
                Channel = r.Channel,
                Recruiters = r.Recruiters,
                Interviews = With(loop.Interviews, r.Interview),
            },
            LoopForgotten => new Loop
            {
                Id = loop.Id,
                Seq = loop.Seq,
                IsForgotten = true,
            },
            _ => throw new System.Diagnostics.UnreachableException($"No fold for {e.GetType().Name}."),
        };

    private static ImmutableArray<LoopInterview> With(ImmutableArray<LoopInterview> all, LoopInterview one)
    {
        var at = all.ToList().FindIndex(i => i.Interview == one.Interview);
        return at < 0 ? all.Add(one) : all.SetItem(at, one);
    }
}
