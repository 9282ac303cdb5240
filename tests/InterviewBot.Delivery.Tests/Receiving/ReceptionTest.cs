using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.State;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Delivery.Tests.Receiving;

/// <summary>A reception on fakes in memory.</summary>
public abstract class ReceptionTest : IDisposable
{
    private readonly MemoryOutbox _outbox;

    private protected ReceptionTest()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 14, 0, 0, TimeSpan.Zero));
        _outbox = new MemoryOutbox(clock);
        Log = new MemoryLog(_outbox);
        Desk = new FrontDesk(Log, Log, _outbox, clock);
    }

    private protected FrontDesk Desk { get; }
    private protected MemoryLog Log { get; }

    private protected static IEnumerable<string> Notes(Interview interview) =>
        interview.LivingNotes.Select(n => n.Text);

    public void Dispose()
    {
        _outbox.Dispose();
        GC.SuppressFinalize(this);
    }
}
