namespace InterviewBot.Guides.Flows;

internal enum StatementKind
{
    Definition,
    Connection,
    Style,
    Noise,
}

/// <summary>One glued and trimmed statement (rules L1-L4), with the way back from each character to the text.</summary>
/// <param name="Source">Holds the statement from <paramref name="From"/> on, <paramref name="Length"/> characters.</param>
/// <param name="Start">Offset in the text of the first character.</param>
/// <param name="Line">0-based line of the text where it begins.</param>
/// <param name="Glued">Index in the statement of the first line that rule L3 glued on; -1 when none.</param>
/// <param name="Offsets">Offset in the text of each character; null when they follow one another without a gap.</param>
internal readonly record struct Statement(
    StatementKind Kind,
    string Source,
    int From,
    int Length,
    int Start,
    int Line,
    int Glued,
    int[]? Offsets
)
{
    public ReadOnlySpan<char> Text => Source.AsSpan(From, Length);

    public int OffsetOf(int index) =>
        Offsets is null ? Start + index
        : index < Offsets.Length ? Offsets[index]
        : Offsets.Length == 0 ? Start
        : Offsets[^1] + 1;

    /// <summary>The same statement without some of its characters.</summary>
    public Statement Without(int index, int length)
    {
        var offsets = new int[Length - length];
        for (var i = 0; i < offsets.Length; i++)
            offsets[i] = OffsetOf(i < index ? i : i + length);
        return this with
        {
            Source = string.Concat(Text[..index], Text[(index + length)..]),
            From = 0,
            Length = offsets.Length,
            Offsets = offsets,
            Glued = Glued > index ? Glued - length : Glued,
        };
    }
}
