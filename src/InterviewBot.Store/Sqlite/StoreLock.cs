namespace InterviewBot.Store.Sqlite;

/// <summary>
/// Holds <c>FILE.lock</c> by the operating system's lock (flock; a share mode on Windows), which ends with the process however it ends.
/// The file itself stays: deleting it would let two processes lock two files of one name.
/// </summary>
internal static class StoreLock
{
    private const int WouldBlock = 11; // EAGAIN on Linux
    private const int WouldBlockOnMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    public static FileStream Take(string file)
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException held) when (held.HResult is WouldBlock or WouldBlockOnMac or SharingViolation)
        {
            throw new StoreInUse(file, held);
        }
    }
}
