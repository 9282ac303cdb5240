using System.Net;
using System.Text;

namespace InterviewBot.Guides.Documents;

/// <summary>What a reader sees of HTML in a document: its words, without tags, comments, scripts and styles. One pass over the text.</summary>
internal static class HtmlText
{
    /// <summary>Tags that a browser draws within the line; all others begin a new one.</summary>
    private static readonly HashSet<string> InLine = new(StringComparer.OrdinalIgnoreCase)
    {
        "a",
        "abbr",
        "b",
        "big",
        "code",
        "del",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
    };

    public static bool IsLineBreak(string tag) => Name(tag.AsSpan(1)).Equals("br", StringComparison.OrdinalIgnoreCase);

    public static string Of(string html)
    {
        var text = new StringBuilder();
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
                break;
            text.Append(html, at, open - at);
            at = Behind(html, open, text);
            if (at < 0)
                return Decoded(text);
        }
        text.Append(html, at, html.Length - at);
        return Decoded(text);
    }

    /// <returns>The place behind what begins here; -1 when it never ends.</returns>
    private static int Behind(string html, int open, StringBuilder text)
    {
        var rest = html.AsSpan(open + 1);
        if (rest.StartsWith("!--"))
            return After(html, "-->", open);
        if (rest.IsEmpty || !(char.IsAsciiLetter(rest[0]) || rest[0] is '/' or '!' or '?'))
        {
            text.Append('<');
            return open + 1;
        }
        var name = Name(rest).ToString();
        if (name is "script" or "style")
            return After(html, $"</{name}>", open);
        if (!InLine.Contains(name))
            text.Append('\n').Append(name is "li" && rest[0] != '/' ? "- " : "");
        return After(html, ">", open);
    }

    private static int After(string html, string end, int from) =>
        html.IndexOf(end, from, StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? at + end.Length : -1;

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart('/');
        var end = tag.IndexOfAnyExcept(Letters);
        return end < 0 ? tag : tag[..end];
    }

    private static ReadOnlySpan<char> Letters => "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static string Decoded(StringBuilder text) => WebUtility.HtmlDecode(text.ToString());
}
