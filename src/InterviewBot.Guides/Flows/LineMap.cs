namespace InterviewBot.Guides.Flows;

/// <summary>Where each line of a flow text stands in the file; the identity when the text is the file.</summary>
internal sealed class LineMap
{
    private readonly string _text;
    private int[] _starts = [];
    private int _count;
    private readonly (int Line, int Column)[]? _places;

    private LineMap(string text, (int, int)[]? places, int fenceLine)
    {
        (_text, _places, FenceLine) = (text, places, fenceLine);
    }

    /// <summary>Line of the opening fence; 1 when the text stands alone.</summary>
    public int FenceLine { get; }

    public static LineMap Alone(string text) => new(text, null, 1);

    /// <param name="places">File line and column (both 1-based) of the first character of each line of the text.</param>
    public static LineMap InDocument(string text, (int Line, int Column)[] places, int fenceLine) =>
        new(text, places, fenceLine);

    /// <summary>1-based line in the file of a line of the text (0-based).</summary>
    public int LineAt(int index) =>
        _places is null ? index + 1
        : index < _places.Length ? _places[index].Line
        : FenceLine;

    public (int Line, int Column) Find(int offset)
    {
        if (_count == 0)
            FindStarts();
        var index = Array.BinarySearch(_starts, 0, _count, offset);
        if (index < 0)
            index = ~index - 1;
        var column = offset - _starts[index];
        if (_places is null)
            return (index + 1, column + 1);
        return index < _places.Length ? (_places[index].Line, _places[index].Column + column) : (FenceLine, 1);
    }

    /// <summary>A flow without faults needs no columns, so this waits for the first fault.</summary>
    private void FindStarts()
    {
        _starts = new int[Math.Max(16, _text.Length / 24)];
        _count = 1;
        for (var at = 0; ; )
        {
            var next = _text.AsSpan(at).IndexOf('\n');
            if (next < 0)
                return;
            at += next + 1;
            if (_count == _starts.Length)
                Array.Resize(ref _starts, _count * 2);
            _starts[_count++] = at;
        }
    }
}
