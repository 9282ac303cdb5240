using System.Globalization;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Loops;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Delivery.Pumping;

/// <summary>Draws surfaces from the desks' views. An interview's stream owns the prompt; a loop's the rest.</summary>
/// <param name="linesBelow">Lines typed that became no note ("next") push a card up as well; null: only notes count.</param>
public sealed class SurfaceDrawer(
    InterviewDesk interviews,
    LoopDesk loops,
    TimeProvider clock,
    IOutbox outbox,
    LinesBelow? linesBelow = null
) : ISurfaceDrawer
{
    public async ValueTask<Drawn?> Draw(
        StreamId stream,
        string surface,
        DateTimeOffset? postedAt,
        CancellationToken ct
    ) =>
        surface == Surfaces.Prompt
            ? await interviews.View(stream, ct) is { } interview
                ? Prompt(interview with { Arrived = await Arrived(interview.Interview, ct) }, postedAt)
                : null
            : await loops.View(stream, ct) is { } loop
                ? OfLoop(surface, loop)
                : null;

    private Drawn Prompt(InterviewView view, DateTimeOffset? postedAt)
    {
        var interview = view.Interview;
        return new Drawn(
            Drawings.Of(Surfaces.Prompt, view, clock.GetUtcNow()),
            interview.Dm,
            null,
            interview.Seq,
            postedAt is { } since
                ? Math.Max(
                    interview.LivingNotes.Count(n => n.SaidAt > since),
                    linesBelow?.Count(interview.Dm, since) ?? 0
                )
                : 0,
            interview.CardCalledSeq,
            Retired.LineFor(view)
        );
    }

    private Drawn OfLoop(string surface, LoopView view)
    {
        var language = view.Interviews.FirstOrDefault()?.Interview.Language ?? "en";
        var place = PlaceOf(surface, view);
        return new Drawn(
            place is null ? new Drawing.Gone() : Drawings.Of(surface, view, clock.GetUtcNow()),
            place,
            ParentOf(surface),
            view.Loop.Seq,
            LinesSince: 0, // what people say in a channel is not about our card: it stays where it is
            CalledDownSeq: 0,
            new Drawing.Line(Sentences.CardMoved(language), language)
        )
        {
            TellsOfIt =
            [
                .. view
                    .Interviews.Select(v => v.Interview)
                    .Where(i =>
                        surface == Surfaces.Summary(i.Id)
                        || i.Phase is Phase.Submitted or Phase.NoShow
                            && surface.StartsWith("recruiter:", StringComparison.Ordinal)
                    )
                    .Select(i => new WakeUp(i.Id, Surfaces.Prompt, i.Dm)),
            ],
        };
    }

    /// <summary>Looked at only where a card tells it.</summary>
    private async ValueTask<Arrived> Arrived(Interview interview, CancellationToken ct)
    {
        if (interview.Phase is not (Phase.Submitted or Phase.NoShow))
            return new Arrived(true, true);
        if (await loops.View(interview.Loop, ct) is not { } view || !Knows(view.Loop, interview))
            return new Arrived(false, false);
        var summary = await outbox.Surface(interview.Loop, Surfaces.Summary(interview.Id), ct);
        for (var r = 0; r < interview.Recruiters.Length; r++)
        {
            // It came with the beginning of the interview: what was sent just now is in it once it was drawn anew.
            var message = await outbox.Surface(interview.Loop, Surfaces.Recruiter(r), ct);
            if (message?.Ref is null || message.DrawnSeq < view.Loop.Seq)
                return new Arrived(summary?.Ref is not null, false);
        }
        return new Arrived(summary?.Ref is not null, true);
    }

    private static bool Knows(Loop loop, Interview interview) =>
        loop.Interviews.Any(i => i.Interview == interview.Id && (i.ScorecardIn || i.Phase == Phase.NoShow));

    private static string? ParentOf(string surface) =>
        surface.StartsWith("summary:", StringComparison.Ordinal) ? Surfaces.Board
        : Surfaces.ReportOf(surface) is not { } report ? null
        : report.Recruiter is { } recruiter ? Surfaces.Recruiter(recruiter)
        : Surfaces.Board;

    private static Place? PlaceOf(string surface, LoopView view)
    {
        var recruiter =
            Surfaces.ReportOf(surface)?.Recruiter
            ?? (
                surface.Split(':', 2) is ["recruiter", var index]
                    ? int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var r)
                        ? r
                        : int.MaxValue
                    : null
            );
        return recruiter is not { } number ? view.Loop.Channel
            : number < view.Loop.Recruiters.Length ? view.Loop.Recruiters[number]
            : null;
    }
}
