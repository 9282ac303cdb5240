using System.Globalization;

namespace InterviewBot.Slack.Cards;

/// <summary>Cuts text to Slack's limits, counted in UTF-16 units and never inside a character. Slack takes no empty text.</summary>
internal static class Clip
{
    /// <summary>The text within the limit, with … where something went; a blank one becomes a dash.</summary>
    public static string To(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "–";
        text = WellFormed(text);
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
        text = WellFormed(text);
        for (var n = 0; text.Length > 0 && n < most; n++)
        {
            var end = text.Length <= longest ? text.Length : End(text, longest);
            yield return text[..end];
            text = text[end..];
        }
    }

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
