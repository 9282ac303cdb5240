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
    private readonly Dictionary<string, FlowPlace> _places;

    /// <param name="places">Of all nodes, reachable or not, by id, with what is behind their ways out.</param>
    internal Flow(
        int block,
        string start,
        ImmutableArray<FlowNode> nodes,
        ImmutableArray<FlowEdge> edges,
        ImmutableArray<FlowNode> unreachable,
        Dictionary<string, FlowPlace> places
    )
    {
        Block = block;
        Start = start;
        Nodes = nodes;
        Edges = edges;
        Unreachable = unreachable;
        _places = places;
    }

    /// <summary>A flow of one question, for a section without a block.</summary>
    internal static Flow OfOne(FlowNode node) =>
        new(1, node.Id, [node], [], [], new(StringComparer.Ordinal) { [node.Id] = new FlowPlace(node) });

    /// <summary>1-based number of the block within its topic; part of a question's id.</summary>
    public int Block { get; }

    public string Start { get; }

    public ImmutableArray<FlowNode> Nodes { get; }

    public ImmutableArray<FlowEdge> Edges { get; }

    public ImmutableArray<FlowNode> Unreachable { get; }

    /// <summary>The node of that id, reachable or not; null when the flow has none.</summary>
    public FlowNode? Find(string id) => _places.GetValueOrDefault(id)?.Node;

    /// <summary>The node behind a way out; null when the way is missing.</summary>
    public FlowNode? Follow(string from, Way way) =>
        _places.TryGetValue(from, out var place) && place.Node.Kind.Ways().Contains(way) ? place.Slot(way) : null;
}
