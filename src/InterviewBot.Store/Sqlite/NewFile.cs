namespace InterviewBot.Store.Sqlite;

/// <summary>
/// Makes a store beside its place and moves it there when it is whole. So no death of the process leaves half a store behind, and a file of
/// 0 bytes is never ours: a full disk or a copy that failed made it, and an empty store in its place would look like lost data.
/// </summary>
internal static class NewFile
{
    public static void Make(string file)
    {
        var growing = file + ".new";
        foreach (var left in new[] { growing, growing + "-wal", growing + "-shm" })
            File.Delete(left);
        PrivateFiles.Open(growing, FileMode.CreateNew).Dispose();
        // Closing the only connection moves the WAL into the file.
        using (var db = Connection.ToWrite(growing))
            Schema.BringUpToDate(db, file);
        File.Move(growing, file);
    }
}
