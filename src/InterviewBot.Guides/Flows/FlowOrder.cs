namespace InterviewBot.Guides.Flows;

/// <summary>The nodes behind a node in an order to go through them: what comes back is cut, and a common node comes after all ways to it.</summary>
public static class FlowOrder
{
    /// <param name="fork">The branch taken at every condition; null for both.</param>
    public static List<FlowNode> From(Flow flow, string from, Way? fork = null)
    {
        var order = new List<FlowNode>();
        if (flow.Find(from) is not { } first)
            return order;
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var path = new Stack<(FlowNode Node, int Left)>();
        path.Push((first, Ways(first, fork).Length));
        while (path.TryPop(out var place))
        {
            var (node, left) = place;
            if (left == 0)
            {
                order.Add(node);
                continue;
            }
            // The last way first: reversed at the end, that puts the first way first.
            path.Push((node, left - 1));
            if (flow.Follow(node.Id, Ways(node, fork)[left - 1]) is { } next && seen.Add(next.Id))
                path.Push((next, Ways(next, fork).Length));
        }
        order.Reverse();
        return order;
    }

    public static ReadOnlySpan<Way> Ways(FlowNode node, Way? fork)
    {
        var ways = node.Kind.Ways();
        return node.Kind == NodeKind.Condition && fork is { } branch ? ways.Slice(branch == Way.Yes ? 0 : 1, 1) : ways;
    }
}
