using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace InterviewBot.Guides.Documents;

/// <summary>
/// Markdig tries each "[a](" against the rest of its paragraph: 800,000 characters of nothing else take six minutes.
/// After a budget of characters looked at, links stay as they are written. One parser serves one document.
/// </summary>
internal sealed class BoundedLinkParser : LinkInlineParser
{
    private long _left = 20_000_000;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        _left -= slice.Length;
        return _left > 0 && base.Match(processor, ref slice);
    }
}
