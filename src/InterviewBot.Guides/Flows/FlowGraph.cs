using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace InterviewBot.Guides.Flows;

/// <summary>Walks the finished chart once, depth first and without recursion, and reports what the walk shows.</summary>
internal static class FlowGraph
{
    public static Flow? Build(DraftChart chart, int block, LineMap map, ProblemLog problems)
    {
        var walk = new Walk(chart, map, problems);
        if (chart.Start is { } start)
        {
            walk.From(start);
            if (!chart.IsBroken && start is { UnknownType: null, Kind: not NodeKind.Start })
            {
                problems.Warn(
                    "first-node-not-start",
                    chart.StartAt,
                    $"the flow begins with {ProblemLog.Quote(start.Id)}, which is a {start.Kind.Name()}"
                );
            }
        }
        GraphChecks.Definitions(chart, problems);
        if (chart.Start is null || problems.HasErrors)
        {
            if (chart.HasConnections && !chart.IsBroken)
                GraphChecks.Unreachable(chart, problems);
            return null;
        }

        var unreachable = GraphChecks.Unreachable(chart, problems);
        var others = new FlowNode[unreachable.Count];
        for (var i = 0; i < others.Length; i++)
            others[i] = Node(unreachable[i], map);
        return new Flow(
            block,
            chart.Start.FlowId,
            walk.Nodes(),
            walk.Edges(),
            ImmutableCollectionsMarshal.AsImmutableArray(others),
            chart.Places()
        );
    }

    private static FlowNode Node(DraftNode draft, LineMap map) =>
        draft.Place.Node = new FlowNode(draft.FlowId, draft.Kind, draft.Text, draft.Link, map.LineAt(draft.Line));

    /// <summary>Writes the nodes and edges of the flow as it meets them.</summary>
    private sealed class Walk(DraftChart chart, LineMap map, ProblemLog problems)
    {
        private readonly FlowNode[] _nodes = new FlowNode[chart.Definitions.Count];
        private readonly FlowEdge[] _edges = new FlowEdge[chart.Arrows];
        private readonly SecondNames? _names = chart.HasRedefinitions ? new(chart.Definitions) : null;
        private int _entered;
        private int _taken;

        public ImmutableArray<FlowNode> Nodes() => Of(_nodes, _entered);

        public ImmutableArray<FlowEdge> Edges() => Of(_edges, _taken);

        public void From(DraftNode start)
        {
            Enter(start, null);
            for (var node = start; node is not null; )
            {
                var ways = node.Kind.Ways();
                if (node.WaysTaken == ways.Length)
                {
                    node.State = WalkState.Done;
                    node = node.Before;
                    continue;
                }
                var way = ways[node.WaysTaken++];
                if (node.Slot(way) is not { To: { } to } edge)
                    continue;
                var isNew = to.State == WalkState.Unseen;
                if (isNew)
                    Enter(to, node);
                else if (to.State == WalkState.Open && !chart.IsBroken)
                    ReportCycle(edge, to);
                node.Place.Slot(way) = to.Place.Node;
                _edges[_taken++] = new FlowEdge(node.FlowId, way, to.FlowId);
                if (isNew)
                    node = to;
            }
        }

        private void Enter(DraftNode node, DraftNode? before)
        {
            node.State = WalkState.Open;
            node.Before = before;
            _names?.Give(node);
            _nodes[_entered++] = Node(node, map);
            GraphChecks.Reached(node, problems, chart.IsBroken);
        }

        private void ReportCycle(DraftEdge edge, DraftNode to) =>
            problems.Warn("cycle", edge.At, $"the flow comes back to {ProblemLog.Quote(to.Id)} here");

        private static ImmutableArray<T> Of<T>(T[] items, int count)
        {
            if (count < items.Length)
                Array.Resize(ref items, count);
            return ImmutableCollectionsMarshal.AsImmutableArray(items);
        }
    }

    /// <summary>
    /// A flow knows its nodes by id. Where a redefinition (D8) leaves two reachable nodes of one id, the one met later on
    /// the walk gets the suffix ~2, ~3, ..., so that both are asked.
    /// </summary>
    private sealed class SecondNames(List<DraftNode> definitions)
    {
        private readonly HashSet<string> _taken = new(definitions.Select(d => d.Id), StringComparer.Ordinal);
        private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

        public void Give(DraftNode node)
        {
            if (_last.TryAdd(node.Id, 1))
                return;
            var number = _last[node.Id];
            do node.FlowId = $"{node.Id}~{++number}";
            while (!_taken.Add(node.FlowId));
            _last[node.Id] = number;
        }
    }
}
