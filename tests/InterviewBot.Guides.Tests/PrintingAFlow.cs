using System.Text;
using CsCheck;
using InterviewBot.Guides.Flows;
using Xunit;

namespace InterviewBot.Guides.Tests;

public sealed class PrintingAFlow
{
    private static readonly NodeKind[] Kinds = Enum.GetValues<NodeKind>();

    private static readonly Gen<string> Label = Gen.String[
            Gen.OneOf(
                Gen.Char['a', 'z'],
                Gen.Char['一', '龥'],
                Gen.Const(' '),
                Gen.Const('?'),
                Gen.Const('('),
                Gen.Const('\n')
            ),
            1,
            12
        ]
        .Where(l => l.Trim() == l && l.Length > 0);

    /// <summary>Nodes in the order of a walk, so that all of them can be reached: node i has a way from an earlier one.</summary>
    private static readonly Gen<(List<FlowNode> Nodes, List<FlowEdge> Edges)> Chart =
        from count in Gen.Int[2, 12]
        from kinds in Gen.Int[0, Kinds.Length - 1].Select(i => Kinds[i]).Array[count]
        from labels in Label.Array[count]
        from targets in Gen.Int[0, count - 1].Array[count * 3]
        select Build(kinds, labels, targets);

    [Fact]
    public void And_reading_it_again_gives_the_same_flow() =>
        Chart.Sample(chart =>
        {
            var text = Print(chart.Nodes, chart.Edges);
            var reading = FlowReader.Read(text);
            Assert.NotNull(reading.Flow);
            var all = reading.Flow.Nodes.Concat(reading.Flow.Unreachable);
            Assert.Equal(
                chart.Nodes.Select(n => (n.Id, n.Kind, n.Text)).Order(),
                all.Select(n => (n.Id, n.Kind, n.Text)).Order()
            );
            var reached = reading.Flow.Nodes.Select(n => n.Id).ToHashSet();
            Assert.Equal(
                chart.Edges.Where(e => reached.Contains(e.From)).OrderBy(e => (e.From, e.Way)),
                reading.Flow.Edges.OrderBy(e => (e.From, e.Way))
            );
            Assert.Equal(
                Shown.Of(reading),
                Shown
                    .Of(FlowReader.Read(text.Replace("\n", "\r\n", StringComparison.Ordinal)))
                    .Replace("␍", "", StringComparison.Ordinal)
            );
        });

    private static (List<FlowNode>, List<FlowEdge>) Build(NodeKind[] kinds, string[] labels, int[] targets)
    {
        var nodes = kinds.Select((k, i) => new FlowNode($"n{i}", k, labels[i], null, i + 1)).ToList();
        var edges = new List<FlowEdge>();
        foreach (var (node, i) in nodes.Select((n, i) => (n, i)))
        {
            var way = 0;
            foreach (var w in node.Kind.Ways())
                edges.Add(new FlowEdge(node.Id, w, $"n{targets[(i * 3) + way++]}"));
        }
        return (nodes, edges);
    }

    private static string Print(List<FlowNode> nodes, List<FlowEdge> edges)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
            text.Append(node.Id).Append("=>").Append(node.Kind.Name()).Append(": ").Append(node.Text).Append('\n');
        foreach (var edge in edges)
        {
            var selector = edge.Way switch
            {
                Way.Next => "",
                Way.Yes or Way.No => $"({edge.Way.Label()})",
                _ => $"({edge.Way.Label()}, right)",
            };
            text.Append(edge.From).Append(selector).Append("->").Append(edge.To).Append('\n');
        }
        return text.ToString();
    }
}
