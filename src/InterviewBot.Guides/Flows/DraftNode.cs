using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace InterviewBot.Guides.Flows;

/// <summary>
/// What is known of a definition while the chart is read. Definitions have numbers (D8): a later one of the same id is another node, and
/// edges made before it keep leading to the old one.
/// </summary>
internal struct DraftNode
{
    private Places _slots;
    private byte _kind;

    /// <summary>Offset of the definition in the text.</summary>
    public int At { get; set; }

    /// <summary>0-based line of the text.</summary>
    public int Line { get; set; }

    public NodeKind Kind
    {
        readonly get => (NodeKind)_kind;
        set => _kind = (byte)value;
    }

    /// <summary>The type is none of the nine; then <see cref="Kind"/> is a repair.</summary>
    public bool IsOfUnknownType { get; set; }

    /// <summary>The number of the edge in a slot that is followed, 0 for none; a node has one, two or three of them, by its kind.</summary>
    [UnscopedRef]
    public ref int Slot(Way way) => ref _slots[way.Place()];

    /// <summary>The edge in the ordinary slot of a parallel, which its drawing rescues when the direction says path1 to path3 (C7).</summary>
    public int Loose { get; set; }

    public WalkState State { get; set; }

    /// <summary>Where the walk came from, and how many of the ways out it has taken: with these it needs no stack of its own.</summary>
    public int Before { get; set; }

    public byte WaysTaken { get; set; }

    [InlineArray(3)]
    private struct Places
    {
        private int _first;
    }
}

internal enum WalkState : byte
{
    Unseen,
    Open,
    Done,
}
