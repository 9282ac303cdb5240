namespace InterviewBot.Guides.Flows;

/// <summary>The number of the node behind each way out, by the number of the node that is left; 0 where a way is missing.</summary>
/// <param name="nodes">The greatest number.</param>
internal sealed class WayTable(int nodes)
{
    // Most flows have no parallel, and many have no fork.
    private readonly int[][] _places = [new int[nodes + 1], [], []];

    public int this[int node, Way way]
    {
        get => _places[way.Place()] is { Length: > 0 } place ? place[node] : 0;
        set
        {
            ref var place = ref _places[way.Place()];
            if (place.Length == 0)
                place = new int[nodes + 1];
            place[node] = value;
        }
    }
}
