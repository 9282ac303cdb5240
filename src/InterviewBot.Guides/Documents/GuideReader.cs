using System.Security.Cryptography;
using System.Text;

namespace InterviewBot.Guides.Documents;

/// <summary>Reads a guide: a Markdown document with flows. Never throws because of the text; reports all it finds at once.</summary>
public static class GuideReader
{
    /// <summary>UTF-16 units; a longer document is refused with <c>too-large</c>.</summary>
    public const int MostLength = 1 << 20;

    /// <param name="name">File name without folder and ending.</param>
    /// <param name="text">The document; a byte order mark in front does not count.</param>
    public static GuideReading Read(string name, string text) => Read(name, text, null);

    /// <param name="check">Looks at the finished reading and adds what it finds to the problems.</param>
    internal static GuideReading Read(string name, string text, Action<GuideDraft, DocumentProblems>? check)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith('\uFEFF'))
            text = text[1..];
        var problems = new DocumentProblems();
        if (text.Length > MostLength)
        {
            problems.TooLarge($"the document has more than {MostLength} characters");
            return new GuideReading(null, [], problems.Sorted);
        }
        try
        {
            return Read(name, text, problems, check);
        }
        catch (ArgumentException e) when (e.Message.Contains("too deeply nested", StringComparison.Ordinal))
        {
            // Markdig's own bound on quotes in quotes and lists in lists: 128 levels are no document for people.
            problems = new DocumentProblems();
            problems.TooLarge("quotes, lists or brackets stand too deep in each other");
            return new GuideReading(null, [], problems.Sorted);
        }
    }

    private static GuideReading Read(
        string name,
        string text,
        DocumentProblems problems,
        Action<GuideDraft, DocumentProblems>? check
    )
    {
        var source = new SourceText(text);
        // What a decoder writes for bytes that are no UTF-8, as in a file saved in the code page of an older Windows. Once is enough.
        if (text.IndexOf('\uFFFD', StringComparison.Ordinal) is var unreadable and >= 0)
            problems.Unreadable(source.Find(unreadable));
        var reader = new OutlineReader(source, problems);
        var outline = reader.Read();
        SectionKinds.Tell(outline, problems);
        var about = reader.FrontMatter;
        var title = about.Title ?? outline.Find(s => s.Level == 1)?.Words.Title ?? name;
        var stages = new GuideBuilder(outline, title).Stages();
        var guide = new Guide(
            name,
            title,
            Hash(text),
            about.Language ?? Script.LanguageOf(text),
            about.For,
            about.Minutes,
            stages
        );
        check?.Invoke(new GuideDraft(guide, outline, about, source), problems);
        return new GuideReading(
            stages.IsEmpty ? null : guide,
            [.. outline.Select(s => s.ToSection())],
            problems.Sorted
        );
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A guide with what it was made of, while its document is still at hand.</summary>
internal sealed record GuideDraft(Guide Guide, List<OutlineSection> Outline, FrontMatter About, SourceText Source);
