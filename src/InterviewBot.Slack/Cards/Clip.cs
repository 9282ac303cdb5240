using System.Globalization;

namespace InterviewBot.Slack.Cards;

/// <summary>Cuts text to Slack's limits, counted in UTF-16 units and never inside a character. Slack takes no empty text.</summary>
internal static class Clip
{
    /// <summary>The text within the limit, with … where something went; a blank one becomes a dash.</summary>
    public static string To(string? text, int longest)
    {
        text = WellFormed(Harmless(text ?? ""));
        if (string.IsNullOrWhiteSpace(text))
            return "–";
        return text.Length <= longest ? text : text[..End(text, longest - 1)] + "…";
    }

    /// <summary>On one line.</summary>
    public static string Line(string? text, int longest) =>
        To(
            text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            longest
        );

    /// <summary>Pieces of at most so many units, cut between characters; at most <paramref name="most"/> of them.</summary>
    public static IEnumerable<string> Pieces(string text, int longest, int most)
    {
        text = WellFormed(Harmless(text));
        for (var n = 0; text.Length > 0 && n < most; n++)
        {
            var end = text.Length <= longest ? text.Length : End(text, longest);
            yield return text[..end];
            text = text[end..];
        }
    }

    // Signs that nobody sees and that turn what stands behind them about, or make two names look like one. Joiners stay: emoji need them.
    private static string Harmless(string text) =>
        text.AsSpan().ContainsAny(Unseen) ? string.Concat(text.Where(c => !Unseen.Contains(c))) : text;

    private static readonly System.Buffers.SearchValues<char> Unseen = System.Buffers.SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Where(c => c is not ('\n' or '\t' or '\r')).Select(c => (char)c),
        .. Enumerable.Range(0x7F, 0x21).Where(c => c != 0x85).Select(c => (char)c),
        .. "\u200B\u2060\uFEFF\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069",
    ]);

    // The longest run of whole characters (with their accents, joiners and flags) that fits; a single huge one is cut between surrogate pairs.
    private static int End(string text, int longest)
    {
        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > longest)
                break;
            end = next;
        }
        if (end > 0)
            return end;
        return char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
    }

    // Half a surrogate pair is no JSON text: UTF-8 has no form for it.
    private static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
        }
        return text;
    }
}
