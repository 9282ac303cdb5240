using System.Text;
using InterviewBot.Guides.Documents;
using InterviewBot.Hosting;

namespace InterviewBot.CommandLine;

/// <summary>Reads UTF-8, whatever the locale says; UTF-16 and UTF-32 by their byte order marks.</summary>
internal static class TextFile
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>In the chat guides go by their names, so they do here: <c>rehearse redis</c> is the <c>redis.md</c> of the guides folder.</summary>
    private static string GuideOfThatName(string path)
    {
        if (path == StandardInput || Path.Exists(path) || path != Path.GetFileName(path))
            return path;
        var named = Path.Combine(new GuidesOptions().Folder, path + ".md");
        return File.Exists(named) ? named : path;
    }

    /// <returns>Null when it cannot be read; then <paramref name="problem"/> says why. A text too long for a guide comes cut, but still too long.</returns>
    public static string? Read(string path, out string? problem)
    {
        path = GuideOfThatName(path);
        problem = Directory.Exists(path) ? $"{path}: this is a folder, a file is wanted" : null;
        if (problem is not null)
            return null;
        try
        {
            using var stream = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
            using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            var text = new StringBuilder();
            var part = new char[32 * 1024];
            while (text.Length <= GuideReader.MostLength && reader.ReadBlock(part) is var count and > 0)
                text.Append(part, 0, count);
            return text.ToString();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problem = $"{path}: {e.Message}";
            return null;
        }
    }
}
