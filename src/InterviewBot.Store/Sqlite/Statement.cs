using System.Text;
using InterviewBot.Interviews.Identity;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace InterviewBot.Store.Sqlite;

/// <summary>
/// A prepared statement; values are bound in order by <c>With</c>. SQLite's own calls, not ADO.NET: a click is four statements, and
/// parameter objects, boxes and readers cost more than the statements. Not thread-safe, like its connection.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 db;
    private readonly sqlite3_stmt handle;
    private byte[] utf8 = new byte[256];
    private int bound;

    public Statement(sqlite3 db, string sql)
    {
        this.db = db;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(db, sql, out handle), db);
    }

    /// <summary>Forgets values of a use that threw before it ran.</summary>
    public Statement Anew()
    {
        bound = 0;
        return this;
    }

    public Statement With(long value)
    {
        return Bound(raw.sqlite3_bind_int64(handle, ++bound, value));
    }

    public Statement With(long? value) => value is { } number ? With(number) : WithNull();

    public Statement With(StreamId value) => With(value.Value);

    public Statement With(StreamId? value) => With(value?.Value);

    public Statement With(DateTimeOffset value) => With(value.UtcTicks);

    public Statement With(DateTimeOffset? value) => With(value?.UtcTicks);

    public Statement With(bool value) => With(value ? 1L : 0L);

    public Statement With(string? value)
    {
        if (value is null)
            return WithNull();
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > utf8.Length)
            utf8 = new byte[most];
        var length = Encoding.UTF8.GetBytes(value, utf8);
        return Bound(raw.sqlite3_bind_text(handle, ++bound, utf8.AsSpan(0, length)));
    }

    /// <summary>Runs to the end and returns how many rows were changed; only for INSERT, UPDATE and DELETE.</summary>
    public int Run()
    {
        try
        {
            while (Step()) { }
            return raw.sqlite3_changes(db);
        }
        finally
        {
            Reset();
        }
    }

    public T? First<T>(Func<Statement, T> read)
    {
        try
        {
            return Step() ? read(this) : default;
        }
        finally
        {
            Reset();
        }
    }

    public List<T> All<T>(Func<Statement, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (Step())
                rows.Add(read(this));
            return rows;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Moves to the next row; a caller that stops before the end must <see cref="Reset"/>, or its snapshot stays open.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(code, db);
        return false;
    }

    public void Reset()
    {
        raw.sqlite3_reset(handle); // repeats the error of the last step, which was thrown already
        bound = 0;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int(int column) => raw.sqlite3_column_int(handle, column);

    public bool Bool(int column) => Long(column) != 0;

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    // By its length: a NUL that somebody typed does not end the text.
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public StreamId Stream(int column) => new(Long(column));

    public DateTimeOffset Time(int column) => new(Long(column), TimeSpan.Zero);

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public void Dispose() => handle.Dispose();

    private Statement WithNull() => Bound(raw.sqlite3_bind_null(handle, ++bound));

    private Statement Bound(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, db);
        return this;
    }
}
