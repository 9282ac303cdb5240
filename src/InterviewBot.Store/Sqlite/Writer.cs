using InterviewBot.Interviews.Seams;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Store.Sqlite;

/// <summary>
/// Group commit: one thread owns the one connection that writes and puts whatever waits into one transaction, so that many clicks share
/// an fsync. A queue is fair; locks and busy retries are not (p99 of 0.4-3 s was measured with them).
/// </summary>
internal sealed class Writer
{
    private const int Batch = 256;

    // About two megabytes of WAL: small enough to be moved between two clicks.
    private const int CheckpointAfter = 500;

    private readonly Connection db;
    private readonly WriteQueue queue;
    private readonly ILogger log;
    private readonly string? file;
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int sinceCheckpoint;
    private bool truncate;
    private volatile bool failing;

    /// <param name="file">Looked for before each batch: SQLite goes on in a file that was deleted, and all of it is lost with the process.</param>
    public Writer(Connection db, int limit, ILogger log, string? file = null)
    {
        this.file = file;
        this.db = db;
        this.log = log;
        queue = new WriteQueue(limit);
        new Thread(Work) { IsBackground = true, Name = "store writer" }.Start();
    }

    /// <summary>A write failed by the store's fault, not by its own, and none has succeeded since.</summary>
    public bool IsFailing => failing;

    /// <summary>The data file is where it was opened.</summary>
    public bool IsThere => file is null || File.Exists(file);

    /// <summary>Null when the queue is full or the store is closing.</summary>
    public Task<T>? TryWrite<T>(Func<Connection, T> apply, Action<T>? afterwards = null)
    {
        var job = new WriteJob<T>(apply, afterwards);
        return queue.TryAdd(job) ? job.Done : null;
    }

    public Task<T> Write<T>(Func<Connection, T> apply, Action<T>? afterwards = null, bool emptiesWal = false)
    {
        var job = new WriteJob<T>(apply, afterwards) { EmptiesWal = emptiesWal };
        return queue.AddAnyway(job)
            ? job.Done
            : Task.FromException<T>(new ObjectDisposedException(nameof(SqliteStore)));
    }

    /// <summary>Takes nothing more, writes what waits, and returns when the thread has ended.</summary>
    public Task Stop()
    {
        queue.Close();
        return stopped.Task;
    }

    private void Work()
    {
        var batch = new List<WriteJob>(Batch);
        while (queue.Take(batch, Batch))
        {
            if (!IsThere)
                TurnAway(batch);
            else if (!TryTogether(batch))
                foreach (var job in batch)
                    Alone(job);
            sinceCheckpoint += batch.Count;
            if (sinceCheckpoint >= CheckpointAfter && queue.IsEmpty)
                Checkpoint();
        }
        stopped.SetResult();
    }

    private void TurnAway(List<WriteJob> batch)
    {
        if (!failing)
            log.FileGone(file!);
        failing = true;
        foreach (var job in batch)
            job.Fail(new StoreFailedException(StoreTrouble.FileGone));
    }

    private bool TryTogether(List<WriteJob> batch)
    {
        try
        {
            db.Begin();
            foreach (var job in batch)
                job.Apply(db);
            db.Commit();
        }
        catch (Exception error)
        {
            // One job's fault must not fail the others: undo all, then each for itself.
            RollBack();
            log.BatchUndone(batch.Count, Code(error));
            return false;
        }
        Finish(batch);
        return true;
    }

    private void Alone(WriteJob job)
    {
        try
        {
            db.Begin();
            job.Apply(db);
            db.Commit();
        }
        catch (Exception error)
        {
            RollBack();
            log.WriteFailed(error.GetType().Name, Code(error));
            var isFault = StoreFault.Is(error);
            failing |= isFault; // only a write that succeeds tells that all is well again
            job.Fail(isFault ? new StoreFailedException(StoreFault.TroubleOf(error)) : error);
            return;
        }
        Finish([job]);
    }

    private void Finish(List<WriteJob> batch)
    {
        failing = false;
        truncate |= batch.Exists(static job => job.EmptiesWal);
        if (truncate)
            Checkpoint();
        foreach (var job in batch)
        {
            try
            {
                job.Complete();
            }
            catch (Exception error)
            {
                // It is on disk, but what memory should know of it is lost; the caller reloads.
                log.WriteFailed(error.GetType().Name, Code(error));
                job.Fail(error);
            }
        }
    }

    private void Checkpoint()
    {
        sinceCheckpoint = 0;
        if (!truncate)
            db.Checkpoint();
        else if (db.Truncate())
            truncate = false;
        else
            log.WalNotEmptied(); // tried again with the next batch
    }

    private void RollBack()
    {
        try
        {
            db.Rollback();
        }
        catch (SqliteException error)
        {
            log.WriteFailed(nameof(SqliteException), Code(error)); // the next BEGIN fails and says so to its job
        }
    }

    private static int Code(Exception error) => (error as SqliteException)?.SqliteExtendedErrorCode ?? 0;
}
