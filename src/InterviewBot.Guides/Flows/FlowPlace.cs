namespace InterviewBot.Guides.Flows;

/// <summary>A node of a flow and the nodes behind its ways out.</summary>
internal sealed class FlowPlace(FlowNode node)
{
    private FlowNode? _first;
    private FlowNode? _second;
    private FlowNode? _third;

    public FlowNode Node { get; } = node;

    /// <summary>The ways of one kind of node share the three places.</summary>
    public ref FlowNode? Slot(Way way)
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
