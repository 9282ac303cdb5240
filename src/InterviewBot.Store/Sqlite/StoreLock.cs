using System.Runtime.InteropServices;

namespace InterviewBot.Store.Sqlite;

/// <summary>
/// Holds <c>FILE.lock</c> by the operating system's lock (flock; a share mode on Windows), which ends with the process however it ends.
/// The file itself stays: deleting it would let two processes lock two files of one name.
/// </summary>
internal static class StoreLock
{
    private const int Exclusive = 2; // LOCK_EX
    private const int AtOnce = 4; // LOCK_NB
    private const int WouldBlock = 11; // EAGAIN on Linux
    private const int WouldBlockOnMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    public static FileStream Take(string file)
    {
        FileStream held;
        try
        {
            held = PrivateFiles.Open(file + ".lock", FileMode.OpenOrCreate);
        }
        catch (IOException taken) when (taken.HResult is WouldBlock or WouldBlockOnMac or SharingViolation)
        {
            throw new StoreInUse(file, taken);
        }
        // Once more by ourselves: DOTNET_SYSTEM_IO_DISABLEFILELOCKING=1, set for some network volume, switches the framework's off.
        if (!OperatingSystem.IsWindows() && !HoldsAlone(held))
        {
            held.Dispose();
            throw new StoreInUse(file);
        }
        return held;
    }

    // A file system without locks (ENOLCK, ENOTSUP) cannot say who holds it; the framework lets such files pass too.
    private static bool HoldsAlone(FileStream held) =>
        flock(held.SafeFileHandle, Exclusive | AtOnce) == 0
        || Marshal.GetLastPInvokeError() is not (WouldBlock or WouldBlockOnMac);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int flock(Microsoft.Win32.SafeHandles.SafeFileHandle file, int operation);
}
