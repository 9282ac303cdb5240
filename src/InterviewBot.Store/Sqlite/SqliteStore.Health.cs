using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public async Task<StoreTrouble> Trouble(CancellationToken ct)
    {
        using (var reader = readers.Rent())
            reader.Sql("PRAGMA schema_version").First(static row => row.Long(0));
        if (!writer.IsThere)
            return StoreTrouble.FileGone;
        if (!writer.IsFailing)
            return StoreTrouble.None;
        try
        {
            // Nobody may be writing while nobody is let in. The same number again: it costs one page.
            await writer
                .Write(static db =>
                {
                    var version = db.Sql("PRAGMA user_version").First(static row => row.Long(0));
                    db.Execute($"PRAGMA user_version = {version}");
                    return true;
                })
                .WaitAsync(ct);
            return StoreTrouble.None;
        }
        catch (StoreFailedException failed)
        {
            return failed.Trouble;
        }
    }
}
