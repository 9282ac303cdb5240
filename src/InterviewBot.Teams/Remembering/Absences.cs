using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewBot.Teams.Remembering;

/// <summary>From when until when the bot was away.</summary>
internal sealed record Absence(DateTimeOffset From, DateTimeOffset Until);

/// <summary>
/// What was typed while the bot was away cannot be read back in Teams, so who had an interview open is told the times: on the next card, and
/// on no other. A beat in the address book tells after a crash, too, until when the bot was there.
/// </summary>
internal sealed class Absences(
    IAddressBook book,
    IReadRows rows,
    TeamsAddresses addresses,
    TeamsHouse house,
    IOptions<TeamsOptions> options,
    TimeProvider clock,
    ILogger<Absences> logger
) : BackgroundService
{
    private const string Everywhere = "*";
    private const string Beat = "beat";
    private const string Untold = "away";
    private const int Interviews = 500;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    /// <summary>Shorter ones are a restart; Teams delivers again what it could not deliver for so long.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(45);

    private static readonly string[] Open =
    [
        nameof(Phase.Preparing),
        nameof(Phase.Running),
        nameof(Phase.Paused),
        nameof(Phase.Finished),
    ];

    private readonly ConcurrentDictionary<Place, Pending> _untold = new();

    /// <summary>The line for this card; null: nothing to tell, or another card has told it.</summary>
    public string? Notice(Place place, Drawing drawing)
    {
        if (drawing is not Drawing.Shown || !_untold.TryGetValue(place, out var pending))
            return null;
        if (pending.IsFor(DrawingJson.Hash(drawing)))
            return pending.Text;
        _untold.TryRemove(place, out _);
        return null;
    }

    /// <summary>The card that tells it has arrived: after a restart nobody tells it again.</summary>
    public async Task Told(Place place)
    {
        if (_untold.TryGetValue(place, out var pending) && pending.MayForget())
            await book.Drop(TeamsHouse.ChannelName, place.Installation, Untold, pending.User);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anything is taken in or shown: the first card after an absence is the one that tells.
        await Look(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Mark();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Mark();
        }
        catch (OperationCanceledException) { }
    }

    private async Task Look(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var last = await book.Find(TeamsHouse.ChannelName, Everywhere, Beat, Beat, ct);
        var people = 0;
        foreach (var tenant in await addresses.Tenants())
        {
            foreach (var row in await book.List(TeamsHouse.ChannelName, tenant, Untold, ct))
            {
                if (JsonSerializer.Deserialize(row.Data, AbsenceJson.Default.Absence) is { } untold)
                    await Keep(tenant, row.Key, untold);
            }
            if (last is null || now - last.At < Shortest)
                continue;
            var open = await rows.List(
                ReadRowKinds.Interview,
                options.Value.Organisation ?? tenant,
                null,
                Interviews,
                ct
            );
            foreach (var person in open.Where(r => Open.Contains(r.Status)).Select(r => r.Person).Distinct())
            {
                if (PersonId.Parse(person) is not { Channel: TeamsHouse.ChannelName } id || id.Tenant != tenant)
                    continue;
                people++;
                await Remember(tenant, id.User, new Absence(last.At, now));
            }
        }
        if (people > 0)
            logger.WasAway(last!.At, now, people);
        await Mark();
    }

    private async Task Remember(string tenant, string user, Absence absence)
    {
        var known = await book.Find(TeamsHouse.ChannelName, tenant, Untold, user, CancellationToken.None);
        // Two that nobody was told of are told as one.
        if (known is not null && JsonSerializer.Deserialize(known.Data, AbsenceJson.Default.Absence) is { } earlier)
            absence = absence with { From = earlier.From };
        var data = JsonSerializer.Serialize(absence, AbsenceJson.Default.Absence);
        await book.Keep(new Address(TeamsHouse.ChannelName, tenant, Untold, user, data, clock.GetUtcNow()));
        await Keep(tenant, user, absence);
    }

    private async Task Keep(string tenant, string user, Absence absence)
    {
        var person = await addresses.OfPerson(tenant, user);
        var text = Sentences.Away(
            absence.From,
            absence.Until,
            person?.Zone ?? options.Value.DefaultZone,
            person?.Language ?? "en"
        );
        _untold[house.Dm(new PersonId(TeamsHouse.ChannelName, tenant, user))] = new Pending(user, text);
    }

    private Task<bool> Mark() =>
        book.Keep(new Address(TeamsHouse.ChannelName, Everywhere, Beat, Beat, "{}", clock.GetUtcNow()));

    /// <summary>Belongs to the first card that takes it, however often that card is drawn.</summary>
    private sealed class Pending(string user, string text)
    {
        private readonly Lock _lock = new();
        private ulong? _card;
        private bool _forgotten;

        public string User { get; } = user;
        public string Text { get; } = text;

        public bool IsFor(ulong card)
        {
            lock (_lock)
                return (_card ??= card) == card;
        }

        /// <summary>True once, when a card has it.</summary>
        public bool MayForget()
        {
            lock (_lock)
                return _card is not null && !_forgotten && (_forgotten = true);
        }
    }
}

[JsonSerializable(typeof(Absence))]
internal sealed partial class AbsenceJson : JsonSerializerContext;
