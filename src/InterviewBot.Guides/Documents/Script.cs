namespace InterviewBot.Guides.Documents;

/// <summary>Letters of Chinese and of the Latin alphabet.</summary>
internal static class Script
{
    /// <summary>Han characters and the punctuation that goes with them.</summary>
    public static bool IsChinese(char c) =>
        c
            is (>= '\u4E00' and <= '\u9FFF')
                or (>= '\u3400' and <= '\u4DBF')
                or (>= '\u3000' and <= '\u303F')
                or (>= '\uFF00' and <= '\uFFEF');

    /// <summary>A Chinese text may hold many Latin names, so one Chinese letter outweighs five Latin ones.</summary>
    public static string LanguageOf(ReadOnlySpan<char> text)
    {
        var (chinese, latin) = (0, 0);
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c))
                latin++;
            else if (IsChinese(c))
                chinese++;
        }
        return chinese * 5 > latin ? "zh-CN" : "en";
    }
}
