using System.Collections.Immutable;

namespace InterviewBot.Guides.Flows;

/// <summary>Walks the finished chart once, depth first and without recursion, and reports what the walk shows.</summary>
internal static class FlowGraph
{
    public static Flow? Build(DraftChart chart, int block, LineMap map, ProblemLog problems)
    {
        var walk = new Walk(problems, chart.IsBroken, chart.Definitions.Count);
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
        var (nodes, edges) = (walk.Nodes, walk.Edges);
        if (chart.HasRedefinitions)
            Name(nodes, chart.Definitions);
        return new Flow(
            block,
            chart.Start.FlowId,
            ImmutableArray.CreateRange(nodes, n => ToNode(n, map)),
            ImmutableArray.CreateRange(edges, e => new FlowEdge(e.Edge.From.FlowId, e.Way, e.Edge.To!.FlowId)),
            [.. unreachable.Select(n => ToNode(n, map))]
        );
    }

    private static FlowNode ToNode(DraftNode node, LineMap map) =>
        new(node.FlowId, node.Kind, node.Text, node.Link, map.LineAt(node.Line));

    /// <summary>
    /// A flow knows its nodes by id. Where a redefinition (D8) leaves two reachable nodes of one id, the one met later on
    /// the walk gets the suffix ~2, ~3, ..., so that both are asked.
    /// </summary>
    private static void Name(ImmutableArray<DraftNode> nodes, List<DraftNode> definitions)
    {
        var seen = new HashSet<string>(nodes.Length, StringComparer.Ordinal);
        List<DraftNode>? again = null;
        foreach (var node in nodes)
        {
            if (!seen.Add(node.Id))
                (again ??= []).Add(node);
        }
        if (again is null)
            return;
        seen.UnionWith(definitions.Select(d => d.Id));
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in again)
        {
            var number = last.GetValueOrDefault(node.Id, 1);
            do node.FlowId = $"{node.Id}~{++number}";
            while (!seen.Add(node.FlowId));
            last[node.Id] = number;
        }
    }

    private sealed class Walk(ProblemLog problems, bool isQuiet, int definitions)
    {
        private readonly ImmutableArray<DraftNode>.Builder _nodes = ImmutableArray.CreateBuilder<DraftNode>(
            definitions
        );
        private readonly ImmutableArray<(DraftEdge Edge, Way Way)>.Builder _edges = ImmutableArray.CreateBuilder<(
            DraftEdge,
            Way
        )>(definitions);
        private readonly Stack<(DraftNode Node, int Way)> _path = new();

        public ImmutableArray<DraftNode> Nodes => _nodes.DrainToImmutable();

        public ImmutableArray<(DraftEdge Edge, Way Way)> Edges => _edges.DrainToImmutable();

        public void From(DraftNode start)
        {
            Enter(start);
            while (_path.TryPop(out var place))
            {
                var (node, next) = place;
                var ways = node.Kind.Ways();
                if (next == ways.Length)
                {
                    node.State = WalkState.Done;
                    continue;
                }
                _path.Push((node, next + 1));
                if (node.Slot(ways[next]) is not { To: { } to } edge)
                    continue;
                _edges.Add((edge, ways[next]));
                if (to.State == WalkState.Unseen)
                    Enter(to);
                else if (to.State == WalkState.Open && !isQuiet)
                    ReportCycle(edge, to);
            }
        }

        private void Enter(DraftNode node)
        {
            node.State = WalkState.Open;
            _nodes.Add(node);
            _path.Push((node, 0));
            GraphChecks.Reached(node, problems, isQuiet);
        }

        private void ReportCycle(DraftEdge edge, DraftNode to) =>
            problems.Warn("cycle", edge.At, $"the flow comes back to {ProblemLog.Quote(to.Id)} here");
    }
}
