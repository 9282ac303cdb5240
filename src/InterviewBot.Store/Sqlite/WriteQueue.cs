namespace InterviewBot.Store.Sqlite;

/// <summary>
/// What waits for the writer, first come first served. The limit is for commits, which can be turned away; other writing has to be done
/// anyway and its callers wait for the result, so there is never more of it than there are senders.
/// </summary>
internal sealed class WriteQueue(int limit)
{
    private readonly Queue<WriteJob> jobs = new();
    private bool closed;

    public bool IsEmpty
    {
        get
        {
            lock (jobs)
                return jobs.Count == 0;
        }
    }

    /// <summary>False when the queue is full or closed.</summary>
    public bool TryAdd(WriteJob job)
    {
        lock (jobs)
        {
            if (closed || jobs.Count >= limit)
                return false;
            Add(job);
            return true;
        }
    }

    /// <summary>False only when the queue is closed.</summary>
    public bool AddAnyway(WriteJob job)
    {
        lock (jobs)
        {
            if (closed)
                return false;
            Add(job);
            return true;
        }
    }

    public void Close()
    {
        lock (jobs)
        {
            closed = true;
            Monitor.PulseAll(jobs);
        }
    }

    /// <summary>Waits for jobs and takes up to <paramref name="most"/>; false when the queue is closed and empty.</summary>
    public bool Take(List<WriteJob> batch, int most)
    {
        batch.Clear();
        lock (jobs)
        {
            while (jobs.Count == 0 && !closed)
                Monitor.Wait(jobs);
            while (batch.Count < most && jobs.TryDequeue(out var job))
                batch.Add(job);
        }
        return batch.Count > 0;
    }

    private void Add(WriteJob job)
    {
        jobs.Enqueue(job);
        if (jobs.Count == 1)
            Monitor.Pulse(jobs);
    }
}
