namespace InterviewBot.Guides.Flows;

/// <summary>
/// A flow knows its nodes by id. Where a redefinition (D8) leaves two reachable nodes of one id, the one met later on
/// the walk gets the suffix ~2, ~3, ..., so that both are asked.
/// </summary>
internal sealed class SecondNames
{
    private readonly NodeTable _all;
    private readonly FlowNode?[] _named;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    public SecondNames(NodeTable all)
    {
        _all = all;
        _named = new FlowNode?[all.Count + 1];
        for (var number = 1; number <= all.Count; number++)
            _taken.Add(all[number].Id);
    }

    /// <summary>The node as the flow knows it; asked once for each, in the order of the walk.</summary>
    public FlowNode Give(int number)
    {
        var node = _all[number];
        if (!_last.TryAdd(node.Id, 1))
        {
            var count = _last[node.Id];
            string id;
            do id = $"{node.Id}~{++count}";
            while (!_taken.Add(id));
            _last[node.Id] = count;
            node = node with { Id = id };
        }
        return _named[number] = node;
    }

    /// <summary>The table of the flow: what is neither reached nor kept for its id has no place in it, as connections lead to another definition of it.</summary>
    public NodeTable Table(List<int> unreachable)
    {
        foreach (var number in unreachable)
            _named[number] = _all[number];
        return NodeTable.Of(_named);
    }
}
