namespace InterviewBot.Guides.Documents;

/// <summary>The text of a document and the way from an offset to a line and column, both 1-based. CR, LF and CR LF each end a line.</summary>
internal sealed class SourceText
{
    private readonly List<int> _starts = [0];

    public SourceText(string text)
    {
        Text = text;
        Marked = StrictFences.Mark(text);
        for (var at = 0; ; )
        {
            var next = text.AsSpan(at).IndexOfAny('\r', '\n');
            if (next < 0)
                return;
            at += next + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n')
                at++;
            _starts.Add(at);
        }
    }

    public string Text { get; }

    /// <summary>What Markdig is given: the same length, offset for offset.</summary>
    public string Marked { get; }

    public (int Line, int Column) Find(int offset)
    {
        var index = _starts.BinarySearch(offset);
        if (index < 0)
            index = ~index - 1;
        return (index + 1, offset - _starts[index] + 1);
    }

    public int LineOf(int offset) => Find(offset).Line;

    /// <summary>Length of a line (1-based) without its end.</summary>
    public int LengthOf(int line)
    {
        var start = _starts[line - 1];
        var end = line < _starts.Count ? _starts[line] : Text.Length;
        return Text.AsSpan(start, end - start).TrimEnd("\r\n").Length;
    }
}
