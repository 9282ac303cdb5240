namespace InterviewBot.Conversation.Words;

/// <summary>Tells a name from a sentence that happens to begin with "candidate": "candidate Jane Doe", but "candidate knows Redis, not MySQL" is a note.</summary>
internal static class CandidateName
{
    private const int MostWords = 4;
    private const int MostLetters = 40;

    /// <param name="named">There is a name already: then a second word in small letters makes it a sentence.</param>
    public static bool Looks(string text, bool named)
    {
        if (text.Length > MostLetters || text.Any(c => !IsOfName(c)))
            return false;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MostWords)
            return false;
        return !named || words.Length == 1 || !words.All(w => char.IsAsciiLetterLower(w[0]));
    }

    private static bool IsOfName(char c) =>
        char.IsLetter(c) || char.IsSurrogate(c) || c is ' ' or '.' or '\'' or '’' or '-' or '·' or '•' || IsMark(c);

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
