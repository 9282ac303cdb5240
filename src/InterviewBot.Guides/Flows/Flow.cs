using System.Collections.Immutable;

namespace InterviewBot.Guides.Flows;

/// <summary>What a node of a flow is; the nine type names of the flowchart.js language.</summary>
public enum NodeKind
{
    Start,
    End,
    Operation,
    InputOutput,
    Input,
    Output,
    Subroutine,
    Condition,
    Parallel,
}

/// <summary>A way out of a node. Conditions have only Yes and No, parallels only Path1 to Path3, all others only Next.</summary>
public enum Way
{
    Next,
    Yes,
    No,
    Path1,
    Path2,
    Path3,
}

/// <summary>A step of a flow. <paramref name="Text"/> is the label as written ("" when there is none); <paramref name="Link"/> the target of <c>:></c>, if any.</summary>
/// <param name="Line">1-based line of the definition in the file (or in the block when it was read alone).</param>
public sealed record FlowNode(string Id, NodeKind Kind, string Text, string? Link, int Line);

public sealed record FlowEdge(string From, Way Way, string To);

/// <summary>
/// One <c>flow</c> block, read. <see cref="Nodes"/> and <see cref="Edges"/> hold the part reachable from <see cref="Start"/>,
/// in depth-first order (yes before no, path1 first); <see cref="Unreachable"/> the rest, in the order of their definitions.
/// </summary>
public sealed class Flow
{
    private readonly NodeTable _table;
    private readonly WayTable _ways;
    private readonly int[] _taken;
    private ImmutableArray<FlowEdge> _edges;

    /// <param name="table">All nodes, reachable or not.</param>
    /// <param name="taken">The ways of the reachable part, in the order of the walk, as <see cref="Taken"/> writes them.</param>
    internal Flow(
        int block,
        string start,
        ImmutableArray<FlowNode> nodes,
        ImmutableArray<FlowNode> unreachable,
        NodeTable table,
        WayTable ways,
        int[] taken
    )
    {
        Block = block;
        Start = start;
        Nodes = nodes;
        Unreachable = unreachable;
        (_table, _ways, _taken) = (table, ways, taken);
    }

    /// <summary>A flow of one question, for a section without a block.</summary>
    internal static Flow OfOne(FlowNode node) =>
        new(1, node.Id, [node], [], NodeTable.Of([null, node]), new WayTable(1), []);

    /// <summary>1-based number of the block within its topic; part of a question's id.</summary>
    public int Block { get; }

    public string Start { get; }

    public ImmutableArray<FlowNode> Nodes { get; }

    /// <summary>Made when first asked for: an interview follows ways, only pictures and printing want them listed. Made twice at worst.</summary>
    public ImmutableArray<FlowEdge> Edges => _edges.IsDefault ? _edges = [.. _taken.Select(Edge)] : _edges;

    public ImmutableArray<FlowNode> Unreachable { get; }

    /// <summary>The node of that id, reachable or not; null when the flow has none.</summary>
    public FlowNode? Find(string id) => At(_table.Find(id));

    /// <summary>The node behind a way out; null when the way is missing.</summary>
    public FlowNode? Follow(string from, Way way) =>
        _table.Find(from) is var number and not 0 && _table[number].Kind.Ways().Contains(way)
            ? At(_ways[number, way])
            : null;

    /// <summary>What the author wrote beside a way out, <c>c(no@client)</c>: shown on its button. Null when nothing.</summary>
    public string? BranchName(string from, Way way) => Branches?.GetValueOrDefault(Taken(_table.Find(from), way));

    /// <summary>By <see cref="Taken"/>; null: most flows have none.</summary>
    internal IReadOnlyDictionary<int, string>? Branches { get; init; }

    internal static int Taken(int from, Way way) => (from << 3) | (int)way;

    private FlowNode? At(int number) => number == 0 ? null : _table[number];

    private FlowEdge Edge(int taken)
    {
        var (from, way) = (taken >> 3, (Way)(taken & 7));
        return new FlowEdge(_table[from].Id, way, _table[_ways[from, way]].Id);
    }
}
