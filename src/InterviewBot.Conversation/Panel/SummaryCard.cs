using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Ending;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Panel;

/// <summary>One interview's summary in the board's thread: open when the last scorecard is in, before that only who owes one.</summary>
internal static class SummaryCard
{
    public static Card? Of(LoopView loop, StreamId interview)
    {
        var view = loop.Interviews.FirstOrDefault(i => i.Interview.Id == interview);
        if (view is null || view.Interview.BegunAt is null)
            return null;
        var pen = new Pen(view);
        var parts = Panellists.IsOpen(loop) ? Parts(pen, loop) : Closed(pen, loop);
        return new Card(pen.Text["summary.fallback"], pen.Language, [.. parts], [], Turn: 0);
    }

    /// <summary>The interview's part of an open summary, and of a recruiter's message at any time: what was covered is hers to know.</summary>
    public static IEnumerable<CardPart> Parts(Pen pen, LoopView loop)
    {
        yield return Title(pen, loop);
        yield return new TextLine(When(pen), Tone.Small);
        foreach (var part in SummaryParts.Coverage(pen))
            yield return part;
        if (Panellists.IsOpen(loop) && pen.Interview.Phase == Phase.Submitted)
        {
            foreach (var part in SummaryParts.Verdict(pen))
                yield return part;
        }
        else if (Owes(pen, loop) is { } owes)
            yield return owes;
    }

    public static TextLine Title(Pen pen, LoopView loop) =>
        new(
            Pen.Dots(Panellists.OnScreen(loop, pen.Text), pen.Interview.InterviewerName, pen.Interview.GuideTitle),
            Tone.Title
        );

    // The panel reads along in the thread: what was missed and why, or when it ended, would be a verdict in disguise.
    private static IEnumerable<CardPart> Closed(Pen pen, LoopView loop)
    {
        yield return Title(pen, loop);
        yield return new TextLine(Panellists.PhaseOf(pen.Interview, pen.Text), Tone.Small);
        if (Owes(pen, loop) is { } owes)
            yield return owes;
    }

    private static string When(Pen pen)
    {
        var interview = pen.Interview;
        return Pen.Dots(
            interview.BegunAt is { } begun ? pen.Day(begun) : null,
            interview.EndedAt is not null ? ScorecardCard.Times(pen)
                : interview.BegunAt is { } since ? pen.At(since)
                : null,
            Panellists.PhaseOf(interview, pen.Text)
        );
    }

    private static TextLine? Owes(Pen pen, LoopView loop)
    {
        var owing = loop
            .Interviews.Where(i => i.Interview.Phase == Phase.Finished)
            .Select(i => i.Interview.InterviewerName)
            .ToList();
        return owing.Count == 0
            ? null
            : new TextLine(pen.Text.With("summary.owes", string.Join(" · ", owing)), Tone.Notice);
    }
}
