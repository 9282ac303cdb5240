using InterviewBot.Interviews.Events;

namespace InterviewBot.Interviews.Deciding;

/// <summary>
/// Reads the marks in front of a note: + - ? and "private:" (or 私：, or //, which some platforms take for a command of theirs), in any
/// order, each once. Full-width forms count as well.
/// </summary>
public static class NoteText
{
    /// <summary>Longest note kept, in UTF-16 units.</summary>
    public const int Longest = 20_000;

    public static (string Text, NoteMark Mark, bool Private) Read(string typed)
    {
        var text = typed.AsSpan().Trim();
        var (mark, hidden) = (NoteMark.None, false);
        while (!text.IsEmpty)
        {
            if (!hidden && Prefix(text) is > 0 and var length)
            {
                hidden = true;
                text = text[length..].TrimStart();
            }
            else if (mark == NoteMark.None && MarkOf(text[0]) is var found and not NoteMark.None)
            {
                mark = found;
                text = text[1..].TrimStart();
            }
            else
                break;
        }
        // A line of marks alone is what was meant to be written down.
        return text.IsEmpty && typed.Trim().Length > 0
            ? (typed.Trim(), NoteMark.None, hidden)
            : (text.ToString(), mark, hidden);
    }

    private const string Private = "private";

    private static int Prefix(ReadOnlySpan<char> text) =>
        text.StartsWith(Private, StringComparison.OrdinalIgnoreCase) && text[Private.Length..] is [':' or '：', ..]
            ? Private.Length + 1
            : Sign(text);

    private static int Sign(ReadOnlySpan<char> text) =>
        text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith("私：", StringComparison.Ordinal) ? 2
        : text.StartsWith("私:", StringComparison.Ordinal) || text.StartsWith("／／", StringComparison.Ordinal) ? 2
        : 0;

    private static NoteMark MarkOf(char c) =>
        c switch
        {
            '+' or '＋' => NoteMark.Plus,
            '-' or '－' => NoteMark.Minus,
            '?' or '？' => NoteMark.Open,
            _ => NoteMark.None,
        };
}
