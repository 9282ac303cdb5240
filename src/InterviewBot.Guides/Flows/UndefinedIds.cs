namespace InterviewBot.Guides.Flows;

/// <summary>Reports ids that connections use and no definition above them has, and tells what spoils them.</summary>
internal static class UndefinedIds
{
    public static void Report(List<(string Id, int At, bool IsSource)> undefined, DraftChart chart, ProblemLog problems)
    {
        // By id, the line in the block; by plain id, the id.
        var exact = new Dictionary<string, int>(StringComparer.Ordinal);
        var alike = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var node = 1; node <= chart.Nodes.Count; node++)
        {
            var id = chart.Nodes[node].Id;
            exact.TryAdd(id, chart.Drafts[node].Line + 1);
            alike.TryAdd(Plain(id), id);
        }
        foreach (var (id, at, isSource) in undefined)
        {
            var hint = Hint(id, exact, alike);
            if (isSource && id.Length == 0)
                problems.Error("undefined-source", at, "nothing stands before ->", hint);
            else if (isSource)
                problems.Error("undefined-source", at, $"{ProblemLog.Quote(id)} is not defined above", hint);
            else
                problems.Warn(
                    "undefined-target",
                    at,
                    $"{ProblemLog.Quote(id)} is not defined above: the path ends here",
                    hint
                );
        }
    }

    private static string? Hint(string id, Dictionary<string, int> exact, Dictionary<string, string> alike)
    {
        if (exact.TryGetValue(id, out var line))
            return $"it is defined in line {line} of the block: definitions stand above connections";
        if (!alike.TryGetValue(Plain(id), out var near))
            return null;
        if (id.Contains('（', StringComparison.Ordinal))
            return $"write plain parentheses after {near}";
        if (id.EndsWith('-'))
            return $"the arrow is -> with one dash: {near}->";
        if (id.Contains('\n', StringComparison.Ordinal))
            return $"the lines below became part of the id {ProblemLog.Quote(near)}";
        return near == Plain(near)
            ? $"no blank may stand around ->; {ProblemLog.Quote(near)} is defined"
            : $"the definition has a blank in its id: write {Plain(near)}=>";
    }

    /// <summary>The id without what often spoils it: blanks, dashes, full-width parentheses, lines glued on.</summary>
    private static string Plain(string id)
    {
        var text = id.AsSpan();
        if (text.IndexOfAny('（', '\n') is var cut and > 0)
            text = text[..cut];
        return ScriptText.Trim(ScriptText.Trim(text).TrimEnd('-')).ToString();
    }
}
