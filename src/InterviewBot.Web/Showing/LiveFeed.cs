namespace InterviewBot.Web.Showing;

/// <summary>Wakes the live pages when a message changed. A hint only: they read what changed from the store, by version.</summary>
public sealed class LiveFeed
{
    private TaskCompletionSource _change = Fresh();

    /// <summary>Completes at the next change. Take it before reading, so that no change falls between.</summary>
    public Task Next => Volatile.Read(ref _change).Task;

    public void Changed() => Interlocked.Exchange(ref _change, Fresh()).TrySetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
