using System.Runtime.InteropServices;

namespace InterviewBot.Guides.Flows;

/// <summary>Walks the finished chart once, depth first and without recursion, and reports what the walk shows.</summary>
internal static class FlowGraph
{
    public static Flow? Build(DraftChart chart, int block, ProblemLog problems)
    {
        var walk = new Walk(chart, problems);
        if (chart.Start != 0)
        {
            walk.From(chart.Start);
            if (
                !chart.IsBroken
                && chart.Drafts[chart.Start] is { IsOfUnknownType: false, Kind: not NodeKind.Start and var kind }
            )
            {
                problems.Warn(
                    "first-node-not-start",
                    chart.StartAt,
                    $"the flow begins with {ProblemLog.Quote(chart.Nodes[chart.Start].Id)}, which is a {kind.Name()}"
                );
            }
        }
        GraphChecks.Definitions(chart, problems);
        if (chart.Start == 0 || problems.HasErrors)
        {
            if (chart.HasConnections && !chart.IsBroken)
                GraphChecks.Unreachable(chart, problems);
            return null;
        }
        return walk.ToFlow(block, GraphChecks.Unreachable(chart, problems));
    }

    /// <summary>Writes the nodes and ways of the flow as it meets them.</summary>
    private sealed class Walk(DraftChart chart, ProblemLog problems)
    {
        private FlowNode[] _nodes = new FlowNode[chart.Nodes.Count];
        private int[] _taken = new int[chart.Arrows];
        private readonly WayTable _ways = new(chart.Nodes.Count);
        private readonly SecondNames? _names = chart.HasRedefinitions ? new(chart.Nodes) : null;
        private Dictionary<int, string>? _branches;
        private int _nodesEntered;
        private int _waysTaken;

        public void From(int start)
        {
            // Nothing is added any more.
            var drafts = chart.Drafts.Items;
            var edges = chart.Edges.Items;
            Enter(start, 0, ref drafts[start]);
            for (var number = start; number != 0; )
            {
                ref var node = ref drafts[number];
                var ways = node.Kind.Ways();
                if (node.WaysTaken == ways.Length)
                {
                    node.State = WalkState.Done;
                    number = node.Before;
                    continue;
                }
                var way = ways[node.WaysTaken++];
                ref var edge = ref edges[node.Slot(way)];
                if (!edge.LeadsOn)
                    continue;
                _ways[number, way] = edge.To;
                _taken[_waysTaken++] = Flow.Taken(number, way);
                if (chart.BranchOf(edge) is { } branch)
                    (_branches ??= [])[Flow.Taken(number, way)] = branch;
                ref var target = ref drafts[edge.To];
                var state = target.State;
                if (state == WalkState.Open && !chart.IsBroken)
                    ReportCycle(edge);
                if (state != WalkState.Unseen)
                    continue;
                Enter(edge.To, number, ref target);
                number = edge.To;
            }
        }

        public Flow ToFlow(int block, List<int> unreachable)
        {
            var others = new FlowNode[unreachable.Count];
            for (var i = 0; i < others.Length; i++)
                others[i] = chart.Nodes[unreachable[i]];
            // Leaves them alone when all is reachable.
            Array.Resize(ref _nodes, _nodesEntered);
            Array.Resize(ref _taken, _waysTaken);
            return new Flow(
                block,
                _nodes[0].Id,
                ImmutableCollectionsMarshal.AsImmutableArray(_nodes),
                ImmutableCollectionsMarshal.AsImmutableArray(others),
                _names?.Table(unreachable) ?? chart.Nodes,
                _ways,
                _taken
            )
            {
                Branches = _branches,
            };
        }

        private void Enter(int number, int before, ref DraftNode node)
        {
            node.State = WalkState.Open;
            node.Before = before;
            _nodes[_nodesEntered++] = _names?.Give(number) ?? chart.Nodes[number];
            GraphChecks.Reached(chart, number, ref node, problems);
        }

        private void ReportCycle(in DraftEdge edge)
        {
            var id = ProblemLog.Quote(chart.Nodes[edge.To].Id);
            if (edge.From == edge.To)
                problems.Warn(
                    "cycle",
                    edge.At,
                    $"{id} leads to itself, so the same question is asked again and again",
                    "let it lead on; who wants to ask again goes back with Previous"
                );
            else
                problems.Warn("cycle", edge.At, $"the flow comes back to {id} here");
        }
    }
}
