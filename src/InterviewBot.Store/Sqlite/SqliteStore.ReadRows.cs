using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask<ReadRow?> Find(string kind, string key, CancellationToken ct)
    {
        using var reader = readers.Rent();
        return new(
            reader
                .Sql(
                    """
                    SELECT kind, key, stream, organisation, person, status, data, at
                    FROM read_rows WHERE kind = ? AND key = ?
                    """
                )
                .With(kind)
                .With(key)
                .First(ToReadRow)
        );
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ReadRow>> List(
        string kind,
        string organisation,
        PersonId? person,
        int limit,
        CancellationToken ct
    )
    {
        using var reader = readers.Rent();
        var found = person is null
            ? reader
                .Sql(
                    """
                    SELECT kind, key, stream, organisation, person, status, data, at
                    FROM read_rows WHERE kind = ? AND organisation = ?
                    ORDER BY at DESC, rowid DESC LIMIT ?
                    """
                )
                .With(kind)
                .With(organisation)
            : reader
                .Sql(
                    """
                    SELECT kind, key, stream, organisation, person, status, data, at
                    FROM read_rows WHERE kind = ? AND organisation = ? AND person = ?
                    ORDER BY at DESC, rowid DESC LIMIT ?
                    """
                )
                .With(kind)
                .With(organisation)
                .With(person.ToString());
        return new(found.With(limit).All(ToReadRow));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ReadRow>> WithStatus(
        string kind,
        string organisation,
        IReadOnlyList<string> statuses,
        CancellationToken ct
    )
    {
        using var reader = readers.Rent();
        // As many marks as statuses; the statuses themselves are bound.
        var marks = string.Join(", ", statuses.Select(static _ => "?"));
        var found = reader
            .Sql(
                $"""
                SELECT kind, key, stream, organisation, person, status, data, at
                FROM read_rows WHERE kind = ? AND organisation = ? AND status IN ({marks})
                ORDER BY at DESC, rowid DESC
                """
            )
            .With(kind)
            .With(organisation);
        foreach (var status in statuses)
            found.With(status);
        return new(found.All(ToReadRow));
    }

    private static void Write(Connection db, ReadRow row)
    {
        if (row.Status is null)
        {
            // Only its own: a person whose focus has moved to another interview keeps it when this one ends.
            db.Sql("DELETE FROM read_rows WHERE kind = ? AND key = ? AND stream = ?")
                .With(row.Kind)
                .With(row.Key)
                .With(row.Stream)
                .Run();
            return;
        }
        db.Sql(
                """
                INSERT INTO read_rows (kind, key, stream, organisation, person, status, data, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, key) DO UPDATE SET
                    stream = excluded.stream, organisation = excluded.organisation, person = excluded.person,
                    status = excluded.status, data = excluded.data, at = excluded.at
                """
            )
            .With(row.Kind)
            .With(row.Key)
            .With(row.Stream)
            .With(row.Organisation)
            .With(row.Person)
            .With(row.Status)
            .With(row.Data)
            .With(row.At)
            .Run();
    }

    private static ReadRow ToReadRow(Statement row) =>
        new(
            row.Text(0),
            row.Text(1),
            row.Stream(2),
            row.Text(3),
            row.TextOrNull(4),
            row.Text(5),
            row.Text(6),
            row.Time(7)
        );
}
