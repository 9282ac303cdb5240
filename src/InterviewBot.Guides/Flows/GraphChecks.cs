namespace InterviewBot.Guides.Flows;

/// <summary>What is reported about single nodes once the chart is complete.</summary>
internal static class GraphChecks
{
    private static readonly string[] Directions = ["left", "right", "top", "bottom", ""];

    /// <summary>Called once for each node that the walk enters.</summary>
    public static void Reached(DraftChart chart, int number, ref DraftNode node, ProblemLog problems)
    {
        // In a broken chart only what stops a drawing is told.
        if (chart.IsBroken || node.IsOfUnknownType)
            return;
        if (node.Kind == NodeKind.Condition)
        {
            MissingBranch(chart, number, Way.Yes, problems);
            MissingBranch(chart, number, Way.No, problems);
        }
        else if (node.Kind != NodeKind.End && !HasWayOut(chart, ref node))
        {
            problems.Warn(
                "dead-end",
                node.At,
                $"{ProblemLog.Quote(chart.Nodes[number].Id)} has no way out and is not an end"
            );
        }
        if (
            node.Kind is not (NodeKind.Start or NodeKind.End)
            && ScriptText.SkipBlanks(chart.Nodes[number].Text) == chart.Nodes[number].Text.Length
        )
            problems.Warn("empty-label", node.At, $"{ProblemLog.Quote(chart.Nodes[number].Id)} has no words to ask");
    }

    /// <summary>What concerns every definition, reachable or not.</summary>
    public static void Definitions(DraftChart chart, ProblemLog problems)
    {
        string? firstStart = null;
        for (var number = 1; number <= chart.Nodes.Count; number++)
        {
            ref var node = ref chart.Drafts[number];
            if (node.IsOfUnknownType)
                UnknownType(chart, number, problems);
            else if (node.Kind == NodeKind.Start)
            {
                var id = chart.Nodes[number].Id;
                if (firstStart is not null && firstStart != id)
                {
                    problems.Warn(
                        "several-starts",
                        node.At,
                        $"{ProblemLog.Quote(id)} is a further start; the flow begins with the first id of the first connection"
                    );
                }
                firstStart ??= id;
            }
            foreach (var way in node.Kind.Ways())
            {
                ref var edge = ref chart.Edges[node.Slot(way)];
                if (edge.LeadsOn)
                    Edge(chart, edge, problems);
            }
        }
    }

    /// <summary>The definitions no path leads to, one for each id, in the order of the text.</summary>
    public static List<int> Unreachable(DraftChart chart, ProblemLog problems)
    {
        // Of an id with several definitions one that is reached is enough; otherwise the last answers for all.
        var reached = chart.HasRedefinitions ? Reached(chart) : null;
        var lost = new List<int>();
        for (var number = 1; number <= chart.Nodes.Count; number++)
        {
            ref var node = ref chart.Drafts[number];
            if (node.State != WalkState.Unseen)
                continue;
            var id = chart.Nodes[number].Id;
            if (reached is not null && (reached.Contains(id) || chart.Find(id) != number))
                continue;
            lost.Add(number);
            problems.Warn(
                "unreachable-node",
                node.At,
                $"{ProblemLog.Quote(id)} is never reached from the start",
                node.Kind == NodeKind.Subroutine
                    ? "an unconnected subroutine makes the topic a pool of questions to pick from"
                    : null
            );
        }
        return lost;
    }

    private static HashSet<string> Reached(DraftChart chart)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 1; number <= chart.Nodes.Count; number++)
        {
            if (chart.Drafts[number].State != WalkState.Unseen)
                ids.Add(chart.Nodes[number].Id);
        }
        return ids;
    }

    private static void Edge(DraftChart chart, in DraftEdge edge, ProblemLog problems)
    {
        if (chart.Drafts[edge.From].Kind == NodeKind.End)
        {
            problems.Warn(
                "connection-leaves-end",
                edge.At,
                $"{ProblemLog.Quote(chart.Nodes[edge.From].Id)} is an end, but the flow goes on to {ProblemLog.Quote(chart.TargetOf(edge))}"
            );
        }
        if (chart.DirectionOf(edge) is { } direction && !Directions.AsSpan().Contains(direction))
        {
            problems.Warn(
                "unknown-direction",
                edge.At,
                $"{ProblemLog.Quote(direction)} is no direction, so the arrow is not drawn",
                "the directions are left, right, top and bottom"
            );
        }
    }

    private static void UnknownType(DraftChart chart, int number, ProblemLog problems)
    {
        ref var node = ref chart.Drafts[number];
        var type = chart.UnknownTypeOf(number);
        var message = $"{ProblemLog.Quote(type)} is not a type";
        var hint = TypeRepair.Hint(chart.Nodes[number].Id, type, chart.Find(type) != 0);
        if (node.State == WalkState.Unseen)
            problems.Warn("unknown-type", node.At, message, hint);
        else
            problems.Error("unknown-type", node.At, message, hint);
    }

    private static void MissingBranch(DraftChart chart, int number, Way way, ProblemLog problems)
    {
        ref var node = ref chart.Drafts[number];
        if (chart.Edges[node.Slot(way)].LeadsOn)
            return;
        var id = chart.Nodes[number].Id;
        problems.Warn(
            "missing-branch",
            node.At,
            $"{ProblemLog.Quote(id)} has no way out for {way.Label()}",
            $"add {id}({way.Label()})->..."
        );
    }

    private static bool HasWayOut(DraftChart chart, ref DraftNode node)
    {
        foreach (var way in node.Kind.Ways())
        {
            if (chart.Edges[node.Slot(way)].LeadsOn)
                return true;
        }
        return false;
    }
}
