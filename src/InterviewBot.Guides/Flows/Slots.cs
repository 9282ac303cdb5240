namespace InterviewBot.Guides.Flows;

/// <summary>Puts connections into the slots of the nodes they leave (C4, C6, C7).</summary>
internal sealed class Slots(ProblemLog problems)
{
    public void Fill(DraftEdge edge, ReadOnlySpan<char> slot)
    {
        var node = edge.From;
        if (WayOf(node.Kind, slot) is { } way)
        {
            Overwrite(node.Slot(way), edge);
            node.Slot(way) = edge;
        }
        else if (node.Kind == NodeKind.Parallel && slot is "next")
        {
            if (IsRescued(node.Loose) && (edge.To is null || !IsSamePath(node.Loose!, edge)))
                ReportOverwritten(node.Loose!, edge);
            if (!IsPath(edge.Direction))
                ReportIgnored(edge, slot);
            node.Loose = edge;
        }
        else
        {
            ReportIgnored(edge, slot);
        }
    }

    /// <summary>The drawing of a parallel moves its ordinary slot to the path its direction names, when that is free.</summary>
    public void Rescue(DraftNode node)
    {
        if (!IsRescued(node.Loose))
            return;
        var edge = node.Loose!;
        var way = WayOf(NodeKind.Parallel, edge.Direction) ?? Way.Path1;
        ref var path = ref node.Slot(way);
        if (path?.To is null)
            path = edge with { Direction = null };
        else if (path.TargetId != edge.TargetId)
            ReportOverwritten(path.At < edge.At ? path : edge, path.At < edge.At ? edge : path);
    }

    private static bool IsRescued(DraftEdge? edge) => edge?.To is not null && IsPath(edge.Direction);

    private static bool IsPath(string? direction) => direction is "path1" or "path2" or "path3";

    private static bool IsSamePath(DraftEdge a, DraftEdge b) => a.TargetId == b.TargetId && a.Direction == b.Direction;

    private void Overwrite(DraftEdge? earlier, DraftEdge later)
    {
        if (earlier?.To is not null && earlier.TargetId != later.TargetId)
            ReportOverwritten(earlier, later);
    }

    private void ReportOverwritten(DraftEdge earlier, DraftEdge later) =>
        problems.Warn(
            "connection-overwritten",
            later.At,
            $"{ProblemLog.Quote(later.From.Id)} has one place for this way out, so the earlier connection to {ProblemLog.Quote(earlier.TargetId)} is lost",
            later.From.Kind == NodeKind.Parallel
                ? "write (path1, bottom), with a direction"
                : "use a condition for two ways out"
        );

    private void ReportIgnored(DraftEdge edge, ReadOnlySpan<char> slot)
    {
        var kind = edge.From.Kind;
        var ways = kind switch
        {
            NodeKind.Condition => "has only yes and no",
            NodeKind.Parallel => "has only path1, path2 and path3",
            _ => "has only one, without a name",
        };
        var said = slot is "next" ? edge.Direction ?? "" : slot.ToString();
        problems.Warn(
            "connection-ignored",
            edge.At,
            $"the connection leaves {ProblemLog.Quote(edge.From.Id)} by {ProblemLog.Quote(said)}, but of the ways out a {kind.Name()} {ways}",
            Hint(edge, said)
        );
    }

    private static string? Hint(DraftEdge edge, string said)
    {
        if (edge.From.Kind != NodeKind.Condition)
            return null;
        if (said.Contains('@', StringComparison.Ordinal))
            return "a branch name is read only in the first parentheses of a line: begin a new line here";
        if (said.Trim().ToLowerInvariant() is "yes" or "no")
            return "write yes or no in small letters, without blanks, directly after the parenthesis";
        return said is "true" or "false"
            ? "with a direction write yes or no for true or false"
            : $"write {edge.From.Id}(yes)-> or {edge.From.Id}(no)->, the branch before the direction";
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
