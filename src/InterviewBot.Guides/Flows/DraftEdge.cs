namespace InterviewBot.Guides.Flows;

/// <summary>One arrow, by the numbers of its nodes.</summary>
/// <param name="To">0 when the target is not defined: the edge vanished (C2).</param>
/// <param name="Undefined">The id as written when it is not defined.</param>
/// <param name="At">Offset of the id that is left.</param>
internal readonly record struct DraftEdge(int From, int To, string? Undefined, string? Direction, int At)
{
    public bool LeadsOn => To != 0;
}
