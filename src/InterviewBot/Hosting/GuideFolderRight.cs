namespace InterviewBot.Hosting;

/// <summary>A folder of guides that may not be read would make every request fail; one that is missing may still be filled.</summary>
internal static class GuideFolderRight
{
    /// <exception cref="CannotStart">It is there, but cannot be read.</exception>
    public static void Check(string folder) => Check(folder, f => _ = Directory.EnumerateFiles(f).Any());

    /// <param name="look">Looks into the folder; throws as the system does.</param>
    internal static void Check(string folder, Action<string> look)
    {
        if (File.Exists(folder))
            throw new CannotStart($"{folder} is a file; Guides:Path (--guides) names the folder of the guides.");
        try
        {
            if (Directory.Exists(folder))
                look(folder);
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            throw new CannotStart(
                $"The folder of the guides {folder} cannot be read: give the bot the right to read it, or name another one with --guides."
            );
        }
    }
}
