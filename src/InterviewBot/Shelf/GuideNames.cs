namespace InterviewBot.Shelf;

/// <summary>
/// Which files of a folder are guides; the bot and <c>lint</c> ask the same. Files of the folder itself that end in <c>.md</c>: sub-folders hold
/// drafts, pictures and, in a mounted ConfigMap, the versions themselves. Hidden files are an editor's, and every repository has a README.
/// </summary>
internal static class GuideNames
{
    private static readonly string[] OfEveryRepository =
    [
        "readme",
        "changelog",
        "contributing",
        "license",
        "licence",
        "code_of_conduct",
        "code-of-conduct",
    ];

    // In small letters these may be guides: an interview about security is one.
    private static readonly string[] InCapitals =
    [
        "SECURITY",
        "SUPPORT",
        "AUTHORS",
        "HISTORY",
        "NOTICE",
        "CONTRIBUTORS",
        "MAINTAINERS",
        "GOVERNANCE",
        "CODEOWNERS",
        "TODO",
        "INDEX",
        "SUMMARY",
        "AGENTS",
        "CLAUDE",
    ];

    /// <param name="file">Without folder.</param>
    public static bool IsGuide(string file)
    {
        if (file.StartsWith('.') || !IsMarkdown(file))
            return false;
        var name = file[..file.IndexOf('.', StringComparison.Ordinal)];
        return !InCapitals.Contains(name, StringComparer.Ordinal)
            && !OfEveryRepository.Contains(name, StringComparer.OrdinalIgnoreCase)
            && !name.StartsWith("readme_", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("readme-", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsMarkdown(string file) => file.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
}
