using System.Net;
using System.Text;

namespace InterviewBot.Teams.Receiving;

/// <summary>A message as its HTML says it.</summary>
/// <param name="Text">What the sender wrote, line by line; of a message that was quoted, nothing.</param>
/// <param name="ReplyTo">The message that is quoted.</param>
/// <param name="IsForwarded">Somebody else wrote it, or a part of it, somewhere else.</param>
internal sealed record RichText(string Text, string? ReplyTo, bool IsForwarded)
{
    private const string Reply = "http://schema.skype.com/Reply";
    private const string Forward = "http://schema.skype.com/Forward";
    private const string Quote = "blockquote";

    // After which a new line begins.
    private static readonly string[] Blocks =
    [
        "div",
        "p",
        "li",
        "tr",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        Quote,
    ];

    /// <summary>Never throws on what is no HTML: it is text then.</summary>
    public static RichText Read(string html)
    {
        var text = new StringBuilder();
        string? replyTo = null;
        var isForwarded = false;
        // How many quotes deep inside a reply's quote; what stands there was said before.
        var quoted = 0;
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            var close = open < 0 ? -1 : html.IndexOf('>', open);
            if (close < 0)
            {
                Say(text, quoted, html[at..]);
                break;
            }
            Say(text, quoted, html[at..open]);
            at = close + 1;
            var tag = html[(open + 1)..close];
            var name = NameOf(tag);
            if (name == Quote)
            {
                isForwarded |= tag.Contains(Forward, StringComparison.OrdinalIgnoreCase);
                if (quoted > 0 || tag.Contains(Reply, StringComparison.OrdinalIgnoreCase))
                {
                    replyTo ??= Attribute(tag, "itemid");
                    quoted++;
                }
            }
            else if (name == "/" + Quote && quoted > 0)
                quoted--;
            else if (quoted == 0 && (name == "br" || (name.StartsWith('/') && Blocks.Contains(name[1..]))))
                text.Append('\n');
            else if (quoted == 0 && (name == "emoji" || tag.Contains("skype.com/Emoji", StringComparison.Ordinal)))
                text.Append(Attribute(tag, "alt"));
        }
        return new RichText(Tidy(text.ToString()), replyTo, isForwarded);
    }

    private static void Say(StringBuilder text, int quoted, string what)
    {
        // Line breaks of the source are none of the message.
        if (quoted == 0)
            text.Append(WebUtility.HtmlDecode(what.ReplaceLineEndings(" ")).Replace('\u00A0', ' '));
    }

    private static string Tidy(string text) =>
        string.Join(
                '\n',
                text.Split('\n').Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            )
            .Trim();

    private static string NameOf(string tag) =>
        string.Concat(tag.TakeWhile((c, i) => char.IsAsciiLetterOrDigit(c) || (c == '/' && i == 0))).ToLowerInvariant();

    private static string? Attribute(string tag, string name)
    {
        var at = tag.IndexOf($" {name}=\"", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var from = at + name.Length + 3;
        var to = tag.IndexOf('"', from);
        return to > from ? WebUtility.HtmlDecode(tag[from..to]) : null;
    }
}
