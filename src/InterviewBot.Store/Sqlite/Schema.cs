using System.Reflection;

namespace InterviewBot.Store.Sqlite;

/// <summary>
/// Applies the numbered files of Migrations at start. Our own, not DbUp: the file is locked already, so the version is one number in its
/// header (PRAGMA user_version, changed within the transaction), and looking at it takes microseconds of the start. Files are only added.
/// </summary>
internal static class Schema
{
    public static void BringUpToDate(Connection db, string file)
    {
        var migrations = Migrations();
        var found = db.Sql("PRAGMA user_version").First(static row => row.Long(0));
        if (found > migrations.Count)
            throw new StoreTooNew(file, found, migrations.Count);
        if (found < 0 || IsForeign(db, found))
            throw new StoreUnusable(
                $"The store {file} is a database of another program: name another file, or another folder with --data."
            );
        if (found == migrations.Count)
            return;

        db.Begin();
        try
        {
            foreach (var migration in migrations.Skip((int)found))
                db.Execute(Text(migration));
            db.Execute($"PRAGMA user_version = {migrations.Count}");
            db.Commit();
        }
        catch
        {
            db.Rollback();
            throw;
        }
    }

    // Version 0 with tables, or a version of ours without our log: any program may number its database.
    private static bool IsForeign(Connection db, long found) =>
        found == 0
            ? db.Sql("SELECT count(*) FROM sqlite_master").First(static row => row.Long(0)) > 0
            : db.Sql(
                    "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('log', 'outbox', 'surfaces')"
                )
                .First(static row => row.Long(0)) < 3;

    /// <summary>Names in order; the n-th begins with n, else the build is wrong.</summary>
    internal static List<string> Migrations()
    {
        var names = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(static name => name.StartsWith("Sqlite/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        for (var i = 0; i < names.Count; i++)
        {
            if (!names[i].StartsWith($"Sqlite/{i + 1:D4}_", StringComparison.Ordinal))
                throw new InvalidOperationException($"Migration {i + 1:D4} is missing or doubled: {names[i]}");
        }
        return names;
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
