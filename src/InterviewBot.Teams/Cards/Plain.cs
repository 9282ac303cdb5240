namespace InterviewBot.Teams.Cards;

/// <summary>
/// Texts on a card stand in text runs, which know no Markdown, links or mentions. What is left: date functions in double braces, characters
/// that turn the reading direction round or control the line, and length.
/// </summary>
internal static class Plain
{
    private const string Ellipsis = "…";

    public static string Of(string text, int longest)
    {
        var clean = Clean(text);
        // Twice, as three braces hold two pairs.
        for (var i = 0; i < 2; i++)
            clean = clean.Replace("{{", "{\u200B{", StringComparison.Ordinal);
        return Clip(clean, longest);
    }

    /// <summary>Without what turns the reading direction round or controls the line.</summary>
    public static string Clean(string text) => string.Concat(text.Select(Kept));

    /// <summary>Never cuts a character of two halves.</summary>
    public static string Clip(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = longest - Ellipsis.Length;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end] + Ellipsis;
    }

    private static string Kept(char c) =>
        c switch
        {
            '\n' => "\n",
            '\t' => " ",
            >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => "",
            _ when char.IsControl(c) => "",
            _ => c.ToString(),
        };
}
