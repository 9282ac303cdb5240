namespace InterviewBot.Guides.Flows;

/// <summary>
/// One definition. Nodes are objects (D8): a later definition of the same id is another node, and edges made before
/// it keep leading to the old one.
/// </summary>
internal sealed class DraftNode
{
    private DraftEdge? _first;
    private DraftEdge? _second;
    private DraftEdge? _third;

    public DraftNode(string id, int at, int line)
    {
        (Id, FlowId, At, Line) = (id, id, at, line);
        Place = new FlowPlace(this);
    }

    /// <summary>Not trimmed: an id may begin or end with blanks (D2).</summary>
    public string Id { get; }

    /// <summary>Offset of the definition in the text.</summary>
    public int At { get; }

    /// <summary>0-based line of the text.</summary>
    public int Line { get; }

    public NodeKind Kind { get; set; } = NodeKind.Operation;

    /// <summary>The type as written when it is none of the nine; then <see cref="Kind"/> is a repair.</summary>
    public string? UnknownType { get; set; }

    public string Text { get; set; } = "";

    public string? Link { get; set; }

    /// <summary>The slots that are followed; a node has one, two or three of them, by its kind.</summary>
    public ref DraftEdge? Slot(Way way)
    {
        switch (way)
        {
            case Way.No or Way.Path2:
                return ref _second;
            case Way.Path3:
                return ref _third;
            default:
                return ref _first;
        }
    }

    /// <summary>The ordinary slot of a parallel, which its drawing rescues when the direction says path1 to path3 (C7).</summary>
    public DraftEdge? Loose { get; set; }

    public WalkState State { get; set; }

    /// <summary>Where the walk came from, and how many of the ways out it has taken: with these it needs no stack of its own.</summary>
    public DraftNode? Before { get; set; }

    public int WaysTaken { get; set; }

    public FlowPlace Place { get; }

    /// <summary>The id in the flow: <see cref="Id"/>, with a suffix when an earlier node of that id is reachable too.</summary>
    public string FlowId { get; set; }
}

internal enum WalkState : byte
{
    Unseen,
    Open,
    Done,
}

/// <param name="To">Null when the target is not defined: the edge vanished (C2).</param>
/// <param name="TargetId">The id as written.</param>
/// <param name="At">Offset of the id that is left.</param>
internal sealed record DraftEdge(DraftNode From, DraftNode? To, string TargetId, string? Direction, int At);
