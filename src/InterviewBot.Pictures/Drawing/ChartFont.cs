using SkiaSharp;

namespace InterviewBot.Pictures.Drawing;

/// <summary>
/// A font file with Latin and Chinese letters. Skia is linked without fontconfig (it would be one more thing to install), so we look
/// where fonts lie ourselves.
/// </summary>
internal static class ChartFont
{
    /// <summary>Chinese in the shapes of the mainland: the third face of Noto's collection.</summary>
    private static readonly (string File, int Face)[] Known =
    [
        ("NotoSansCJK-Regular.ttc", 2),
        ("NotoSansCJKsc-Regular.otf", 0),
        ("NotoSansSC-Regular.otf", 0),
        ("NotoSansSC-Regular.ttf", 0),
        ("SourceHanSansSC-Regular.otf", 0),
        ("wqy-microhei.ttc", 0),
        ("wqy-zenhei.ttc", 0),
        ("DroidSansFallbackFull.ttf", 0),
        ("PingFang.ttc", 0),
        ("Hiragino Sans GB.ttc", 0),
        ("msyh.ttc", 0),
        ("simhei.ttf", 0),
    ];

    private static readonly string[] Folders =
    [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/System/Library/Fonts",
        "/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
    ];

    /// <param name="file">A font to take; null: the first known one that is there.</param>
    /// <exception cref="NoFontException">There is none.</exception>
    public static SKTypeface Load(string? file)
    {
        if (file is not null)
            return SKTypeface.FromFile(file) ?? throw new NoFontException($"{file} is no font.");
        return Found.Value
            ?? throw new NoFontException(
                "No font with Chinese letters was found. Install one (Debian: apt-get install fonts-noto-cjk) or name a file."
            );
    }

    // Read once: it is twenty megabytes, and as good as any other that would be read again.
    private static readonly Lazy<SKTypeface?> Found = new(() =>
        Find() is { } found ? SKTypeface.FromFile(found.File, found.Face) : null
    );

    private static (string File, int Face)? Find()
    {
        var below = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        var files = Folders
            .Where(f => f.Length > 0 && Directory.Exists(f))
            .SelectMany(f => Directory.EnumerateFiles(f, "*.*", below))
            .ToLookup(f => Path.GetFileName(f), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, face) in Known)
        {
            if (files[name].FirstOrDefault() is { } file)
                return (file, face);
        }
        return null;
    }
}

/// <summary>No picture without letters. The message is a sentence for the operator.</summary>
public sealed class NoFontException(string message) : Exception(message);
