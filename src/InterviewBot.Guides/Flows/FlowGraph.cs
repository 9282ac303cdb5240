using System.Collections.Immutable;
using System.Runtime.InteropServices;

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
        if (chart.HasRedefinitions)
            Name(walk.Nodes, chart.Definitions);
        var places = new Dictionary<string, FlowPlace>(walk.Nodes.Count + unreachable.Count, StringComparer.Ordinal);
        return new Flow(
            block,
            chart.Start.FlowId,
            ToNodes(walk.Nodes, places, map),
            ToEdges(walk.Edges),
            ToNodes(unreachable, places, map),
            places
        );
    }

    private static ImmutableArray<FlowNode> ToNodes(
        List<DraftNode> drafts,
        Dictionary<string, FlowPlace> places,
        LineMap map
    )
    {
        var nodes = new FlowNode[drafts.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            var draft = drafts[i];
            nodes[i] = new FlowNode(draft.FlowId, draft.Kind, draft.Text, draft.Link, map.LineAt(draft.Line));
            draft.Place = new FlowPlace(nodes[i]);
            places.TryAdd(draft.FlowId, draft.Place);
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(nodes);
    }

    private static ImmutableArray<FlowEdge> ToEdges(List<(DraftEdge Edge, Way Way)> drafts)
    {
        var edges = new FlowEdge[drafts.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            var ((from, to, _, _, _), way) = drafts[i];
            from.Place!.Slot(way) = to!.Place!.Node;
            edges[i] = new FlowEdge(from.FlowId, way, to.FlowId);
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(edges);
    }

    /// <summary>
    /// A flow knows its nodes by id. Where a redefinition (D8) leaves two reachable nodes of one id, the one met later on
    /// the walk gets the suffix ~2, ~3, ..., so that both are asked.
    /// </summary>
    private static void Name(List<DraftNode> nodes, List<DraftNode> definitions)
    {
        var seen = new HashSet<string>(nodes.Count, StringComparer.Ordinal);
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
        public List<DraftNode> Nodes { get; } = new(definitions);

        /// <summary>Forks have two ways out: a quarter of room more than nodes is seldom too little.</summary>
        public List<(DraftEdge Edge, Way Way)> Edges { get; } = new(definitions + definitions / 4);

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
                Edges.Add((edge, way));
                if (to.State == WalkState.Unseen)
                {
                    Enter(to, node);
                    node = to;
                }
                else if (to.State == WalkState.Open && !isQuiet)
                {
                    ReportCycle(edge, to);
                }
            }
        }

        private void Enter(DraftNode node, DraftNode? before)
        {
            node.State = WalkState.Open;
            node.Before = before;
            Nodes.Add(node);
            GraphChecks.Reached(node, problems, isQuiet);
        }

        private void ReportCycle(DraftEdge edge, DraftNode to) =>
            problems.Warn("cycle", edge.At, $"the flow comes back to {ProblemLog.Quote(to.Id)} here");
    }
}
