using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Seams;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Delivery.Pumping;

/// <summary>
/// Carries out the outbox: takes lanes with due rows, works them side by side, each strictly in order (CONTRACTS section 3).
/// Any number of pumps may run on one store.
/// </summary>
public sealed class Pump(
    IOutbox outbox,
    Errands errands,
    ISurfaceDrawer drawer,
    IEnumerable<IChannel> channels,
    TimeProvider clock,
    ILogger<Pump> logger,
    PlaceTroubles? troubles = null
)
{
    private const int LanesAtOnce = 16;

    // Far above what one look takes, so that a platform that lets sixteen conversations hang does not hold up the others.
    private const int LanesUnderWay = 128;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly PlaceTroubles _troubles = troubles ?? new PlaceTroubles();
    private readonly Sender _sender = new(outbox, channels.ToDictionary(c => c.Name), clock, logger);

    /// <summary>Runs until <paramref name="stopping"/>; then what is being sent is finished, the lanes are given back, and it returns.</summary>
    public async Task Run(CancellationToken stopping)
    {
        await TryAllAgain();
        var underWay = new HashSet<Task>();
        Task? hint = null;
        while (!stopping.IsCancellationRequested)
        {
            // Waited for since before the look, so that nothing that comes after it goes unnoticed.
            if (hint is null or { IsCompleted: true })
                hint = Hint(stopping);
            if (await TakeMore(underWay, stopping) == 0)
                await SomethingHappens(hint, underWay, stopping);
            underWay.RemoveWhere(lane => lane.IsCompleted);
        }
        await Task.WhenAll(underWay);
    }

    /// <summary>Works until no lane has anything due. For tests, tools and the last moments of a process.</summary>
    public async Task RunUntilIdle(CancellationToken stopping = default)
    {
        var lanes = new HashSet<Task>();
        while (!stopping.IsCancellationRequested && await TakeMore(lanes, stopping) > 0)
        {
            await Task.WhenAll(lanes);
            lanes.Clear();
        }
    }

    // What kept a place shut may be mended by now: a restart is how an operator says so.
    private async Task TryAllAgain()
    {
        try
        {
            await outbox.TryAllAgain();
        }
        catch (Exception e)
        {
            logger.TakingThrew(e.GetType().Name); // they wait for their time
        }
    }

    private async Task<int> TakeMore(HashSet<Task> underWay, CancellationToken stopping)
    {
        var room = Math.Min(LanesAtOnce, LanesUnderWay - underWay.Count);
        if (room <= 0)
            return 0;
        var askedAt = clock.GetTimestamp();
        IReadOnlyList<Lease> leases;
        try
        {
            leases = await outbox.Take(room, Term.Length, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception e)
        {
            logger.TakingThrew(e.GetType().Name); // the next look is a second away
            return 0;
        }
        foreach (var lease in leases)
        {
            var term = new Term(lease, clock, askedAt);
            var lane = new LaneWork(outbox, errands, drawer, _sender, _troubles, clock, logger, term, stopping);
            underWay.Add(Task.Run(lane.Work, CancellationToken.None));
        }
        return leases.Count;
    }

    private async Task SomethingHappens(Task hint, HashSet<Task> underWay, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny([Task.Delay(Poll, clock, over.Token), hint, .. underWay]);
        await over.CancelAsync();
    }

    private async Task Hint(CancellationToken stopping)
    {
        try
        {
            await outbox.Woken(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
        catch (Exception e)
        {
            logger.TakingThrew(e.GetType().Name);
            await Task.Delay(Poll, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
