using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Sqlite;

public sealed partial class SqliteStore
{
    private const string AddressColumns = "channel, installation, kind, key, data, at";

    private const string AddressByKey =
        $"SELECT {AddressColumns} FROM addresses WHERE channel = ? AND installation = ? AND kind = ? AND key = ?";

    /// <inheritdoc/>
    public Task<bool> Keep(Address address) =>
        writer.Write(db =>
        {
            var known = db.Sql(AddressByKey)
                .With(address.Channel)
                .With(address.Installation)
                .With(address.Kind)
                .With(address.Key)
                .First(static row => true);
            db.Sql($"INSERT OR REPLACE INTO addresses ({AddressColumns}) VALUES (?, ?, ?, ?, ?, ?)")
                .With(address.Channel)
                .With(address.Installation)
                .With(address.Kind)
                .With(address.Key)
                .With(address.Data)
                .With(address.At)
                .Run();
            return !known;
        });

    /// <inheritdoc/>
    public ValueTask<Address?> Find(string channel, string installation, string kind, string key, CancellationToken ct)
    {
        using var reader = readers.Rent();
        return new(reader.Sql(AddressByKey).With(channel).With(installation).With(kind).With(key).First(ToAddress));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Address>> List(
        string channel,
        string installation,
        string kind,
        CancellationToken ct
    )
    {
        using var reader = readers.Rent();
        return new(
            reader
                .Sql(
                    $"SELECT {AddressColumns} FROM addresses WHERE channel = ? AND installation = ? AND kind = ? ORDER BY key"
                )
                .With(channel)
                .With(installation)
                .With(kind)
                .All(ToAddress)
        );
    }

    /// <inheritdoc/>
    public Task<bool> Drop(string channel, string installation, string kind, string key) =>
        writer.Write(db =>
            db.Sql("DELETE FROM addresses WHERE channel = ? AND installation = ? AND kind = ? AND key = ?")
                .With(channel)
                .With(installation)
                .With(kind)
                .With(key)
                .Run() > 0
        );

    private static Address ToAddress(Statement row) =>
        new(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Time(5));
}
