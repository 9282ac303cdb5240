using System.Globalization;
using System.Text;

namespace InterviewBot.Teams.Cards;

/// <summary>
/// The renderer does not break a word that is longer than its line: it sticks out of the card, and what sticks out is not seen. Such words are
/// given places to break, which nobody sees.
/// </summary>
internal static class LongWords
{
    private const char Break = '\u200B';

    // What a line beside a button has in a panel of 320 px, and a large line without one.
    private const double LongestInEms = 10;

    public static string Breakable(string text)
    {
        // Most texts have none; no letter is wider than 1.1.
        if (!text.Split((char[]?)null).Any(word => word.Length > LongestInEms / 1.1))
            return text;
        var broken = new StringBuilder(text.Length + 16);
        var width = 0d;
        // By what a person takes for one character: never inside an emoji.
        foreach (var element in Elements(text))
        {
            var next = Ems.Of(element);
            if (Ends(element))
                width = 0;
            else if (width + next > LongestInEms)
            {
                broken.Append(Break);
                width = next;
            }
            else
                width += next;
            broken.Append(element);
        }
        return broken.ToString();
    }

    /// <summary>A line may end here anyway.</summary>
    private static bool Ends(string element) =>
        char.IsWhiteSpace(element[0])
        || element[0] is '-' or Break or >= '\u2E80' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF' or >= '\uFF00';

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            yield return elements.GetTextElement();
    }
}
