using InterviewBot.Interviews.Seams;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Store.Tests;

/// <summary>A store behind its seams, with a clock that the test moves. One class per database; the suite knows only this.</summary>
public abstract class StoreUnderTest
{
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public abstract IInterviewLog Log { get; }
    public abstract IGuideTexts Guides { get; }
    public abstract IReadRows Rows { get; }
    public abstract IOutbox Outbox { get; }
    public abstract ILocalMessages Messages { get; }
    public abstract IAddressBook Addresses { get; }

    public abstract ValueTask Open();

    /// <summary>Closes and opens the same database again.</summary>
    public abstract ValueTask Reopen();

    /// <summary>Closes and removes everything.</summary>
    public abstract ValueTask Remove();
}

/// <summary>Base of the suite: every test gets an empty store.</summary>
public abstract class StoreTest(StoreUnderTest store) : IAsyncLifetime
{
    protected StoreUnderTest Store => store;
    protected FakeTimeProvider Clock => store.Clock;
    protected DateTimeOffset Now => store.Clock.GetUtcNow();
    protected IInterviewLog Log => store.Log;
    protected IOutbox Outbox => store.Outbox;
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => store.Open();

    public async ValueTask DisposeAsync()
    {
        await store.Remove();
        GC.SuppressFinalize(this);
    }
}
