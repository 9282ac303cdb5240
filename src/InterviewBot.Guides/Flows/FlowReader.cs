using System.Collections.Immutable;

namespace InterviewBot.Guides.Flows;

/// <summary>What came of reading one flow text. <see cref="Flow"/> is null when an error stands in <see cref="Problems"/>.</summary>
public sealed record FlowReading(Flow? Flow, ImmutableArray<Problem> Problems);

/// <summary>
/// Reads the text language of flowchart.js 1.18.0, rule by rule (L1-L4, D1-D9, C1-C11 of docs/flow-language-notes.md).
/// Never throws because of the text, and takes time linear in its length.
/// </summary>
public static class FlowReader
{
    /// <summary>UTF-16 units; a longer text is refused with <c>too-large</c>.</summary>
    public const int MostLength = 1 << 20;

    /// <param name="text">The inside of a block, or a file with one flow; a byte order mark in front does not count.</param>
    /// <param name="block">1-based number of the block within its topic.</param>
    public static FlowReading Read(string text, int block = 1)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith('\uFEFF'))
            text = text[1..];
        return Read(text, block, LineMap.Alone(text));
    }

    internal static FlowReading Read(string text, int block, LineMap map)
    {
        var problems = new ProblemLog();
        var flow = Read(text, block, map, problems);
        return new FlowReading(problems.HasErrors ? null : flow, problems.Sorted(map));
    }

    private static Flow? Read(string text, int block, LineMap map, ProblemLog problems)
    {
        if (text.Length > MostLength)
        {
            problems.Error("too-large", -1, $"the flow has more than {MostLength} characters", "split it into topics");
            return null;
        }
        var cutter = new StatementCutter(text);
        if (cutter.IsEmpty)
        {
            problems.Error("empty-block", -1, "the flow has no statement");
            return null;
        }
        // Each definition has one, and hardly anything else has. One too many is read before the flow is refused.
        var definitions = Math.Min(text.AsSpan().Count('='), DraftChart.MostSteps + 1);
        using var chart = new DraftChart(map, problems, definitions, text.Contains('@'));
        while (cutter.Next(out var statement))
        {
            chart.Add(statement);
            if (!chart.IsTooLarge)
                continue;
            problems.Error(
                "too-large",
                statement.Start,
                $"the flow has more than {DraftChart.MostSteps} definitions and arrows",
                "split it into topics"
            );
            return null;
        }
        chart.Finish();
        if (!chart.HasConnections)
            problems.Error("no-connections", chart.FirstStatement, "nothing is connected, so the flow has no start");
        return FlowGraph.Build(chart, block, problems);
    }
}
