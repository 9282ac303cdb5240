namespace InterviewBot.Guides.Flows;

/// <summary>A node of a flow and the nodes behind its ways out. The table of the chart becomes the one of the flow, so it holds the draft meanwhile.</summary>
internal sealed class FlowPlace
{
    private FlowNode? _first;
    private FlowNode? _second;
    private FlowNode? _third;

    public FlowPlace(FlowNode node) => Node = node;

    public FlowPlace(DraftNode draft) => Draft = draft;

    /// <summary>Null once the flow is built.</summary>
    public DraftNode? Draft { get; set; }

    /// <summary>Null until the flow is built.</summary>
    public FlowNode Node { get; set; } = null!;

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
