namespace InterviewBot.Guides.Flows;

internal enum StatementKind
{
    Definition,
    Connection,
    Style,
    Noise,
}

/// <summary>
/// One glued and trimmed statement (rules L1-L4), with the way back from each character to the text. Filled in place: to copy one takes as
/// long as to find its end.
/// </summary>
internal record struct Statement()
{
    public StatementKind Kind { get; set; }

    /// <summary>Holds the statement from <see cref="From"/> on, <see cref="Length"/> characters.</summary>
    public string Source { get; set; } = "";

    public int From { get; set; }

    public int Length { get; set; }

    /// <summary>Offset in the text of the first character.</summary>
    public int Start { get; set; }

    /// <summary>0-based line of the text where it begins.</summary>
    public int Line { get; set; }

    /// <summary>Index in the statement of the first line that rule L3 glued on; -1 when none.</summary>
    public int Glued { get; set; } = -1;

    /// <summary>Index in the statement of the arrow, for the line of one arrow that most of them are; -1 when it has to be looked for.</summary>
    public int Arrow { get; set; } = -1;

    /// <summary>Offset in the text of each character; null when they follow one another without a gap.</summary>
    public int[]? Offsets { get; set; }

    public readonly ReadOnlySpan<char> Text => Source.AsSpan(From, Length);

    public readonly int OffsetOf(int index) =>
        Offsets is null ? Start + index
        : index < Offsets.Length ? Offsets[index]
        : Offsets.Length == 0 ? Start
        : Offsets[^1] + 1;

    /// <summary>The same statement without some of its characters.</summary>
    public readonly Statement Without(int index, int length)
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
            Arrow = -1,
        };
    }
}
