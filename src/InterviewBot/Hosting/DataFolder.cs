using InterviewBot.Store.Sqlite;

namespace InterviewBot.Hosting;

/// <summary>The folder of the data file. It is made before anything opens a file in it.</summary>
internal static class DataFolder
{
    /// <returns>Its full path.</returns>
    /// <exception cref="CannotStart">The section <c>Store</c> names no store of this release, or the folder cannot be made.</exception>
    public static string Make(StoreOptions options)
    {
        if (options.Provider != StoreProvider.Sqlite)
            throw new CannotStart("Store:Provider PostgreSql is not part of this release; leave it out or set Sqlite.");
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
            throw new CannotStart("Store:ConnectionString is empty.");
        var folder = PathOf(options.ConnectionString);
        try
        {
            Directory.CreateDirectory(folder);
            return folder;
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            throw new CannotStart($"The folder {folder} cannot be made: choose another one with --data.");
        }
    }

    private static string PathOf(string source)
    {
        try
        {
            return Path.GetDirectoryName(SqliteStore.PathOf(source))!;
        }
        catch (ArgumentException)
        {
            // Not repeated: connection strings may hold passwords.
            throw new CannotStart("Store:ConnectionString is neither a path nor a connection string of SQLite.");
        }
    }
}
