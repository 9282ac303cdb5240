using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Delivery.Pumping;

/// <summary>Works one leased lane, strictly one thing after the other, and gives it back.</summary>
internal sealed class LaneWork(
    IOutbox outbox,
    Errands errands,
    ISurfaceDrawer drawer,
    Sender sender,
    PlaceTroubles troubles,
    TimeProvider clock,
    ILogger logger,
    Term term,
    CancellationToken stopping
)
{
    private const int RowsAtOnce = 256;

    // The table beside it says the same.
    private const int AttemptsAtAPicture = 5;
    private readonly Book _book = new(outbox, clock, logger, term);
    private bool _succeeded;
    private string _halted = "";
    private IReadOnlyList<OutboxRow> _rows = [];

    public async Task Work()
    {
        try
        {
            _rows = await outbox.Rows(term.Lease, RowsAtOnce, CancellationToken.None);
            await GiveBack(await Through(_rows));
        }
        catch (Exception e)
        {
            logger.WorkThrew(term.Lease.Lane, e.GetType().Name);
            await GiveBackAfterDefect();
        }
    }

    private async Task<Halt?> Through(IReadOnlyList<OutboxRow> rows)
    {
        if (await RunErrands([.. rows.Where(r => r.Kind is OutboxKind.Tell or OutboxKind.Ring)]) is { } early)
            return early;

        var showing = new SurfaceShowing(outbox, drawer, sender, _book, clock, logger, term);
        var surfaces = rows.Where(r => r.Kind == OutboxKind.Draw)
            .GroupBy(r => (r.Stream, Name: LeftBehind.Owner(r.Name)))
            .OrderBy(g => Rank(g.Key.Name)); // a stable sort: equals stay in the order of their first wake-up
        foreach (var surface in surfaces)
        {
            if (
                await Do(surface.Key.Name, () => showing.Show(surface.Key.Stream, surface.Key.Name, [.. surface])) is
                { } halt
            )
                return halt;
        }
        foreach (var row in rows.Where(r => r.Kind == OutboxKind.Erase))
        {
            if (await Do(row.Name, () => Erase(row)) is { } halt)
                return halt;
        }
        foreach (var row in rows.Where(r => r.Kind == OutboxKind.Call))
            await _book.SetAside([row], "not-served");
        return null;
    }

    private async Task<Halt?> Do(string name, Func<Task<Halt?>> act)
    {
        if (stopping.IsCancellationRequested)
            return new Halt.OutOfTime();
        _halted = name;
        var halt = await act();
        _succeeded |= halt is null;
        return halt;
    }

    /// <summary>All errands done are acknowledged together: run again after a crash they change nothing, as their cause is known.</summary>
    private async Task<Halt?> RunErrands(IReadOnlyList<OutboxRow> rows)
    {
        var done = new List<OutboxRow>();
        Halt? halt = null;
        foreach (var row in rows)
        {
            halt = !term.AllowsSending || stopping.IsCancellationRequested ? new Halt.OutOfTime() : await Run(row);
            if (halt is not null)
                break;
            done.Add(row);
        }
        _succeeded |= done.Count > 0;
        return await _book.Done(done) ?? halt;
    }

    private async Task<Halt?> Run(OutboxRow row)
    {
        try
        {
            return await errands.Run(row) ? null : new Halt.Failed(null);
        }
        catch (Exception e)
        {
            logger.ErrandThrew(row.Stream, e.GetType().Name);
            return new Halt.Failed(null);
        }
    }

    private async Task<Halt?> Erase(OutboxRow row)
    {
        if (Place.Parse(row.Lane) is not { } place)
            return await _book.SetAside([row], "no-place");
        var tried = await sender.Try(place, Gates.Erase, term, (channel, ct) => channel.Erase(place, row.Name, ct));
        var now = clock.GetUtcNow();
        return tried.Result switch
        {
            SendResult.Sent or SendResult.Missing => await _book.Record(
                [row],
                null,
                [new PostedRow(row.Stream, row.Lane, row.Name, "erased", now, now)]
            ),
            SendResult.Retry retry => new Halt.Failed(retry.After),
            SendResult.RowFault fault => await _book.SetAside([row], fault.Reason),
            SendResult.PlaceFault fault => new Halt.Dead(fault.Reason),
            _ => tried.Halt,
        };
    }

    private async Task GiveBack(Halt? halt)
    {
        var lease = term.Lease;
        switch (halt)
        {
            case Halt.Failed failed:
                await Fail(failed.After);
                break;
            case Halt.Gated gated:
                // Those with the most urgent card come first when the gate opens. It counts as a failure of the lane, which a success takes back.
                await outbox.Fail(lease, gated.Until + Rank(_halted) * TimeSpan.FromMilliseconds(250));
                break;
            case Halt.Dead dead:
                await Stop(dead.Reason);
                break;
            // It refused before and there was no time to try it: it is no better for that.
            case Halt.OutOfTime when lease.DeadReason is { } still && !_succeeded:
                await outbox.Kill(lease, still, clock.GetUtcNow());
                break;
            case Halt.Lost:
                break;
            default:
                await outbox.Release(lease);
                if (lease.DeadReason is not null)
                    troubles.Over(lease.Lane);
                break;
        }
    }

    /// <summary>Everybody whose cards wait there is told; one place that stays shut is logged and counted once, however often it is tried.</summary>
    private async Task Stop(string reason)
    {
        var lease = term.Lease;
        if (_succeeded)
            troubles.Over(lease.Lane);
        await outbox.Kill(lease, reason, clock.GetUtcNow() + Backoff.BetweenTries);
        // Of a place that does not take its pictures its cards tell.
        if (!PictureLane.Is(lease.Lane))
            troubles.Note(lease.Lane, reason, _rows.Select(r => r.Stream));
        if (lease.DeadReason == reason)
            return;
        DeliveryMetrics.Dead(lease.Lane);
        logger.LaneDead(lease.Lane, reason);
    }

    private async Task Fail(TimeSpan? after)
    {
        var now = clock.GetUtcNow();
        var failures = (_succeeded ? 0 : term.Lease.Attempts) + 1;
        var failingFor = _succeeded ? TimeSpan.Zero : now - (term.Lease.FailingSince ?? now);
        var until = now + Backoff.Wait(failures, failingFor, after, Random.Shared.NextDouble());
        DeliveryMetrics.Retried(term.Lease.Lane);
        if (PictureLane.Is(term.Lease.Lane) && failures >= AttemptsAtAPicture)
        {
            if (await _book.SetAside([.. _rows.Where(r => r.Name == _halted)], "picture") is null)
                await outbox.Release(term.Lease);
            return;
        }
        logger.LaneWaits(term.Lease.Lane, until, failures);
        await outbox.Fail(term.Lease, until);
    }

    private async Task GiveBackAfterDefect()
    {
        try
        {
            await Fail(null);
        }
        catch (Exception e)
        {
            // The store does not answer: the lease runs out by itself, nothing is lost but twenty seconds.
            logger.WorkThrew(term.Lease.Lane, e.GetType().Name);
        }
    }

    /// <summary>Prompt before summary before board before the rest: the order at a gate that opens.</summary>
    private static int Rank(string surface) =>
        surface switch
        {
            Surfaces.Prompt => 0,
            _ when Surfaces.IsSummary(surface) => 1,
            Surfaces.Board => 2,
            _ => 3,
        };
}
