using System.Numerics;

namespace InterviewBot.Guides.Flows;

/// <summary>
/// The nodes of one flow by number and by id. Numbers count from 1 in the order of the definitions; 0 is no node, so that fresh memory
/// says "none". A dictionary for ten thousand nodes is one array of 240 KB, and every few of those make the collector go through all
/// memory; the arrays here stay below its limit for large objects (85,000 bytes).
/// </summary>
internal sealed class NodeTable
{
    private readonly FlowNode[] _nodes;
    private readonly Link[] _links;
    private readonly int[] _buckets;

    /// <param name="most">More nodes will not come.</param>
    public NodeTable(int most)
    {
        _nodes = new FlowNode[most + 1];
        _links = new Link[most + 1];
        _buckets = new int[BitOperations.RoundUpToPowerOf2((uint)most + 1)];
    }

    /// <summary>The greatest number.</summary>
    public int Count { get; private set; }

    public FlowNode this[int number] => _nodes[number];

    /// <summary>The latest node of that id; 0 when there is none.</summary>
    public int Find(ReadOnlySpan<char> id) => Find(id, Hash(id));

    /// <param name="isSecond">Another node has that id; it is found no more.</param>
    public int Add(FlowNode node, out bool isSecond)
    {
        Count++;
        var hash = Hash(node.Id);
        isSecond = Find(node.Id, hash) != 0;
        _nodes[Count] = node;
        Enter(Count, hash);
        return Count;
    }

    /// <summary>Where a flow keeps only some of its nodes, or calls them by other ids: those that are null go.</summary>
    /// <param name="nodes">By number, so the first is not used.</param>
    public static NodeTable Of(FlowNode?[] nodes)
    {
        var table = new NodeTable(nodes.Length - 1) { Count = nodes.Length - 1 };
        for (var number = 1; number < nodes.Length; number++)
        {
            if (nodes[number] is not { } node)
                continue;
            table._nodes[number] = node;
            table.Enter(number, Hash(node.Id));
        }
        return table;
    }

    private int Find(ReadOnlySpan<char> id, int hash)
    {
        for (var number = Bucket(hash); number != 0; number = _links[number].Next)
        {
            if (_links[number].Hash == hash && id.SequenceEqual(_nodes[number].Id))
                return number;
        }
        return 0;
    }

    private void Enter(int number, int hash)
    {
        ref var bucket = ref Bucket(hash);
        _links[number] = new Link(bucket, hash);
        bucket = number;
    }

    private ref int Bucket(int hash) => ref _buckets[hash & (_buckets.Length - 1)];

    /// <summary>Another one in each process: ids come from texts of strangers.</summary>
    private static int Hash(ReadOnlySpan<char> id) => string.GetHashCode(id);

    /// <param name="Next">The next number of the same bucket.</param>
    private readonly record struct Link(int Next, int Hash);
}
