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
            SqliteStore.MakeFolder(folder);
            return folder;
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            throw new CannotStart($"The folder {folder} cannot be made: choose another one with --data.");
        }
    }

    /// <summary>The folder of the keys that guard the tokens of the local page.</summary>
    /// <returns>Its full path.</returns>
    /// <exception cref="CannotStart">It, or a key in it, cannot be read: the pages would fail one by one.</exception>
    public static string MakeKeys(string dataFolder)
    {
        var keys = Path.Combine(dataFolder, "keys");
        try
        {
            SqliteStore.MakeFolder(keys);
            foreach (var key in Directory.EnumerateFiles(keys))
                File.OpenRead(key).Dispose();
            return keys;
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            throw new CannotStart($"The folder {keys} and the keys in it cannot be read: see to their rights.");
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
