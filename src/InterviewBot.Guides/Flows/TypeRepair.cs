namespace InterviewBot.Guides.Flows;

/// <summary>Tells what an unknown type was meant to be. The node is read that way, and the report says so.</summary>
internal static class TypeRepair
{
    /// <param name="words">The label; "" when there seems to be none, then what stands behind a colon in the type.</param>
    public static NodeKind Meant(ReadOnlySpan<char> type, ref string words)
    {
        var colon = type.IndexOfAny(':', '：');
        var name = ScriptText.Trim(colon < 0 ? type : type[..colon]);
        if (Nearest(name) is not { } kind)
            return NodeKind.Operation;
        if (colon >= 0 && words.Length == 0)
            words = ScriptText.Trim(type[(colon + 1)..]).ToString();
        return kind;
    }

    /// <param name="isId">Whether the type as written is the id of a node: then the arrow was meant to be <c>-></c>.</param>
    public static string Hint(string id, ReadOnlySpan<char> type, bool isId)
    {
        var colon = type.IndexOfAny(':', '：');
        var name = ScriptText.Trim(colon < 0 ? type : type[..colon]);
        if (isId)
            return $"for a connection write {id}->{type}";
        if (Nearest(name) is not { } kind)
            return $"the types are {string.Join(", ", NodeKinds.Names)}; read as operation";
        var repaired = $"read as {kind.Name()}";
        if (colon >= 0 && type[colon] == '：')
            return $"write a plain colon and a blank for the full-width colon; {repaired}";
        if (colon >= 0 && colon == type.Length - 1)
            return $"the label after the colon is empty; {repaired}";
        if (colon >= 0 && NodeKinds.TryRead(type[..colon], out _))
            return $"put a blank after the colon; {repaired}";
        if (NodeKinds.TryRead(name, out _))
            return $"no blank may stand around => or before the colon; {repaired}";
        return $"did you mean {kind.Name()}? {repaired}";
    }

    private static NodeKind? Nearest(ReadOnlySpan<char> name)
    {
        // The longest type name has 11 letters: anything much longer is no slip of the pen.
        if (name.IsEmpty || name.Length > 14)
            return null;
        Span<char> lower = stackalloc char[name.Length];
        name.ToLowerInvariant(lower);
        if (NodeKinds.TryRead(lower, out var kind))
            return kind;
        var (best, distance) = ("", int.MaxValue);
        foreach (var known in NodeKinds.Names)
        {
            var d = Distance(lower, known);
            if (d < distance)
                (best, distance) = (known, d);
        }
        var allowed = name.Length <= 4 ? 1 : 2;
        return distance <= allowed && NodeKinds.TryRead(best, out kind) ? kind : null;
    }

    /// <summary>Levenshtein; both texts are short.</summary>
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
