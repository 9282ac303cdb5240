namespace InterviewBot.Guides.Flows;

/// <summary>One arrow, by the numbers of its nodes.</summary>
internal record struct DraftEdge
{
    public int From { get; set; }

    /// <summary>0 when the target is not defined: the edge vanished (C2).</summary>
    public int To { get; set; }

    /// <summary>Offset of the id that is left.</summary>
    public int At { get; set; }

    /// <summary>The number of its words in the chart; 0 for none, as most arrows have.</summary>
    public int Words { get; set; }

    public readonly bool LeadsOn => To != 0;
}

/// <summary>What an arrow says as written, kept apart: arrows without references are quick to write and need no clearing.</summary>
/// <param name="Undefined">The id that is reached, when it is not defined.</param>
/// <param name="Branch">The author's name of the branch (C8), which the drawing writes beside the arrow.</param>
internal readonly record struct EdgeWords(string? Undefined, string? Direction, string? Branch);
