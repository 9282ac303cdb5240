using System.Globalization;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Pumping;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Delivery.Tests.Kit;

/// <summary>The whole way on a store: what a person types and presses, the desks, the pump, what the fake platform shows.</summary>
internal sealed class FrontDesk
{
    public static readonly Speaker Ana = Person("ana");
    public static readonly Speaker Bo = Person("bo");
    public static readonly Place Hiring = new("fake", "local", "hiring");

    private readonly IReadRows _rows;
    private int _messages;

    public FrontDesk(
        IInterviewLog log,
        IReadRows rows,
        IOutbox outbox,
        FakeTimeProvider clock,
        FakeChannel? channel = null,
        Shelf? shelf = null
    )
    {
        (_rows, Clock, Outbox) = (rows, clock, outbox);
        Channel = channel ?? new FakeChannel();
        Shelf = shelf ?? new Shelf().With("backend", "Backend Python");
        Interviews = new InterviewDesk(log, Shelf, rows, clock);
        var loops = new LoopDesk(log, Interviews, clock);
        var lines = new LinesBelow();
        var drawer = new SurfaceDrawer(Interviews, loops, clock, outbox, lines);
        Reception = new Reception(
            Interviews,
            rows,
            Shelf,
            new House(),
            outbox,
            clock,
            NullLogger<Reception>.Instance,
            Troubles,
            lines
        );
        Pump = new Pump(
            outbox,
            new Errands(Interviews, loops),
            drawer,
            [Channel],
            clock,
            NullLogger<Pump>.Instance,
            Troubles
        );
    }

    public FakeTimeProvider Clock { get; }
    public IOutbox Outbox { get; }
    public FakeChannel Channel { get; }
    public Shelf Shelf { get; }
    public InterviewDesk Interviews { get; }
    public Reception Reception { get; }
    public Pump Pump { get; }
    public PlaceTroubles Troubles { get; } = new();

    public string LastMessage => _messages.ToString(CultureInfo.InvariantCulture);

    public static Place Dm(Speaker by) => new House().Dm(by.Person);

    /// <summary>Types a line in the own DM, a second after the one before; the answer is the private one.</summary>
    public Task<Reply> Types(string text, Speaker? by = null, string? thread = null, bool hadFiles = false)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        _messages++;
        return Deliver(text, by ?? Ana, LastMessage, thread, hadFiles);
    }

    /// <summary>A delivery of the line with this reference; the same one again is a repeat.</summary>
    public Task<Reply> Deliver(string text, Speaker by, string message, string? thread = null, bool hadFiles = false) =>
        Reception.Typed(
            new TypedLine(
                by,
                Dm(by),
                true,
                message,
                text,
                Clock.GetUtcNow(),
                thread,
                hadFiles,
                new Cause($"{Dm(by)}:{message}")
            )
        );

    public Task<Reply> TypesInHiring(string text, Speaker? by = null)
    {
        _messages++;
        return Reception.Typed(
            new TypedLine(
                by ?? Ana,
                Hiring,
                false,
                LastMessage,
                text,
                Clock.GetUtcNow(),
                null,
                false,
                new Cause($"{Hiring}:{LastMessage}")
            )
        );
    }

    public Task<Reply> Edits(string message, string text, Speaker? by = null)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        var who = by ?? Ana;
        return Reception.Edited(
            who,
            Dm(who),
            message,
            text,
            Clock.GetUtcNow(),
            new Cause($"{Dm(who)}:{message}:edit:{Clock.GetUtcNow().Ticks}")
        );
    }

    public Task<Reply> Deletes(string message, Speaker? by = null)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        var who = by ?? Ana;
        return Reception.Deleted(who, Dm(who), message, Clock.GetUtcNow(), new Cause($"{Dm(who)}:{message}:delete"));
    }

    public Task<Reply> Presses(Press press, Speaker? by = null, string? text = null, string? value = null)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        var who = by ?? Ana;
        return Reception.Pressed(who, Dm(who), press, value, text, new Cause($"press:{++_messages}"));
    }

    public async Task<Interview> Current(Speaker? by = null)
    {
        var focus = await _rows.Find(ReadRowKinds.Focus, (by ?? Ana).Person.ToString(), CancellationToken.None);
        Assert.NotNull(focus);
        return (await Interviews.View(focus.Stream, CancellationToken.None))!.Interview;
    }

    public async Task<Interview> Prepared(Speaker? by = null)
    {
        await Types("start backend for Lin", by);
        return await Current(by);
    }

    public async Task<Interview> Begun(Speaker? by = null)
    {
        await Prepared(by);
        await Types("begin", by);
        return await Current(by);
    }

    public Task Shown() => Pump.RunUntilIdle(TestContext.Current.CancellationToken);

    private static Speaker Person(string user) => new(new PersonId("fake", "local", user), user, "en", "UTC", "local");
}
