using System.Runtime.Versioning;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Store.Sqlite;

/// <summary>The data names people: only the user that the bot runs as may read it. Windows inherits the rights of the folder instead.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;
    private const UnixFileMode Others = (UnixFileMode)0b111_111;

    /// <summary>Makes the folder for this user alone. One that is there keeps its rights: it may be shared on purpose, the files in it are not.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Folder);
    }

    /// <summary>Opens a file that nobody else has open; a new one is this user's alone.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = File;
        return new FileStream(path, options);
    }

    /// <summary>Takes the rights of group and others from the data file and what SQLite puts beside it (it copies the file's rights).</summary>
    public static void Close(string file, ILogger log)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var path in new[] { file, file + "-wal", file + "-shm", file + ".lock" })
            if (System.IO.File.Exists(path))
                CloseOne(path, log);
    }

    [UnsupportedOSPlatform("windows")]
    private static void CloseOne(string path, ILogger log)
    {
        var mode = System.IO.File.GetUnixFileMode(path);
        if ((mode & Others) == 0)
            return;
        try
        {
            System.IO.File.SetUnixFileMode(path, mode & ~Others);
        }
        catch (Exception why) when (why is UnauthorizedAccessException or IOException)
        {
            log.ReadableByOthers(path); // somebody else's file, or a volume without rights; the operator decides
        }
    }
}
