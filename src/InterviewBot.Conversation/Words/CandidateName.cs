using System.Globalization;

namespace InterviewBot.Conversation.Words;

/// <summary>Tells a name or a code from a sentence that happens to begin with "candidate": "candidate C-4711", but "candidate is weak on SQL" is a note.</summary>
internal static class CandidateName
{
    private const int MostWords = 8;
    private const int MostLetters = 60;

    /// <summary>The longest Chinese name without a dot or blank in it.</summary>
    private const int MostCharacters = 6;

    // As they stand inside a sentence; a name has capitals ("Will Smith") or stands alone.
    private static readonly HashSet<string> Sentence =
    [
        .. (
            "is isn't was wasn't are were be been being has hasn't had have did didn't does doesn't do don't "
            + "can can't cannot could couldn't would wouldn't should won't must might not never very quite rather too "
            + "but and or so because with without about on at for to in the a his her their they he she it if when "
            + "said says say seems seemed seem knows knew know thinks thought think likes liked wants wanted wants "
            + "asks asked ask answers answered answer mentions mentioned looks looked look feels felt failed fails passed "
            + "struggled struggles struggling used uses use using worked works working work gave gives got gets made makes "
            + "went goes talks talked explains explained understands understood forgot forgets needs needed need "
            + "good bad weak strong nervous late early calm confident shy slow fast quiet tired unsure confused"
        ).Split(' '),
    ];

    private static readonly string[] SentenceInChinese =
    [
        "有点",
        "没",
        "會",
        "会",
        "很",
        "说",
        "說",
        "是",
        "不",
        "了",
        "的",
        "太",
        "觉得",
        "覺得",
        "好像",
        "似乎",
        "用过",
        "用過",
        "知道",
        "懂",
        "弱",
        "吗",
        "呢",
        "比较",
        "比較",
        "非常",
        "需要",
        "应该",
        "應該",
    ];

    public static bool Looks(string text)
    {
        if (text.Length > MostLetters || !text.Any(IsLetterOrMore) || !text.All(IsOfName))
            return false;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWords
            && (words.Length == 1 ? !IsVerb(words[0]) : !words.Any(Sentence.Contains))
            && !SentenceInChinese.Any(word => text.Contains(word, StringComparison.Ordinal))
            && LongestRun(text) <= MostCharacters;
    }

    private static bool IsVerb(string word) => Sentence.Contains(word) && word is not ("an" or "so" or "do" or "say");

    private static int LongestRun(string text)
    {
        var (run, longest) = (0, 0);
        foreach (var c in text)
            longest = Math.Max(longest, run = c is >= '\u3400' and <= '\u9FFF' ? run + 1 : 0);
        return longest;
    }

    private static bool IsLetterOrMore(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    private static bool IsOfName(char c) =>
        char.IsLetterOrDigit(c)
        || char.IsSurrogate(c)
        || " .'’-·•()（）[]【】/,，、#_".Contains(c, StringComparison.Ordinal)
        // Accents, and what belongs to an emoji.
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.OtherSymbol
                or UnicodeCategory.Format;
}
