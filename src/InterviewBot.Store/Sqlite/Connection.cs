using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace InterviewBot.Store.Sqlite;

/// <summary>An open connection with its prepared statements, which live as long as it does. Used by one thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    // One writer: FULL costs one fsync per batch. A checkpoint inside somebody's click costs 5-12 ms, so the automatic one is a safety
    // net only (16,000 pages) and the writer checkpoints while idle. secure_delete: forgetting must reach the bytes.
    private const string ForWriting = """
        PRAGMA busy_timeout = 5000;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA wal_autocheckpoint = 16000;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -16000;
        PRAGMA mmap_size = 0;
        """;

    private const string ForReading = """
        PRAGMA busy_timeout = 5000;
        PRAGMA query_only = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA mmap_size = 0;
        """;

    private readonly SqliteConnection connection;

    // Texts of statements are constants: comparing references spares hashing them.
    private readonly Dictionary<string, Statement> prepared = new(ReferenceEqualityComparer.Instance);

    private Connection(string file, SqliteOpenMode mode, string settings)
    {
        var source = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
        };
        connection = new SqliteConnection(source.ToString());
        try
        {
            connection.Open();
            Execute(settings);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static Connection ToWrite(string file) => new(file, SqliteOpenMode.ReadWriteCreate, ForWriting);

    public static Connection ToRead(string file) => new(file, SqliteOpenMode.ReadOnly, ForReading);

    /// <summary>SQLite opens a file for reading, without a word, when it may not write it.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(connection.Handle!, "main") == 1;

    /// <summary>The statement of this text, prepared at first use. Pass constants only, as each string object is kept.</summary>
    public Statement Sql(string text)
    {
        if (!prepared.TryGetValue(text, out var statement))
            prepared[text] = statement = new Statement(connection.Handle!, text);
        return statement.Anew();
    }

    /// <summary>Runs a script of several statements.</summary>
    public void Execute(string script) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle!, script), connection.Handle!);

    // IMMEDIATE: a transaction that reads first and writes later can fail at once, whatever the timeout.
    public void Begin() => Sql("BEGIN IMMEDIATE").Run();

    public void Commit() => Sql("COMMIT").Run();

    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(connection.Handle!) == 0) // a full disk, for one, has rolled back already
            Sql("ROLLBACK").Run();
    }

    /// <summary>Moves what it can from the WAL into the file without waiting for anybody.</summary>
    public void Checkpoint() =>
        raw.sqlite3_wal_checkpoint_v2(connection.Handle!, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);

    /// <summary>Moves everything and empties the WAL; false when a reader stayed in the way for longer than the busy timeout.</summary>
    public bool Truncate() =>
        raw.sqlite3_wal_checkpoint_v2(connection.Handle!, "main", raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _)
        == raw.SQLITE_OK;

    public void Dispose()
    {
        foreach (var statement in prepared.Values)
            statement.Dispose();
        connection.Dispose();
    }
}
