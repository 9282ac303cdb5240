using InterviewBot.Interviews.Seams;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace InterviewBot.Store.Sqlite;

/// <summary>What the disk, rights, damage or another program does to the store; anything else is a fault of a statement of ours.</summary>
internal static class StoreFault
{
    public static StoreTrouble TroubleOf(Exception error) =>
        error is SqliteException { SqliteErrorCode: raw.SQLITE_FULL }
            ? StoreTrouble.DiskFull
            : StoreTrouble.CannotWrite;

    public static bool Is(Exception error) =>
        error
            is SqliteException
            {
                SqliteErrorCode: raw.SQLITE_PERM
                    or raw.SQLITE_BUSY
                    or raw.SQLITE_READONLY
                    or raw.SQLITE_IOERR
                    or raw.SQLITE_CORRUPT
                    or raw.SQLITE_FULL
                    or raw.SQLITE_CANTOPEN
                    or raw.SQLITE_NOTADB
            };
}
