using InterviewBot.Delivery.Pumping;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Delivery.Tests.Kit;

/// <summary>A pump on fakes. <see cref="Clock"/> is the store's and, unless told otherwise, the pump's.</summary>
internal sealed class Scene : IDisposable
{
    public static readonly StreamId Interview = new(7);
    public static readonly StreamId Other = new(8);
    public static readonly Place Dm = new("fake", "local", "dm");
    public static readonly Place Hiring = new("fake", "local", "hiring");

    public Scene(bool idempotent = true)
    {
        Outbox = new MemoryOutbox(Clock);
        Log = new MemoryLog(Outbox);
        Channel = new FakeChannel("fake", idempotent);
        Interviews = new InterviewDesk(Log, Log, Log, Clock);
        Loops = new LoopDesk(Log, Interviews, Clock);
        Pump = NewPump();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 14, 0, 0, TimeSpan.Zero));
    public MemoryOutbox Outbox { get; }
    public MemoryLog Log { get; }
    public FakeChannel Channel { get; }
    public FakeDrawer Drawer { get; } = new();
    public InterviewDesk Interviews { get; }
    public LoopDesk Loops { get; }
    public PlaceTroubles Troubles { get; } = new();
    public Pump Pump { get; private set; }

    public Pump NewPump(TimeProvider? clock = null, params FakeChannel[] channels) =>
        new(
            Outbox,
            new Errands(Interviews, Loops),
            Drawer,
            channels.Length == 0 ? [Channel] : channels,
            clock ?? Clock,
            NullLogger<Pump>.Instance,
            Troubles
        );

    /// <summary>A process that starts anew on the same store.</summary>
    public void Restart() => Pump = NewPump();

    /// <summary>Commits a new head of a surface together with its wake-up.</summary>
    public void Prompt(
        string? text,
        long seq,
        int turn = 1,
        int linesSince = 0,
        StreamId? stream = null,
        Place? place = null,
        long calledDownSeq = 0
    ) => Surface("prompt", text, seq, place ?? Dm, turn, null, linesSince, stream ?? Interview, calledDownSeq);

    public void Surface(
        string name,
        string? text,
        long seq,
        Place place,
        int turn = 0,
        string? parent = null,
        int linesSince = 0,
        StreamId? stream = null,
        long calledDownSeq = 0
    )
    {
        Drawer.Is(stream ?? Interview, name, place, text, turn, seq, parent, linesSince, calledDownSeq);
        var lane = Conversation.Cards.Surfaces.IsPicture(name) ? PictureLane.Of(place) : place.Lane;
        Outbox.Put(lane, OutboxKind.Draw, stream ?? Interview, seq, name);
    }

    public void Dispose() => Outbox.Dispose();

    public Task Idle() => Pump.RunUntilIdle(TestContext.Current.CancellationToken);

    public SurfaceRow Row(string name, StreamId? stream = null) =>
        Outbox.Find(stream ?? Interview, name) ?? throw new InvalidOperationException($"No surface {name}.");

    /// <summary>Moves the clock to when the lane may be tried again, and works.</summary>
    public async Task NextTry(Place place)
    {
        var until = Outbox.Lane(place.Lane)?.NotBefore ?? Clock.GetUtcNow();
        if (until > Clock.GetUtcNow())
            Clock.Advance(until - Clock.GetUtcNow());
        await Idle();
    }
}
