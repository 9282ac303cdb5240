namespace InterviewBot.Store.Sqlite;

/// <summary>
/// A piece of writing that shares a transaction with its neighbours. Applying it may happen twice (the batch failed, it is replayed
/// alone), so it touches the database only; what others see in memory happens afterwards.
/// </summary>
internal abstract class WriteJob
{
    /// <summary>Whether the WAL has to be emptied before this job counts as done.</summary>
    public bool EmptiesWal { get; init; }

    public abstract void Apply(Connection db);

    /// <summary>The transaction is on disk.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception why);
}

internal sealed class WriteJob<T>(Func<Connection, T> apply, Action<T>? afterwards = null) : WriteJob
{
    // Continuations run elsewhere: the one thread that writes must not run a caller's code.
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Done => done.Task;

    public override void Apply(Connection db) => result = apply(db);

    public override void Complete()
    {
        afterwards?.Invoke(result!);
        done.SetResult(result!);
    }

    public override void Fail(Exception why) => done.TrySetException(why);
}
