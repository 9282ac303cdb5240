namespace InterviewBot.Interviews.Deciding;

/// <summary>One at a time per stream inside this process, so that rivals wait instead of deciding in vain (engine.md: 2,300/s without, 6,800/s with).</summary>
internal sealed class StreamLanes
{
    // A power of two well above the number of cores: two streams on one stripe only wait for each other.
    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1, 1))];

    public async ValueTask<Held> Enter(long stream)
    {
        // Fibonacci hashing: the low bits of an id are random, the high ones are time.
        var stripe = _stripes[(int)((ulong)stream * 11400714819323198485UL >> 54)];
        await stripe.WaitAsync();
        return new Held(stripe);
    }

    public readonly struct Held(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
