namespace InterviewBot.Store.Sqlite;

/// <summary>
/// Connections for reading, which never wait for the writer and never make it wait. Reads are synchronous and short, so there are at most
/// as many as threads reading at once; a few are kept.
/// </summary>
internal sealed class Readers(string file) : IDisposable
{
    private static readonly int Kept = Math.Max(4, Environment.ProcessorCount);

    private readonly Stack<Connection> free = [];
    private bool closed;

    public Lent Rent()
    {
        lock (free)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            if (free.TryPop(out var connection))
                return new Lent(this, connection);
        }
        return new Lent(this, Connection.ToRead(file));
    }

    public void Dispose()
    {
        lock (free)
        {
            closed = true;
            while (free.TryPop(out var connection))
                connection.Dispose();
        }
    }

    private void Return(Connection connection)
    {
        lock (free)
        {
            if (!closed && free.Count < Kept)
            {
                free.Push(connection);
                return;
            }
        }
        connection.Dispose();
    }

    internal readonly struct Lent(Readers owner, Connection connection) : IDisposable
    {
        public Statement Sql(string text) => connection.Sql(text);

        public void Dispose() => owner.Return(connection);
    }
}
