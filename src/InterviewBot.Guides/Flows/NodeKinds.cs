namespace InterviewBot.Guides.Flows;

/// <summary>The type names of the language and what each kind means to an interview.</summary>
public static class NodeKinds
{
    internal static readonly string[] Names =
    [
        "start",
        "end",
        "operation",
        "inputoutput",
        "input",
        "output",
        "subroutine",
        "condition",
        "parallel",
    ];

    // By the number of the way: Next, Yes, No, Path1, Path2, Path3.
    private static ReadOnlySpan<byte> Places => [0, 0, 1, 0, 1, 2];

    /// <summary>Types are compared whole and by case.</summary>
    internal static bool TryRead(ReadOnlySpan<char> name, out NodeKind kind)
    {
        (var known, kind) = name switch
        {
            "operation" => (true, NodeKind.Operation),
            "condition" => (true, NodeKind.Condition),
            "start" => (true, NodeKind.Start),
            "end" => (true, NodeKind.End),
            "subroutine" => (true, NodeKind.Subroutine),
            "inputoutput" => (true, NodeKind.InputOutput),
            "input" => (true, NodeKind.Input),
            "output" => (true, NodeKind.Output),
            "parallel" => (true, NodeKind.Parallel),
            _ => (false, NodeKind.Operation),
        };
        return known;
    }

    /// <summary>The type name as it is written in a flow.</summary>
    public static string Name(this NodeKind kind) =>
        kind switch
        {
            NodeKind.Start => "start",
            NodeKind.End => "end",
            NodeKind.Operation => "operation",
            NodeKind.InputOutput => "inputoutput",
            NodeKind.Input => "input",
            NodeKind.Output => "output",
            NodeKind.Subroutine => "subroutine",
            NodeKind.Condition => "condition",
            NodeKind.Parallel => "parallel",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>
    /// Whether the label of such a node is put to the candidate. A subroutine that is connected is another topic or an
    /// activity: its label is asked. Start, end, condition and parallel are not questions.
    /// </summary>
    public static bool IsQuestion(this NodeKind kind) =>
        kind is NodeKind.Operation or NodeKind.InputOutput or NodeKind.Input or NodeKind.Output or NodeKind.Subroutine;

    /// <summary>The ways out that are followed, in the order of a walk.</summary>
    public static ReadOnlySpan<Way> Ways(this NodeKind kind) =>
        kind switch
        {
            NodeKind.Condition => [Way.Yes, Way.No],
            NodeKind.Parallel => [Way.Path1, Way.Path2, Way.Path3],
            _ => [Way.Next],
        };

    /// <summary>The ways of one kind of node have places 0 to 2 of their own; those of different kinds share them.</summary>
    internal static int Place(this Way way) => Places[(int)way];

    /// <summary>The label of an edge: "" for next, else the word of the selector.</summary>
    public static string Label(this Way way) =>
        way switch
        {
            Way.Next => "",
            Way.Yes => "yes",
            Way.No => "no",
            Way.Path1 => "path1",
            Way.Path2 => "path2",
            Way.Path3 => "path3",
            _ => throw new ArgumentOutOfRangeException(nameof(way)),
        };
}
