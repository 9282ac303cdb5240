using Markdig.Parsers;
using Markdig.Syntax;

namespace InterviewBot.Guides.Documents;

/// <summary>
/// Headings that Markdown does not know and everybody reads as such: <c>##2.MySQL</c>, and ## with a no-break or ideographic blank before or
/// behind it. Unread, a whole topic runs on under the heading above it. Such a heading keeps this parser as its own, so that it can be told.
/// </summary>
internal sealed class LooseHeadingParser : BlockParser
{
    private const int DeepestLevel = 6;

    public LooseHeadingParser() => OpeningCharacters = ['#', '＃', '\u00A0', '\u3000', '\u200B', '\uFEFF'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
            return BlockState.None;
        var line = processor.Line.AsSpan();
        var before = line.Length - line.TrimStart(Blanks).Length;
        var level = line[before..].IndexOfAnyExcept('#', '＃');
        if (level is < 1 or > DeepestLevel)
            return BlockState.None;
        var rest = line[(before + level)..];
        var title = rest.TrimStart(Blanks);
        if (title.IsEmpty || !IsMeant(rest, title, level, before))
            return BlockState.None;
        var start = processor.Line.Start + before;
        processor.NewBlocks.Push(
            new HeadingBlock(this)
            {
                HeaderChar = '#',
                Level = level,
                Column = processor.Column + before,
                Span = new SourceSpan(start, processor.Line.End),
            }
        );
        processor.Line.Start = start + level + (rest.Length - title.Length);
        processor.Line.End = processor.Line.Start + WithoutClosing(title, level).Length - 1;
        return BlockState.Break;
    }

    /// <summary>Blanks of any kind; a tab or blank alone behind the signs is what Markdown itself wants.</summary>
    private static ReadOnlySpan<char> Blanks => " \t\u00A0\u3000\u200B\uFEFF\u2002\u2003\u2009\u202F";

    private static bool IsMeant(ReadOnlySpan<char> rest, ReadOnlySpan<char> title, int level, int before)
    {
        if (!char.IsLetterOrDigit(title[0]) && !"(（[【〔［".Contains(title[0], StringComparison.Ordinal))
            return false;
        if (rest.Length > title.Length || before > 0)
            return true;
        // One sign alone begins a hash tag, a number of an issue, a line of C: it wants a number with a dot behind it.
        return level > 1
            || (
                title.IndexOfAnyExceptInRange('0', '9') is var digits and > 0 and < 4
                && title[digits] is '.' or '、' or '．'
            );
    }

    /// <summary>The signs at the end that Markdown allows, as many as at the beginning; C# keeps its own.</summary>
    private static ReadOnlySpan<char> WithoutClosing(ReadOnlySpan<char> title, int level)
    {
        title = title.TrimEnd(Blanks);
        var open = title.TrimEnd("#＃");
        return level > 1 && title.Length - open.Length == level && !open.IsEmpty ? open.TrimEnd(Blanks) : title;
    }
}
