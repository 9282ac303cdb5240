using System.Text.Json;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Sqlite;

public sealed partial class SqliteStore
{
    private const string Columns =
        "id, conversation, thread, author, is_card, body, at, edited_at, deleted_at, version, handled, stream, post_key";

    private const string ById = $"SELECT {Columns} FROM local_messages WHERE id = ?";

    // Rows are never deleted, so the greatest version is the last one given out.
    private const string NextVersion = "(SELECT coalesce(max(version), 0) + 1 FROM local_messages)";

    private readonly Signal changed = new();

    /// <inheritdoc/>
    public Task<LocalMessage> Add(LocalMessage message) =>
        writer.Write(
            db =>
            {
                if (message.PostKey is { } key && ByPostKey(db, key) is { } there)
                    return there;
                var id = Insert(db, message);
                return db.Sql(ById).With(id).First(ToMessage)!;
            },
            _ => changed.Raise()
        );

    /// <inheritdoc/>
    public Task<LocalMessage?> Change(
        long id,
        string? body,
        DateTimeOffset? editedAt,
        DateTimeOffset? deletedAt,
        bool handled
    ) =>
        writer.Write(
            db =>
            {
                // What was deleted stays empty, also when an edit of it comes later.
                db.Sql(
                        $"""
                        UPDATE local_messages SET
                            body = CASE WHEN coalesce(deleted_at, ?2) IS NULL THEN coalesce(?1, body) ELSE '' END,
                            deleted_at = coalesce(deleted_at, ?2),
                            edited_at = coalesce(?3, edited_at),
                            handled = ?4,
                            version = {NextVersion}
                        WHERE id = ?5
                        """
                    )
                    .With(body)
                    .With(deletedAt)
                    .With(editedAt)
                    .With(handled)
                    .With(id)
                    .Run();
                return db.Sql(ById).With(id).First(ToMessage);
            },
            _ => changed.Raise()
        );

    /// <inheritdoc/>
    public Task MarkHandled(long id) =>
        writer.Write(db => db.Sql("UPDATE local_messages SET handled = 1 WHERE id = ?").With(id).Run());

    /// <inheritdoc/>
    public ValueTask<LocalMessage?> Find(long id, CancellationToken ct)
    {
        using var reader = readers.Rent();
        return new(reader.Sql(ById).With(id).First(ToMessage));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LocalMessage>> Recent(string conversation, int limit, CancellationToken ct)
    {
        using var reader = readers.Rent();
        var newestFirst = reader
            .Sql($"SELECT {Columns} FROM local_messages WHERE conversation = ? ORDER BY id DESC LIMIT ?")
            .With(conversation)
            .With(limit)
            .All(ToMessage);
        newestFirst.Reverse();
        return new(newestFirst);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LocalMessage>> Since(
        long version,
        IReadOnlyList<string> conversations,
        int limit,
        CancellationToken ct
    )
    {
        using var reader = readers.Rent();
        return new(
            reader
                .Sql(
                    $"""
                    SELECT {Columns} FROM local_messages INDEXED BY local_messages_version
                    WHERE version > ? AND conversation IN (SELECT value FROM json_each(?))
                    ORDER BY version LIMIT ?
                    """
                )
                .With(version)
                .With(JsonSerializer.Serialize(conversations, StoreJson.Default.IReadOnlyListString))
                .With(limit)
                .All(ToMessage)
        );
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LocalMessage>> Unhandled(CancellationToken ct)
    {
        using var reader = readers.Rent();
        return new(
            reader
                .Sql($"SELECT {Columns} FROM local_messages WHERE handled = 0 AND author <> 'bot' ORDER BY id")
                .All(ToMessage)
        );
    }

    /// <inheritdoc/>
    public Task Changed(CancellationToken ct) => changed.Next(ct);

    private static LocalMessage? ByPostKey(Connection db, string key) =>
        db.Sql($"SELECT {Columns} FROM local_messages WHERE post_key = ?").With(key).First(ToMessage);

    // One statement a message: they share a unique version, which has to grow row by row.
    private static void EmptyMessages(Connection db, StreamId stream, DateTimeOffset at)
    {
        var ids = db.Sql("SELECT id FROM local_messages WHERE stream = ?").With(stream).All(static row => row.Long(0));
        foreach (var id in ids)
            db.Sql(
                    $"""
                    UPDATE local_messages SET body = '', deleted_at = coalesce(deleted_at, ?), handled = 1,
                        version = {NextVersion}
                    WHERE id = ?
                    """
                )
                .With(at)
                .With(id)
                .Run();
    }

    private static long Insert(Connection db, LocalMessage message) =>
        db.Sql(
                $"""
                INSERT INTO local_messages
                    (conversation, thread, author, is_card, body, at, edited_at, deleted_at, version, handled, stream, post_key)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, {NextVersion}, ?, ?, ?)
                RETURNING id
                """
            )
            .With(message.Conversation)
            .With(message.Thread)
            .With(message.Author)
            .With(message.IsCard)
            .With(message.Body)
            .With(message.At)
            .With(message.EditedAt)
            .With(message.DeletedAt)
            .With(message.Handled)
            .With(message.Stream)
            .With(message.PostKey)
            .First(static row => row.Long(0));

    private static LocalMessage ToMessage(Statement row) =>
        new(
            row.Long(0),
            row.Text(1),
            row.LongOrNull(2),
            row.Text(3),
            row.Bool(4),
            row.Text(5),
            row.Time(6),
            row.TimeOrNull(7),
            row.TimeOrNull(8),
            row.Long(9),
            row.Bool(10),
            row.LongOrNull(11) is { } stream ? new StreamId(stream) : null,
            row.TextOrNull(12)
        );
}
