using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Delivery.Pumping;

/// <summary>Brings one surface up to date within one lease: drawn from the log's head, placed, sent, recorded.</summary>
internal sealed class SurfaceShowing(
    IOutbox outbox,
    ISurfaceDrawer drawer,
    Sender sender,
    Book book,
    TimeProvider clock,
    ILogger logger,
    Term term
)
{
    private static readonly IReadOnlyList<OutboxRow> NoRows = [];
    private readonly LeavingBehind _leaving = new(outbox, sender, book, logger, term);

    /// <param name="rows">The wake-ups that this showing answers, oldest first; empty for a parent drawn for its child's sake.</param>
    /// <returns>Null: done or set aside, the lane goes on.</returns>
    public async Task<Halt?> Show(StreamId stream, string name, IReadOnlyList<OutboxRow> rows)
    {
        var known = await outbox.Surface(stream, name, CancellationToken.None);
        Drawn? drawn;
        try
        {
            drawn = await drawer.Draw(stream, name, known?.Ref is null ? null : known.PostedAt, CancellationToken.None);
        }
        catch (Exception e)
        {
            logger.DrawingThrew(name, stream, e.GetType().Name);
            // Perhaps the store stumbled, perhaps this card can never be drawn: after a few tries it may not hold up its neighbours.
            return (term.Lease.Attempts < 3 && e is not UnknownEventException) || rows.Count == 0
                ? new Halt.Failed(null)
                : await book.SetAside(rows, "drawing");
        }
        var place = drawn?.Place ?? Place.Parse(known?.Lane);
        if (place is not null && !sender.Shows(place, name))
            return await book.Done(rows);
        // Nothing to show, or it lives in another lane by now: the commit that moved it has a wake-up of its own there.
        if (drawn is null || place is null || !BelongsHere(place, name))
            return await book.Done(rows);
        var surface = known ?? new SurfaceRow(stream, name, place.Lane, null, null, 0, null, null, 0, null, 0);

        var settled = surface.IntentAt is null || drawn.Drawing is Drawing.Gone;
        if (settled && await _leaving.Retire(surface, drawn) is { } owing)
            return owing;
        return Placed(surface, drawn, place) switch
        {
            Placing.Edit => await Edit(surface, drawn, place, rows),
            Placing.Post or Placing.Repost => await Post(surface, drawn, place, rows),
            Placing.Delete when surface.Ref is null => await TakeBack(surface, drawn, place, rows),
            Placing.Delete => await Delete(surface, drawn, rows),
            // The seq is kept all the same: what was set aside for an older state is overtaken.
            _ when known is not null => await book.Record(
                rows,
                surface with
                {
                    DrawnSeq = drawn.Seq,
                },
                [],
                drawn.TellsOfIt
            ),
            _ => await book.Done(rows),
        };
    }

    // The message above it is the other lane's: here it is waited for, never posted or given up.
    private bool OnPictures => PictureLane.Is(term.Lease.Lane);

    private bool BelongsHere(Place place, string name) =>
        place.Lane == term.Lease.Lane || Surfaces.IsPicture(name) && PictureLane.Of(place) == term.Lease.Lane;

    private static Placing Placed(SurfaceRow surface, Drawn drawn, Place place)
    {
        if (drawn.Drawing is Drawing.Gone)
            return surface is { Ref: null, IntentAt: null } ? Placing.Skip : Placing.Delete;
        // A post that nobody knows the end of is finished first, with its own key, whatever the card says by now.
        if (surface.IntentAt is not null || surface.Lane != place.Lane)
            return Placing.Post;
        return Placement.Of(drawn.Drawing, surface, drawn.LinesSince, drawn.CalledDownSeq);
    }

    private async Task<Halt?> Edit(SurfaceRow surface, Drawn drawn, Place place, IReadOnlyList<OutboxRow> rows)
    {
        var tried = await sender.Show(
            place,
            Gates.Edit,
            term,
            drawn.Drawing,
            (channel, drawing, ct) => channel.Edit(place, surface.Ref!, drawing, ct)
        );
        switch (tried.Result)
        {
            case SendResult.Sent:
                Note(tried, surface);
                return await book.Record(rows, ShownAs(surface, drawn), [], drawn.TellsOfIt);
            case SendResult.Missing:
                var lost = surface with { Ref = null, IntentAt = null, DrawnHash = null };
                return await book.Record(NoRows, lost, [book.Gone(surface)]) ?? await Post(lost, drawn, place, rows);
            default:
                return await book.Failed(tried, surface, rows);
        }
    }

    private async Task<Halt?> Post(
        SurfaceRow surface,
        Drawn drawn,
        Place place,
        IReadOnlyList<OutboxRow> rows,
        bool parentWasLost = false
    )
    {
        var (parentRef, halt) = await ParentRef(surface.Stream, drawn.ParentSurface);
        if (halt is not null)
            return halt;
        if (drawn.ParentSurface is not null && parentRef is null)
            return OnPictures ? new Halt.Failed(null) : await book.SetAside(rows, "no-parent");
        // Before the intent, so that a closed gate leaves none: an intent means that a message may exist.
        if (await sender.MayGo(place, Gates.Post, term) is { } wait)
            return wait;

        var now = clock.GetUtcNow();
        var again = surface is { IntentAt: not null, Ref: null } && surface.Lane == place.Lane;
        var intended = surface;
        if (!again)
        {
            if (surface.Ref is not null)
                await outbox.Intend(LeftBehind.Of(surface), now);
            intended = surface with
            {
                Lane = place.Lane,
                Parent = drawn.ParentSurface,
                Ref = null,
                Gen = surface.Gen + 1,
                IntentAt = now,
                DrawnHash = null,
            };
            await outbox.Intend(intended, now);
        }
        var tried = await sender.Show(
            place,
            Gates.Post,
            term,
            drawn.Drawing,
            (channel, drawing, ct) =>
                channel.Post(
                    new PostRequest(place, parentRef, drawing, surface.Stream, surface.Name, intended.Gen, again),
                    ct
                )
        );
        switch (tried.Result)
        {
            case SendResult.Sent sent:
                Note(tried, surface);
                var shown = ShownAs(intended, drawn) with { Ref = sent.Ref, IntentAt = null, PostedAt = now };
                return await AfterPost(shown, drawn, place, rows, again);
            case SendResult.Missing when parentRef is not null && !parentWasLost && !OnPictures:
                return await LoseParent(surface.Stream, drawn.ParentSurface!)
                    ?? await Post(intended, drawn, place, rows, parentWasLost: true);
            case SendResult.Missing:
                return await book.SetAside(rows, "post-missing");
            default:
                return await book.Failed(tried, intended, rows);
        }
    }

    private async Task<Halt?> AfterPost(
        SurfaceRow shown,
        Drawn drawn,
        Place place,
        IReadOnlyList<OutboxRow> rows,
        bool again
    )
    {
        var owes = await LeftBehind.Owed(outbox, shown) is not null;
        // An earlier try may have posted an older card under the same key, and the platform then gives that one back.
        var recorded = again ? shown with { DrawnHash = null } : shown;
        if (
            await book.Record(again || owes ? NoRows : rows, recorded, [book.Posted(shown)], drawn.TellsOfIt) is
            { } lost
        )
        {
            await _leaving.Collapse(shown, place);
            return lost;
        }
        if (owes && await _leaving.Retire(shown, drawn) is { } owing)
            return owing;
        if (again)
            return await Edit(recorded, drawn, place, rows);
        return owes ? await book.Done(rows) : null;
    }

    private async Task<Halt?> Delete(SurfaceRow surface, Drawn drawn, IReadOnlyList<OutboxRow> rows)
    {
        var place = Place.Parse(surface.Lane)!;
        var tried = await sender.Try(place, Gates.Erase, term, (channel, ct) => channel.Erase(place, surface.Ref!, ct));
        if (tried.Result is not (SendResult.Sent or SendResult.Missing))
            return await book.Failed(tried, surface, rows);
        var gone = surface with { Ref = null, IntentAt = null, DrawnSeq = drawn.Seq, DrawnHash = null };
        return await book.Record(rows, gone, [book.Gone(surface)]);
    }

    /// <summary>
    /// A post that nobody knows the end of, and nothing to show any more: the same key finds the message, or makes one that says nothing, and
    /// it is deleted.
    /// </summary>
    private async Task<Halt?> TakeBack(SurfaceRow surface, Drawn drawn, Place place, IReadOnlyList<OutboxRow> rows)
    {
        var parent = surface.Parent is { } name
            ? await outbox.Surface(surface.Stream, name, CancellationToken.None)
            : null;
        var tried = await sender.Try(
            place,
            Gates.Post,
            term,
            (channel, ct) =>
                channel.Post(
                    new PostRequest(
                        place,
                        parent?.Ref,
                        drawn.Retired,
                        surface.Stream,
                        surface.Name,
                        surface.Gen,
                        MayExist: true
                    ),
                    ct
                )
        );
        if (tried.Result is not SendResult.Sent sent)
            return tried.Result is SendResult.Missing
                ? await book.SetAside(rows, "post-missing")
                : await book.Failed(tried, surface, rows);
        var found = surface with { Ref = sent.Ref, IntentAt = null };
        return await book.Record(NoRows, found, [book.Posted(found)]) ?? await Delete(found, drawn, rows);
    }

    private async Task<(string? Ref, Halt? Halt)> ParentRef(StreamId stream, string? parent)
    {
        if (parent is null)
            return (null, null);
        if (await outbox.Surface(stream, parent, CancellationToken.None) is { Ref: { } there })
            return (there, null);
        var halt = await Show(stream, parent, NoRows);
        return halt is null
            ? ((await outbox.Surface(stream, parent, CancellationToken.None))?.Ref, null)
            : (null, halt);
    }

    private async Task<Halt?> LoseParent(StreamId stream, string parent) =>
        await outbox.Surface(stream, parent, CancellationToken.None) is { Ref: not null } row
            ? await book.Record(NoRows, row with { Ref = null, IntentAt = null, DrawnHash = null }, [book.Gone(row)])
            : null;

    private void Note(Tried tried, SurfaceRow surface)
    {
        if (tried.TextOnly)
            logger.TextOnly(surface.Name, surface.Stream);
    }

    private static SurfaceRow ShownAs(SurfaceRow surface, Drawn drawn) =>
        surface with
        {
            IntentAt = null,
            DrawnSeq = drawn.Seq,
            DrawnHash = DrawingJson.Hash(drawn.Drawing),
            DrawnTurn = drawn.Drawing is Drawing.Shown { Card.Turn: var turn } ? turn : surface.DrawnTurn,
        };
}
