namespace InterviewBot.Conversation.Words;

/// <summary>Slips of a command word: nxet, finsh, 下一提. A slip is never acted on; it is what the private offer beside the kept note is made from.</summary>
internal static class NearMiss
{
    private const int MostWords = 2;

    /// <summary>The line with its word put right; null when it is no slip of a word of the table.</summary>
    public static string? Corrected(string text)
    {
        var line = Folded.Command(text).ToLowerInvariant();
        var parts = line.Split(' ');
        if (parts.Length > MostWords)
            return null;
        foreach (var word in CommandTable.Rows.SelectMany(row => row.Words))
        {
            if (IsSlip(line, word))
                return word;
            if (parts.Length == MostWords && IsSlip(parts[0], word))
                return $"{word} {parts[1]}";
        }
        return null;
    }

    /// <summary>One letter too many or too few, two swapped, or (where the word is long enough to be known by the rest) another one.</summary>
    private static bool IsSlip(string typed, string word)
    {
        var isLatin = char.IsAsciiLetter(word[0]);
        if (word.Length < (isLatin ? 4 : 3) || typed == word)
            return false;
        return (typed.Length - word.Length) switch
        {
            0 => Swapped(typed, word) || (word.Length >= (isLatin ? 5 : 3) && Replaced(typed, word)),
            // "joins" and "lists" are words of their own.
            1 => typed != word + "s" && OneMore(typed, word),
            -1 => OneMore(word, typed),
            _ => false,
        };
    }

    private static bool Swapped(string typed, string word)
    {
        var at = FirstDifference(typed, word);
        return at < word.Length - 1
            && typed[at] == word[at + 1]
            && typed[at + 1] == word[at]
            && typed.AsSpan(at + 2).SequenceEqual(word.AsSpan(at + 2));
    }

    // The first letter is hardly ever wrong; "text" is no slip of "next".
    private static bool Replaced(string typed, string word)
    {
        var at = FirstDifference(typed, word);
        return at > 0 && typed.AsSpan(at + 1).SequenceEqual(word.AsSpan(at + 1));
    }

    private static bool OneMore(string longer, string shorter)
    {
        var at = FirstDifference(longer, shorter);
        return at > 0 && longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at));
    }

    private static int FirstDifference(string a, string b) => a.AsSpan().CommonPrefixLength(b);
}
