using System.Text.RegularExpressions;

namespace InterviewBot.Web.Page;

internal readonly record struct TextPiece(string Text, bool IsLink);

/// <summary>Cuts text into plain pieces and web addresses (http, https).</summary>
internal static partial class TextPieces
{
    public static IEnumerable<TextPiece> Of(string text)
    {
        var at = 0;
        // Most texts hold no address; looking for one first keeps the pattern's engine out of the way to the first card.
        if (!text.Contains("http", StringComparison.OrdinalIgnoreCase))
        {
            if (text.Length > 0)
                yield return new TextPiece(text, false);
            yield break;
        }
        foreach (Match match in Address().Matches(text))
        {
            if (!Uri.TryCreate(match.Value, UriKind.Absolute, out _))
                continue;
            if (match.Index > at)
                yield return new TextPiece(text[at..match.Index], false);
            yield return new TextPiece(match.Value, true);
            at = match.Index + match.Length;
        }
        if (at < text.Length)
            yield return new TextPiece(text[at..], false);
    }

    // A closing bracket or a full stop after an address belongs to the sentence; Chinese text follows without a blank.
    [GeneratedRegex(
        @"\bhttps?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*[A-Za-z0-9/#=&_~-]",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();
}
