using Markdig.Syntax;

namespace InterviewBot.Guides.Documents;

/// <summary>Code in a topic's prose is shown line by line, as a candidate may be asked about it. Flows, settings and drawings are not code to read.</summary>
internal static class ShownCode
{
    private static readonly HashSet<string> Drawn = new(StringComparer.OrdinalIgnoreCase)
    {
        "mermaid",
        "plantuml",
        "puml",
        "dot",
        "graphviz",
        "seq",
        "sequence",
        "math",
    };

    public static bool Is(CodeBlock code) =>
        !IsOurs(code)
        && !Drawn.Contains((code as FencedCodeBlock)?.Info ?? "")
        && code.Lines.ToString() is var text
        && !HasFence(text)
        && !FlowFence.DefinesNodes(text);

    /// <summary>A drawing in another language than ours, or an example of a fence: nothing of it is shown, asked or told of elsewhere.</summary>
    public static bool IsLost(CodeBlock code) =>
        !Is(code)
        && !IsOurs(code)
        && code.Lines.ToString() is var text
        && (HasFence(text) || !FlowFence.DefinesNodes(text));

    public static IEnumerable<string> Lines(CodeBlock code) =>
        code
            .Lines.ToString()
            .Split('\n')
            .Select(l => l.Replace("\uFFFC", "", StringComparison.Ordinal).TrimEnd())
            .Where(l => l.Length > 0);

    private static bool IsOurs(CodeBlock code) =>
        (code as FencedCodeBlock)?.Info?.ToLowerInvariant()
            is "flow"
                or "flowchart"
                or "[flow]"
                or "[flowchart]"
                or "topic";

    private static bool HasFence(string text) =>
        text.Contains("```", StringComparison.Ordinal) || text.Contains("~~~", StringComparison.Ordinal);
}
