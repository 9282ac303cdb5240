using System.Collections.Immutable;

namespace InterviewBot.Guides.Flows;

/// <summary>A walk from the start that answers every fork alike. Parallel paths are walked one after the other, their common nodes once and after them.</summary>
/// <param name="Ids">All nodes on the way.</param>
/// <param name="Questions">The labels put to the candidate, blank ones left out.</param>
/// <param name="Stop"><c>end:id</c>, <c>dead-end:id</c>, <c>cycle:id</c> (about to enter id again), <c>missing-yes:id</c>, <c>missing-no:id</c>, or <c>none</c>.</param>
public sealed record FlowWalk(ImmutableArray<string> Ids, ImmutableArray<string> Questions, string Stop)
{
    public static FlowWalk AllYes(Flow flow) => Of(flow, Way.Yes);

    public static FlowWalk AllNo(Flow flow) => Of(flow, Way.No);

    private static FlowWalk Of(Flow flow, Way fork)
    {
        var order = FlowOrder.From(flow, flow.Start, fork);
        return new FlowWalk(
            [.. order.Select(n => n.Id)],
            [.. order.Where(n => n.Kind.IsQuestion() && !string.IsNullOrWhiteSpace(n.Text)).Select(n => n.Text)],
            order.Count == 0 ? "none" : Stopped(flow, order[^1], fork)
        );
    }

    private static string Stopped(Flow flow, FlowNode last, Way fork)
    {
        foreach (var way in FlowOrder.Ways(last, fork))
        {
            if (flow.Follow(last.Id, way) is { } again)
                return $"cycle:{again.Id}";
        }
        return last.Kind switch
        {
            NodeKind.Condition => $"missing-{fork.Label()}:{last.Id}",
            NodeKind.End => $"end:{last.Id}",
            _ => $"dead-end:{last.Id}",
        };
    }
}
