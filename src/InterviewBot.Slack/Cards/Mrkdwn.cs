using System.Text;
using System.Text.RegularExpressions;

namespace InterviewBot.Slack.Cards;

/// <summary>Slack's markup in message texts. Blocks of ours hold plain text only; the fallback text is escaped, what people type arrives escaped.</summary>
internal static partial class Mrkdwn
{
    /// <summary>Kept well below the 4,000 at which chat.update refuses what chat.postMessage took.</summary>
    public const int LongestFallback = 3_000;

    /// <summary>
    /// &amp;, &lt; and &gt; escaped, in that order; a zero-width space behind each mark of emphasis, which cannot be escaped. At most
    /// <see cref="LongestFallback"/> units after that.
    /// </summary>
    public static string Fallback(string text)
    {
        for (var longest = LongestFallback; ; longest = longest * 3 / 4)
        {
            var escaped = Escape(Clip.To(text, longest));
            if (escaped.Length <= LongestFallback)
                return escaped;
        }
    }

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '*' or '_' or '~' or '`' => escaped.Append(c).Append('\u200B'),
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }

    /// <summary>What a person typed, as they see it: links and mentions by their label, without a mention of the bot itself.</summary>
    /// <param name="names">The name of "@U1" or "#C1" where the text has none.</param>
    public static string Unescape(string text, string? botUser, Func<string, string?>? names = null)
    {
        var plain = Angles().Replace(text, found => Shown(found.Groups[1].Value, botUser, names));
        return plain
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal)
            .Trim();
    }

    private static string Shown(string inside, string? botUser, Func<string, string?>? names)
    {
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var (target, label) = bar < 0 ? (inside, null) : (inside[..bar], inside[(bar + 1)..]);
        return target switch
        {
            ['@', ..] when target[1..] == botUser => "",
            ['@' or '#', ..] => target[0] + (label ?? names?.Invoke(target) ?? target[1..]),
            // A group's name is not for us to ask; its id says nothing to anybody.
            ['!', ..] when target.StartsWith("!subteam^", StringComparison.Ordinal) => label ?? "@group",
            ['!', ..] => label ?? "@" + target[1..],
            _ => label ?? (target.StartsWith("mailto:", StringComparison.Ordinal) ? target[7..] : target),
        };
    }

    [GeneratedRegex("<([^<>]*)>", RegexOptions.NonBacktracking)]
    private static partial Regex Angles();
}
