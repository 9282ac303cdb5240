using InterviewBot.Web;

namespace InterviewBot.Hosting;

/// <summary>The key of the local pages, made at the first start and kept beside the data: a page that is open, or a bookmark, outlives a restart.</summary>
internal static class LocalKeyFile
{
    private const int Shortest = 32;

    /// <param name="folder">That of the keys, which only this user may read.</param>
    /// <exception cref="CannotStart">It cannot be read or written.</exception>
    public static LocalKey Read(string folder)
    {
        var path = Path.Combine(folder, "local-pages");
        try
        {
            // A start that was cut off may have left it empty.
            if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: >= Shortest } kept)
                return new LocalKey(kept);
            var key = LocalKey.New();
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new StreamWriter(path, options);
            file.WriteLine(key.Value);
            return key;
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            throw new CannotStart($"The key of the local pages, {path}, cannot be read or written: see to its rights.");
        }
    }
}
