namespace InterviewBot.Store.Sqlite;

/// <summary>Wakes everybody who is waiting at this moment. Ask for the task before looking, or a change in between is missed.</summary>
internal sealed class Signal
{
    private TaskCompletionSource next = Fresh();

    public Task Next(CancellationToken ct) => Volatile.Read(ref next).Task.WaitAsync(ct);

    public void Raise() => Interlocked.Exchange(ref next, Fresh()).SetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
