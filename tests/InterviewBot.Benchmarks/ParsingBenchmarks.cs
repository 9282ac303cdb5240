using System.Text;
using BenchmarkDotNet.Attributes;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;

namespace InterviewBot.Benchmarks;

/// <summary>Aims: 1,000 nodes in 0.4 ms, 10,000 in 5 ms.</summary>
[MemoryDiagnoser]
public class ParsingBenchmarks
{
    private string _clean = "";
    private string _faulty = "";
    private string _document = "";

    [Params(10, 1_000, 10_000)]
    public int Nodes { get; set; }

    [GlobalSetup]
    public void Write()
    {
        _clean = FlowText.Clean(Nodes);
        _faulty = FlowText.Faulty(Nodes);
        _document = $"# Guide\n## 1. Topic (required)\nA tip.\n\n```flow\n{_clean}```\n";
    }

    [Benchmark(Baseline = true)]
    public FlowReading Flow() => FlowReader.Read(_clean);

    /// <summary>With the list of its edges, which pictures and printing ask for.</summary>
    [Benchmark]
    public int FlowAndEdges() => FlowReader.Read(_clean).Flow!.Edges.Length;

    /// <summary>A report for every third node.</summary>
    [Benchmark]
    public FlowReading FaultyFlow() => FlowReader.Read(_faulty);

    [Benchmark]
    public GuideReading Document() => GuideReader.Read("guide", _document);
}

/// <summary>Flows of any size: questions in a row, every fifth node a fork that skips the next question.</summary>
internal static class FlowText
{
    public static string Clean(int nodes) => Write(nodes, (_, kind) => kind);

    /// <summary>Every third label is cut at a bar.</summary>
    public static string Faulty(int nodes) =>
        Write(nodes, (i, kind) => i % 3 == 1 ? $"{kind}: phone | mail {i}" : kind);

    private static string Write(int nodes, Func<int, string, string> kindOf)
    {
        var text = new StringBuilder();
        for (var i = 0; i < nodes; i++)
        {
            var kind = kindOf(
                i,
                i == 0 ? "start"
                    : i == nodes - 1 ? "end"
                    : IsFork(i) ? "condition"
                    : "operation"
            );
            text.Append('n').Append(i).Append("=>").Append(kind);
            text.Append(kind.Contains(':', StringComparison.Ordinal) ? "" : $": 请介绍第 {i} 个问题").Append('\n');
        }
        for (var i = 0; i + 1 < nodes; i++)
        {
            if (IsFork(i))
            {
                text.Append('n').Append(i).Append("(yes)->n").Append(i + 1).Append('\n');
                text.Append('n').Append(i).Append("(no)->n").Append(Math.Min(i + 2, nodes - 1)).Append('\n');
            }
            else
            {
                text.Append('n').Append(i).Append("->n").Append(i + 1).Append('\n');
            }
        }
        return text.ToString();
    }

    private static bool IsFork(int i) => i % 5 == 4;
}
