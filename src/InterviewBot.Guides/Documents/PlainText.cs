using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InterviewBot.Guides.Documents;

/// <summary>Markdown without its marks.</summary>
internal static class PlainText
{
    /// <param name="separator">What a line end inside a paragraph becomes; null: a blank, or nothing between Chinese letters.</param>
    public static string Of(LeafBlock block, string? separator = null)
    {
        var text = new StringBuilder();
        if (block.Inline is { } inlines)
            Append(text, inlines, separator);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, ContainerInline inlines, string? separator)
    {
        // Markdig bounds the depth of inlines, so the stack stays small; still no recursion over the text's nesting.
        var pending = new Stack<Inline?>();
        pending.Push(inlines.FirstChild);
        while (pending.TryPop(out var inline))
        {
            if (inline is null)
                continue;
            pending.Push(inline.NextSibling);
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case HtmlInline html when HtmlText.IsLineBreak(html.Tag):
                    text.Append(separator ?? " ");
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LineBreakInline:
                    text.Append(separator ?? Joint(text, inline.NextSibling));
                    break;
                // A footnote whose text Markdown takes for an address.
                case LinkInline { Label: ['^', .. var name] }:
                    text.Append('[').Append(name).Append(']');
                    break;
                case ContainerInline container:
                    pending.Push(container.FirstChild);
                    break;
            }
        }
    }

    private static string Joint(StringBuilder text, Inline? next)
    {
        var before = text.Length > 0 ? text[^1] : ' ';
        var after = next is LiteralInline { Content.IsEmpty: false } literal ? literal.Content.CurrentChar : ' ';
        return Script.IsChinese(before) && Script.IsChinese(after) ? "" : " ";
    }
}
