namespace InterviewBot.Guides.Flows;

/// <summary>Strings by the rules of JavaScript, where those of .NET differ (section 7 of the language notes).</summary>
internal static class ScriptText
{
    /// <summary>What <c>String.prototype.trim</c> removes: U+FEFF belongs to it, U+0085 does not.</summary>
    public static bool IsBlank(char c) =>
        (c is <= ' ' or >= '\u00A0')
        && c
            is ' '
                or (>= '\t' and <= '\r')
                or '\u00A0'
                or '\u1680'
                or (>= '\u2000' and <= '\u200A')
                or '\u2028'
                or '\u2029'
                or '\u202F'
                or '\u205F'
                or '\u3000'
                or '\uFEFF';

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => TrimEnd(text[SkipBlanks(text)..]);

    public static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && IsBlank(text[end - 1]))
            end--;
        return text[..end];
    }

    /// <summary>Index of the first <c>-></c> or <c>=></c>, by its <paramref name="shaft"/>; -1 when there is none. Quicker than a search for both characters.</summary>
    public static int ArrowIn(ReadOnlySpan<char> text, char shaft)
    {
        for (var at = 1; at < text.Length; at++)
        {
            var next = text[at..].IndexOf('>');
            if (next < 0)
                return -1;
            at += next;
            if (text[at - 1] == shaft)
                return at - 1;
        }
        return -1;
    }

    /// <summary>Index of the first character that is not blank, or the length.</summary>
    public static int SkipBlanks(ReadOnlySpan<char> text, int from = 0)
    {
        while (from < text.Length && IsBlank(text[from]))
            from++;
        return from;
    }

    /// <summary><c>substring</c>: bounds below zero count as zero, and bounds in the wrong order are swapped.</summary>
    public static ReadOnlySpan<char> Substring(ReadOnlySpan<char> text, int from, int to)
    {
        from = Math.Clamp(from, 0, text.Length);
        to = Math.Clamp(to, 0, text.Length);
        return from <= to ? text[from..to] : text[to..from];
    }

    /// <summary><c>replace</c> with a string: the first occurrence only.</summary>
    public static string ReplaceFirst(string text, string old, string with)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + old.Length));
    }
}
