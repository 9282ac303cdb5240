namespace InterviewBot.Guides.Flows;

/// <summary>Puts connections into the slots of the nodes they leave (C4, C6, C7).</summary>
internal static class Slots
{
    public static void Fill(DraftChart chart, int number, ReadOnlySpan<char> slot, ProblemLog problems)
    {
        ref var edge = ref chart.Edges[number];
        ref var node = ref chart.Drafts[edge.From];
        if (WayOf(node.Kind, slot) is { } way)
        {
            ref var place = ref node.Slot(way);
            ref var earlier = ref chart.Edges[place];
            if (earlier.LeadsOn && chart.TargetOf(earlier) != chart.TargetOf(edge))
                ReportOverwritten(chart, earlier, edge, problems);
            place = number;
        }
        else if (node.Kind == NodeKind.Parallel && slot is "next")
        {
            ref var earlier = ref chart.Edges[node.Loose];
            if (IsRescued(chart, earlier) && !(edge.LeadsOn && IsSamePath(chart, earlier, edge)))
                ReportOverwritten(chart, earlier, edge, problems);
            if (!IsPath(chart.DirectionOf(edge)))
                ReportIgnored(chart, edge, slot, problems);
            node.Loose = number;
        }
        else
        {
            ReportIgnored(chart, edge, slot, problems);
        }
    }

    /// <summary>The drawing of a parallel moves its ordinary slot to the path its direction names, when that is free.</summary>
    public static void Rescue(DraftChart chart, int number, ProblemLog problems)
    {
        ref var node = ref chart.Drafts[number];
        var edge = chart.Edges[node.Loose];
        if (!IsRescued(chart, edge))
            return;
        ref var place = ref node.Slot(WayOf(NodeKind.Parallel, chart.DirectionOf(edge)) ?? Way.Path1);
        var path = chart.Edges[place];
        if (!path.LeadsOn)
        {
            chart.Edges.Add() = edge with { Words = 0 };
            place = chart.Edges.Count;
        }
        else if (chart.TargetOf(path) != chart.TargetOf(edge))
            ReportOverwritten(chart, path.At < edge.At ? path : edge, path.At < edge.At ? edge : path, problems);
    }

    private static bool IsRescued(DraftChart chart, in DraftEdge edge) =>
        edge.LeadsOn && IsPath(chart.DirectionOf(edge));

    private static bool IsSamePath(DraftChart chart, in DraftEdge a, in DraftEdge b) =>
        chart.TargetOf(a) == chart.TargetOf(b) && chart.DirectionOf(a) == chart.DirectionOf(b);

    private static bool IsPath(string? direction) => direction is "path1" or "path2" or "path3";

    private static void ReportOverwritten(
        DraftChart chart,
        in DraftEdge earlier,
        in DraftEdge later,
        ProblemLog problems
    ) =>
        problems.Warn(
            "connection-overwritten",
            later.At,
            $"{ProblemLog.Quote(chart.Nodes[later.From].Id)} has one place for this way out, so the earlier connection to {ProblemLog.Quote(chart.TargetOf(earlier))} is lost",
            chart.Nodes[later.From].Kind == NodeKind.Parallel
                ? "write (path1, bottom), with a direction"
                : "use a condition for two ways out"
        );

    private static void ReportIgnored(DraftChart chart, in DraftEdge edge, ReadOnlySpan<char> slot, ProblemLog problems)
    {
        var from = chart.Nodes[edge.From];
        var ways = from.Kind switch
        {
            NodeKind.Condition => "has only yes and no",
            NodeKind.Parallel => "has only path1, path2 and path3",
            _ => "has only one, without a name",
        };
        var said = slot is "next" ? chart.DirectionOf(edge) ?? "" : slot.ToString();
        problems.Warn(
            "connection-ignored",
            edge.At,
            $"the connection leaves {ProblemLog.Quote(from.Id)} by {ProblemLog.Quote(said)}, but of the ways out a {from.Kind.Name()} {ways}",
            Hint(from, said)
        );
    }

    private static string? Hint(FlowNode from, string said)
    {
        if (from.Kind != NodeKind.Condition)
            return null;
        if (said.Contains('@', StringComparison.Ordinal))
            return "a branch name is read only in the first parentheses of a line: begin a new line here";
        if (said.Trim().ToLowerInvariant() is "yes" or "no")
            return "write yes or no in small letters, without blanks, directly after the parenthesis";
        return said is "true" or "false"
            ? "with a direction write yes or no for true or false"
            : $"write {from.Id}(yes)-> or {from.Id}(no)->, the branch before the direction";
    }

    private static Way? WayOf(NodeKind kind, ReadOnlySpan<char> slot) =>
        kind switch
        {
            NodeKind.Condition => slot switch
            {
                "yes" => Way.Yes,
                "no" => Way.No,
                _ => null,
            },
            NodeKind.Parallel => slot switch
            {
                "path1" => Way.Path1,
                "path2" => Way.Path2,
                "path3" => Way.Path3,
                _ => null,
            },
            _ => slot is "next" ? Way.Next : null,
        };
}
