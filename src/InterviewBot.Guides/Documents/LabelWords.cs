using System.Net;
using System.Text.RegularExpressions;

namespace InterviewBot.Guides.Documents;

/// <summary>
/// A label of a flow as words to read: a drawing shows &lt;br&gt; as a new line and &amp;nbsp; as a blank. Other angle brackets stay, as
/// <c>List&lt;String&gt;</c> is a question.
/// </summary>
public static partial class LabelWords
{
    public static string Of(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (label.AsSpan().IndexOfAny('<', '&', '\u00A0') < 0)
            return label.Trim();
        var text = LineBreak().Replace(label, " ").Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase);
        return (text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text)
            .Replace('\u00A0', ' ')
            .Trim();
    }

    [GeneratedRegex(@"[ \t]*<br[ \t]*/?>[ \t]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();
}
