using System.Collections.Immutable;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;

namespace InterviewBot.Interviews.Dialogs;

/// <summary>A place where a walk waits for a person: a question or a fork.</summary>
internal sealed record Stop(int Block, FlowNode Node, ImmutableArray<PendingPath> Pending)
{
    public bool IsFork => Node.Kind == NodeKind.Condition;
}

/// <summary>What a walk does with a question or fork it meets.</summary>
internal enum Meeting
{
    Halt,

    /// <summary>A question: on along its way. A fork: on along its recorded answer.</summary>
    PassOver,
}

/// <summary>
/// A topic as a waterfall dialog. Silent nodes (start, end, nodes without words) are passed, each once in a walk, so that a ring of them
/// ends the path; the paths of a parallel are walked one after the other up to their first common node, which is asked once;
/// the flows of a topic follow each other.
/// </summary>
internal sealed class TopicDialog(Topic topic)
{
    public Topic Topic { get; } = topic;

    public QuestionId IdOf(int block, FlowNode node) => new(Topic.Key, block, node.Id);

    public FlowNode? Find(QuestionId id) => FlowOf(id.Block)?.Find(id.Node);

    public Flow? FlowOf(int block) => Topic.Flows.FirstOrDefault(f => f.Block == block);

    /// <summary>The first stop of the topic; null when nothing in it waits for a person.</summary>
    public Stop? Enter(Func<QuestionId, FlowNode, Meeting> meet, Func<QuestionId, bool> answer) =>
        Topic.Flows.IsEmpty ? null : Settle(Topic.Flows[0].Block, Topic.Flows[0].Start, [], meet, answer);

    /// <summary>The stop behind a question or an answered fork; null when the topic ends there.</summary>
    public Stop? Leave(Frame frame, Way way, Func<QuestionId, FlowNode, Meeting> meet, Func<QuestionId, bool> answer) =>
        Settle(frame.Block, FlowOf(frame.Block)?.Follow(frame.Node, way)?.Id, frame.Pending, meet, answer);

    /// <summary>The first stop at or behind a node; null when the topic ends before one.</summary>
    public Stop? Settle(
        int block,
        string? at,
        ImmutableArray<PendingPath> pending,
        Func<QuestionId, FlowNode, Meeting> meet,
        Func<QuestionId, bool> answer
    )
    {
        var walked = new HashSet<(int, string)>();
        var flow = FlowOf(block);
        while (flow is not null)
        {
            var node = at is null ? null : flow.Find(at);
            if (node is null || IsJoin(pending, node.Id) || !walked.Add((flow.Block, node.Id)))
            {
                // The path ends here: the next pending one, else the next flow of the topic.
                if (!pending.IsEmpty)
                {
                    at = pending[0].Node;
                    pending = pending.RemoveAt(0);
                    continue;
                }
                flow = Topic.Flows.FirstOrDefault(f => f.Block > flow.Block);
                at = flow?.Start;
                continue;
            }
            switch (node.Kind)
            {
                case NodeKind.Condition:
                    var fork = IdOf(flow.Block, node);
                    if (meet(fork, node) == Meeting.Halt)
                        return new Stop(flow.Block, node, pending);
                    at = flow.Follow(node.Id, answer(fork) ? Way.Yes : Way.No)?.Id;
                    break;
                case NodeKind.Parallel:
                    (at, pending) = Split(flow, node, pending);
                    break;
                default:
                    if (IsQuestion(node) && meet(IdOf(flow.Block, node), node) == Meeting.Halt)
                        return new Stop(flow.Block, node, pending);
                    at = flow.Follow(node.Id, Way.Next)?.Id;
                    break;
            }
        }
        return null;
    }

    public static bool IsQuestion(FlowNode node) => node.Kind.IsQuestion() && !string.IsNullOrWhiteSpace(node.Text);

    private static bool IsJoin(ImmutableArray<PendingPath> pending, string node)
    {
        foreach (var path in pending)
        {
            if (path.Join == node)
                return true;
        }
        return false;
    }

    // A parallel whose paths are still open is not split again: a ring through it would pile them up.
    private static (string? At, ImmutableArray<PendingPath> Pending) Split(
        Flow flow,
        FlowNode node,
        ImmutableArray<PendingPath> pending
    )
    {
        var paths = new[] { Way.Path1, Way.Path2, Way.Path3 }
            .Select(way => flow.Follow(node.Id, way)?.Id)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        if (paths.Length == 0)
            return (flow.Follow(node.Id, Way.Next)?.Id, pending);
        if (paths.Length == 1 || pending.Any(p => p.Owner == node.Id))
            return (paths[0], pending);
        var join = FirstCommon(flow, paths);
        var split = paths[1..].Select(path => new PendingPath(node.Id, path, join)).ToList();
        if (join is not null)
            split.Add(new PendingPath(node.Id, join, join));
        return (paths[0], pending.InsertRange(0, split));
    }

    // Breadth first along the first path, so that the nearest common node is found; linear in the flow's size.
    private static string? FirstCommon(Flow flow, string[] paths)
    {
        var common = Behind(flow, paths[1]);
        foreach (var path in paths[2..])
            common.IntersectWith(Behind(flow, path));
        return InOrder(flow, paths[0]).FirstOrDefault(common.Contains);
    }

    private static HashSet<string> Behind(Flow flow, string from) =>
        InOrder(flow, from).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> InOrder(Flow flow, string from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var id))
        {
            yield return id;
            foreach (var way in Enum.GetValues<Way>())
            {
                if (flow.Follow(id, way) is { } next && seen.Add(next.Id))
                    queue.Enqueue(next.Id);
            }
        }
    }
}
