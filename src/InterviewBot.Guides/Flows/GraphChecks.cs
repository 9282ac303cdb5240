namespace InterviewBot.Guides.Flows;

/// <summary>What is reported about single nodes once the chart is complete.</summary>
internal static class GraphChecks
{
    private static readonly string[] Directions = ["left", "right", "top", "bottom", ""];

    /// <summary>Called once for each node that the walk enters.</summary>
    /// <param name="isQuiet">The chart is broken: only what stops a drawing is told.</param>
    public static void Reached(DraftNode node, ProblemLog problems, bool isQuiet)
    {
        if (isQuiet || node.UnknownType is not null)
            return;
        if (node.Kind == NodeKind.Condition)
        {
            MissingBranch(node, Way.Yes, problems);
            MissingBranch(node, Way.No, problems);
        }
        else if (node.Kind != NodeKind.End && !HasWayOut(node))
        {
            problems.Warn("dead-end", node.At, $"{ProblemLog.Quote(node.Id)} has no way out and is not an end");
        }
        if (node.Kind is not (NodeKind.Start or NodeKind.End) && ScriptText.Trim(node.Text).IsEmpty)
            problems.Warn("empty-label", node.At, $"{ProblemLog.Quote(node.Id)} has no words to ask");
    }

    /// <summary>What concerns every definition, reachable or not.</summary>
    public static void Definitions(DraftChart chart, ProblemLog problems)
    {
        string? firstStart = null;
        foreach (var node in chart.Definitions)
        {
            if (node.UnknownType is not null)
                UnknownType(node, chart, problems);
            if (node is { Kind: NodeKind.Start, UnknownType: null })
            {
                if (firstStart is not null && firstStart != node.Id)
                {
                    problems.Warn(
                        "several-starts",
                        node.At,
                        $"{ProblemLog.Quote(node.Id)} is a further start; the flow begins with the first id of the first connection"
                    );
                }
                firstStart ??= node.Id;
            }
            foreach (var way in node.Kind.Ways())
            {
                if (node.Slot(way) is { To: not null } edge)
                    Edge(edge, problems);
            }
        }
    }

    /// <summary>The definitions no path leads to, one for each id, in the order of the text.</summary>
    public static List<DraftNode> Unreachable(DraftChart chart, ProblemLog problems)
    {
        // Of an id with several definitions one that is reached is enough; otherwise a node answers for itself.
        var reached = chart.HasRedefinitions
            ? chart
                .Definitions.Where(n => n.State != WalkState.Unseen)
                .Select(n => n.Id)
                .ToHashSet(StringComparer.Ordinal)
            : null;
        var lost = new List<DraftNode>();
        foreach (var node in chart.Definitions)
        {
            if (
                reached is null
                    ? node.State != WalkState.Unseen
                    : reached.Contains(node.Id) || chart.Find(node.Id) != node
            )
                continue;
            lost.Add(node);
            problems.Warn(
                "unreachable-node",
                node.At,
                $"{ProblemLog.Quote(node.Id)} is never reached from the start",
                node.Kind == NodeKind.Subroutine
                    ? "an unconnected subroutine makes the topic a pool of questions to pick from"
                    : null
            );
        }
        return lost;
    }

    private static void Edge(DraftEdge edge, ProblemLog problems)
    {
        if (edge.From.Kind == NodeKind.End)
        {
            problems.Warn(
                "connection-leaves-end",
                edge.At,
                $"{ProblemLog.Quote(edge.From.Id)} is an end, but the flow goes on to {ProblemLog.Quote(edge.TargetId)}"
            );
        }
        if (edge.Direction is { } direction && !Directions.AsSpan().Contains(direction))
        {
            problems.Warn(
                "unknown-direction",
                edge.At,
                $"{ProblemLog.Quote(direction)} is no direction, so the arrow is not drawn",
                "the directions are left, right, top and bottom"
            );
        }
    }

    private static void UnknownType(DraftNode node, DraftChart chart, ProblemLog problems)
    {
        var type = node.UnknownType!;
        var message = $"{ProblemLog.Quote(type)} is not a type";
        var hint = TypeRepair.Hint(node, chart.Find(type) is not null);
        if (node.State == WalkState.Unseen)
            problems.Warn("unknown-type", node.At, message, hint);
        else
            problems.Error("unknown-type", node.At, message, hint);
    }

    private static void MissingBranch(DraftNode node, Way way, ProblemLog problems)
    {
        if (node.Slot(way)?.To is null)
        {
            problems.Warn(
                "missing-branch",
                node.At,
                $"{ProblemLog.Quote(node.Id)} has no way out for {way.Label()}",
                $"add {node.Id}({way.Label()})->..."
            );
        }
    }

    private static bool HasWayOut(DraftNode node)
    {
        foreach (var way in node.Kind.Ways())
        {
            if (node.Slot(way)?.To is not null)
                return true;
        }
        return false;
    }
}
