namespace InterviewBot.Guides.Flows;

/// <summary>How many questions lie ahead.</summary>
public static class FlowMeasure
{
    /// <summary>
    /// Questions from a node on, itself included, on the shortest and on the longest way. Ways that come back are cut;
    /// all paths of a parallel count, what follows their common node once. (0, 0) for an id the flow does not have.
    /// </summary>
    public static (int Shortest, int Longest) Questions(this Flow flow, string fromId)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var order = FlowOrder.From(flow, fromId);
        var ahead = new Dictionary<string, Ahead>(order.Count, StringComparer.Ordinal);
        for (var i = order.Count - 1; i >= 0; i--)
            ahead[order[i].Id] = Measure(flow, order[i], ahead);
        return order.Count == 0 ? (0, 0) : (ahead[fromId].Shortest, ahead[fromId].Longest);
    }

    private static Ahead Measure(Flow flow, FlowNode node, Dictionary<string, Ahead> ahead)
    {
        Ahead? joint = null;
        var (shortest, longest, sumShort, sumLong, ways) = (int.MaxValue, 0, 0, 0, 0);
        foreach (var way in node.Kind.Ways())
        {
            // A node behind that is not measured yet is one before: the edge comes back.
            if (flow.Follow(node.Id, way) is not { } next || !ahead.TryGetValue(next.Id, out var there))
                continue;
            joint = ways++ == 0 ? there : Ahead.Meet(joint, there);
            shortest = Math.Min(shortest, there.Shortest);
            longest = Math.Max(longest, there.Longest);
            sumShort += there.Shortest;
            sumLong += there.Longest;
        }
        var own = node.Kind.IsQuestion() && !string.IsNullOrWhiteSpace(node.Text) ? 1 : 0;
        if (ways == 0)
            return new Ahead(null, own, own);
        return node.Kind == NodeKind.Parallel
            ? new Ahead(
                joint,
                own + sumShort - ((ways - 1) * (joint?.Shortest ?? 0)),
                own + sumLong - ((ways - 1) * (joint?.Longest ?? 0))
            )
            : new Ahead(joint, own + shortest, own + longest);
    }

    /// <summary>What lies ahead of a node. <see cref="Joint"/> is the nearest node that all its ways come to; null when they end apart.</summary>
    private sealed class Ahead(Ahead? joint, int shortest, int longest)
    {
        private readonly int _depth = joint is null ? 0 : joint._depth + 1;

        public Ahead? Joint { get; } = joint;

        public int Shortest { get; } = shortest;

        public int Longest { get; } = longest;

        public static Ahead? Meet(Ahead? a, Ahead? b)
        {
            while (a is not null && b is not null && a != b)
            {
                if (a._depth >= b._depth)
                    a = a.Joint;
                else
                    b = b.Joint;
            }
            return a == b ? a : null;
        }
    }
}
