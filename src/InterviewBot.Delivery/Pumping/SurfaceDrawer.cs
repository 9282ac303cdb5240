using System.Globalization;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Delivery.Pumping;

/// <summary>Draws surfaces from the desks' views. An interview's stream owns the prompt; a loop's the rest.</summary>
/// <param name="linesBelow">Lines typed that became no note ("next") push a card up as well; null: only notes count.</param>
public sealed class SurfaceDrawer(
    InterviewDesk interviews,
    LoopDesk loops,
    TimeProvider clock,
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
                ? Prompt(interview, postedAt)
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
            interview.CardCalledAt,
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
            CalledDownAt: null,
            new Drawing.Line(Sentences.CardMoved(language), language)
        );
    }

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
