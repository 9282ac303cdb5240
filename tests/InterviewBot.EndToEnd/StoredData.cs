using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;
using Microsoft.Data.Sqlite;

namespace InterviewBot.EndToEnd;

/// <summary>What is really in the data file, read from outside while the bot runs or is dead.</summary>
public sealed class StoredData : IDisposable
{
    private readonly SqliteConnection _db;

    public StoredData(string file)
    {
        _db = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False;Default Timeout=30");
        _db.Open();
    }

    public HashSet<string> Causes() => [.. Rows("SELECT cause FROM log", r => r.GetString(0))];

    public List<long> Streams(string alias) =>
        Rows(
            $"SELECT stream FROM log WHERE seq = 1 AND events LIKE '%\"{alias}\"%' ORDER BY stream",
            r => r.GetInt64(0)
        );

    public Interview Interview(long stream)
    {
        var state = new Interview { Id = new StreamId(stream) };
        foreach (
            var (seq, at, cause, events) in Rows(
                $"SELECT seq, at, cause, events FROM log WHERE stream = {stream} ORDER BY seq",
                r => (r.GetInt64(0), new DateTimeOffset(r.GetInt64(1), TimeSpan.Zero), r.GetString(2), r.GetString(3))
            )
        )
        {
            if (seq != state.Seq + 1)
                throw new InvalidOperationException($"The log has a gap before {seq}.");
            state = InterviewFold.Commit(state, EventJson.ReadInterview(events), new Cause(cause), at);
        }
        return state;
    }

    /// <summary>Rows that wait to be carried out now; timers wait for their time.</summary>
    public long OutboxDue() => Rows("SELECT COUNT(*) FROM outbox WHERE kind <> 'ring'", r => r.GetInt64(0))[0];

    public List<(long Id, string? PostKey, Drawing Drawing)> Cards(string conversation) =>
        Rows(
            $"SELECT id, post_key, body FROM local_messages WHERE conversation = '{conversation}' AND is_card = 1 AND deleted_at IS NULL ORDER BY id",
            r => (r.GetInt64(0), r.IsDBNull(1) ? null : r.GetString(1), DrawingJson.Read(r.GetString(2)))
        );

    public List<string> Lines(string conversation) =>
        Rows(
            $"SELECT body FROM local_messages WHERE conversation = '{conversation}' AND is_card = 0 ORDER BY id",
            r => r.GetString(0)
        );

    public void Dispose() => _db.Dispose();

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = _db.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }
}
