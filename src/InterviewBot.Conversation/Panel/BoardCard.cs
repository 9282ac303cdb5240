using System.Collections.Immutable;
using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Panel;

/// <summary>
/// The loop's message in the hiring channel: phases, people, topics planned / covered / open. Never depth, counts, forks, skip reasons, durations,
/// early ends, ratings or notes: each is a verdict in disguise, and the panel has not spoken yet.
/// </summary>
internal static class BoardCard
{
    public static Card? Of(LoopView loop)
    {
        if (!loop.Loop.HasBoard)
            return null;
        var pen = new Pen(loop.Interviews[0]);
        var owing = loop.Interviews.Where(i => Panellists.Counts(i.Interview)).ToList();
        var sent = owing.Count(i => i.Interview.Phase == Phase.Submitted);
        return new Card(
            pen.Text["board.fallback"],
            pen.Language,
            [
                new TextLine(
                    Pen.Dots(
                        Panellists.OnScreen(loop, pen.Text),
                        pen.Interview.GuideTitle,
                        Panellists.Begun(loop) is { } begun ? pen.Day(begun) : null
                    ),
                    Tone.Title
                ),
                .. loop.Interviews.SelectMany(Lines),
                new TextLine(
                    Pen.Dots(
                        pen.Text.With("board.scorecards", sent, owing.Count),
                        owing.Count > 0 && sent == owing.Count ? pen.Text["board.all-in"] : pen.Text["board.opinions"]
                    ),
                    Tone.Small
                ),
            ],
            [],
            Turn: 0
        );
    }

    private static IEnumerable<CardPart> Lines(InterviewView view)
    {
        var pen = new Pen(view);
        var interview = view.Interview;
        yield return new TextLine(
            Pen.Dots(
                interview.InterviewerName,
                interview.BegunAt is { } begun ? pen.At(begun) : null,
                Panellists.PhaseOf(interview, pen.Text)
            )
        );
        if (interview.BegunAt is null)
            yield break;
        if (CoverageLines.Covered(pen.Text, view) is { } covered)
            yield return covered;
        var language = interview.GuideLanguage;
        // Once it is over, what is left of the plan is open to the others of the panel.
        var left = view.Topics.Where(CoverageLines.IsMissed).ToImmutableArray();
        if (CoverageLines.List(pen.Text, interview.IsLive ? "planned" : "open", left, language) is { } planned)
            yield return planned;
    }
}
