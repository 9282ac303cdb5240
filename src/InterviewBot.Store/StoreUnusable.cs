using Microsoft.Data.Sqlite;

namespace InterviewBot.Store;

/// <summary>The store cannot be opened: no rights, no room, or not a store. Thrown at start.</summary>
#pragma warning disable CA1710 // the name says the reason, as refusals do
public sealed class StoreUnusable : Exception
{
    /// <param name="sentence">What is wrong and what to do.</param>
    public StoreUnusable(string sentence)
        : base(sentence) { }

    public StoreUnusable(string file, Exception why)
        : base(Sentence(file, why), why) { }

    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private static string Sentence(string file, Exception why) =>
        why switch
        {
            SqliteException { SqliteErrorCode: Corrupt or NotADatabase } =>
                $"The store {file} is damaged or is no store of this program: restore a backup, or move it away to begin with an empty one.",
            SqliteException sqlite =>
                $"The store {file} cannot be opened (SQLite {sqlite.SqliteExtendedErrorCode}): see to the rights and the free space of its folder.",
            _ =>
                $"The store {file} cannot be opened ({why.GetType().Name}): see to the rights and the free space of its folder.",
        };
}
