using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews.Seams;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Delivery.Pumping;

/// <summary>Writes down what became of sendings, within one lease.</summary>
internal sealed class Book(IOutbox outbox, TimeProvider clock, ILogger logger, Term term)
{
    public Task<Halt?> Done(IReadOnlyList<OutboxRow> rows) =>
        rows.Count == 0 ? Task.FromResult<Halt?>(null) : Record(rows, null, []);

    public async Task<Halt?> Record(
        IReadOnlyList<OutboxRow> done,
        SurfaceRow? surface,
        IReadOnlyList<PostedRow> posted,
        IReadOnlyList<WakeUp>? wakes = null
    )
    {
        if (await outbox.Ack(term.Lease, new Sending([.. done.Select(r => r.Id)], surface, posted, wakes)))
            return null;
        logger.LeaseLost(term.Lease.Lane);
        return new Halt.Lost();
    }

    /// <summary>Sets a row aside; of several wake-ups only the newest, which stands for the others. Null: the lane goes on.</summary>
    public async Task<Halt?> SetAside(IReadOnlyList<OutboxRow> rows, string reason)
    {
        if (rows.Count == 0)
            return null;
        if (await Done([.. rows.Take(rows.Count - 1)]) is { } halt)
            return halt;
        var row = rows[^1];
        await outbox.Park(term.Lease, row.Id, reason);
        DeliveryMetrics.Parked(row.Lane);
        logger.RowParked(row.Name, row.Stream, row.Lane, reason);
        return null;
    }

    /// <param name="surface">The surface that was to be sent, as it is recorded.</param>
    public async Task<Halt?> Failed(Tried tried, SurfaceRow surface, IReadOnlyList<OutboxRow> rows)
    {
        switch (tried.Result)
        {
            case SendResult.Retry retry:
                // It may have arrived all the same: what the surface shows is not known any more, and "same hash" may not skip it.
                return await Record([], surface with { DrawnHash = null }, []) ?? new Halt.Failed(retry.After);
            case SendResult.RowFault fault:
                return await SetAside(rows, fault.Reason);
            case SendResult.PlaceFault fault:
                return new Halt.Dead(fault.Reason);
            default:
                return tried.Halt ?? new Halt.Failed(null);
        }
    }

    public PostedRow Posted(SurfaceRow surface) =>
        new(surface.Stream, surface.Lane, surface.Ref!, surface.Name, surface.PostedAt ?? clock.GetUtcNow());

    public PostedRow Gone(SurfaceRow surface) => Posted(surface) with { GoneAt = clock.GetUtcNow() };
}
