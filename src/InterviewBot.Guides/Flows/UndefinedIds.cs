namespace InterviewBot.Guides.Flows;

/// <summary>Reports ids that connections use and no definition above them has, and tells what spoils them.</summary>
internal static class UndefinedIds
{
    public static void Report(
        List<(string Id, int At, bool IsSource)> undefined,
        List<DraftNode> definitions,
        ProblemLog problems
    )
    {
        var exact = new Dictionary<string, DraftNode>(StringComparer.Ordinal);
        var alike = new Dictionary<string, DraftNode>(StringComparer.Ordinal);
        foreach (var node in definitions)
        {
            exact.TryAdd(node.Id, node);
            alike.TryAdd(Plain(node.Id), node);
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

    private static string? Hint(string id, Dictionary<string, DraftNode> exact, Dictionary<string, DraftNode> alike)
    {
        if (exact.TryGetValue(id, out var later))
            return $"it is defined in line {later.Line + 1} of the block: definitions stand above connections";
        if (!alike.TryGetValue(Plain(id), out var near))
            return null;
        if (id.Contains('（', StringComparison.Ordinal))
            return $"write plain parentheses after {near.Id}";
        if (id.EndsWith('-'))
            return $"the arrow is -> with one dash: {near.Id}->";
        if (id.Contains('\n', StringComparison.Ordinal))
            return $"the lines below became part of the id {ProblemLog.Quote(near.Id)}";
        return near.Id == Plain(near.Id)
            ? $"no blank may stand around ->; {ProblemLog.Quote(near.Id)} is defined"
            : $"the definition has a blank in its id: write {Plain(near.Id)}=>";
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
