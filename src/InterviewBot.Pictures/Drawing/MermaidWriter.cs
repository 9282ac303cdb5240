using System.Globalization;
using System.Text;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using InterviewBot.Pictures.Texts;

namespace InterviewBot.Pictures.Drawing;

/// <summary>Flows as Mermaid text, which GitHub and many editors draw themselves.</summary>
public static class MermaidWriter
{
    public static string Write(IReadOnlyCollection<Topic> topics, string language)
    {
        ArgumentNullException.ThrowIfNull(topics);
        var texts = PictureTexts.In(language);
        var text = new StringBuilder("flowchart TD\n");
        var number = 0;
        foreach (var topic in topics)
        {
            number++;
            text.Append(CultureInfo.InvariantCulture, $"  subgraph t{number}[\"{Quoted(topic.Title)}\"]\n");
            foreach (var flow in topic.Flows)
                Append(text, flow, $"t{number}b{flow.Block}", texts);
            text.Append("  end\n");
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, Flow flow, string prefix, PictureTexts texts)
    {
        // Ids of our own: those of the author may be words of the language ("end") or hold any sign.
        var ids = flow.Nodes.Concat(flow.Unreachable).Select((n, i) => (n.Id, Name: $"{prefix}n{i + 1}"));
        var names = ids.ToDictionary(i => i.Id, i => i.Name, StringComparer.Ordinal);
        foreach (var node in flow.Nodes.Concat(flow.Unreachable))
        {
            var label = Quoted(Label(node, texts));
            text.Append(
                CultureInfo.InvariantCulture,
                $"    {names[node.Id]}{node.Kind switch
                {
                    NodeKind.Start or NodeKind.End => $"([\"{label}\"])",
                    NodeKind.Condition => $"{{{{\"{label}\"}}}}",
                    NodeKind.Subroutine => $"[[\"{label}\"]]",
                    _ => $"[\"{label}\"]",
                }}\n"
            );
        }
        foreach (var edge in flow.Edges)
        {
            var way = texts.Way(edge.Way);
            text.Append(
                CultureInfo.InvariantCulture,
                $"    {names[edge.From]} -->{(way.Length > 0 ? $"|{way}|" : "")} {names[edge.To]}\n"
            );
        }
    }

    private static string Label(FlowNode node, PictureTexts texts) =>
        node.Text.Trim() is { Length: > 0 } label ? label
        : node.Kind == NodeKind.Start ? texts["start"]
        : node.Kind == NodeKind.End ? texts["end"]
        : node.Id;

    /// <summary>Within quotation marks only these mean something.</summary>
    private static string Quoted(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(
                c switch
                {
                    '"' => "#quot;",
                    '#' => "#35;",
                    '<' => "#lt;",
                    '>' => "#gt;",
                    '&' => "#amp;",
                    '`' => "#96;",
                    '\n' => "<br/>",
                    _ when char.IsControl(c) => " ",
                    _ => c.ToString(),
                }
            );
        }
        return safe.ToString();
    }
}
