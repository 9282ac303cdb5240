namespace InterviewBot.Guides.Flows;

/// <summary>The number of the node behind each way out, by the number of the node that is left; 0 where a way is missing.</summary>
/// <param name="nodes">The greatest number.</param>
internal sealed class WayTable(int nodes)
{
    private int[] _first = new int[nodes + 1];
    private int[] _second = [];
    private int[] _third = [];

    /// <summary>The ways of one kind of node share the three places.</summary>
    public int this[int node, Way way]
    {
        get => Place(way) is { Length: > 0 } place ? place[node] : 0;
        set
        {
            ref var place = ref Place(way);
            if (place.Length == 0)
                place = new int[_first.Length];
            place[node] = value;
        }
    }

    private ref int[] Place(Way way)
    {
        switch (way)
        {
            case Way.No or Way.Path2:
                return ref _second;
            case Way.Path3:
                return ref _third;
            default:
                return ref _first;
        }
    }
}
