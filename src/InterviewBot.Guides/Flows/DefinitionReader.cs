namespace InterviewBot.Guides.Flows;

/// <summary>Reads <c>id(params)=>type: label|state:>link[target]</c> by rules D1 to D7.</summary>
internal static class DefinitionReader
{
    private static readonly string[] FlowStates =
    [
        "past",
        "current",
        "future",
        "request",
        "invalid",
        "approved",
        "rejected",
    ];

    /// <param name="line">1-based, in the file.</param>
    /// <param name="unknownType">The type as written when it is none of the nine; then the node's kind is a repair.</param>
    public static FlowNode Read(in Statement statement, int line, ProblemLog problems, out string? unknownType)
    {
        var text = statement.Text;
        var arrow = statement.Arrow >= 0 ? statement.Arrow : ScriptText.ArrowIn(text, '=');
        var at = statement.Start;
        string? link = null;

        var rest = text[(arrow + 2)..];
        // Most definitions have none of the signs that the rules about arrows, links, functions and states look for.
        var isPlain = !rest.ContainsAny('>', '$', '|');
        var second = isPlain ? -1 : ScriptText.ArrowIn(rest, '=');
        if (second >= 0)
        {
            problems.Warn(
                "label-truncated",
                at,
                $"everything from the second => on is lost: {ProblemLog.Quote(rest[second..])}",
                "write the arrow another way, for example → or ->"
            );
            rest = rest[..second];
        }

        var colon = rest.IndexOf(": ");
        var type = colon < 0 ? rest : rest[..colon];
        var label = colon < 0 ? default : rest[(colon + 2)..];
        var labelAt = colon < 0 ? -1 : arrow + 2 + colon + 2;
        var labelEnd = isPlain ? label.Length : CutTail(at, ref type, ref label, ref link, problems);

        var newline = type.IndexOf('\n');
        if (newline >= 0)
            type = type[..newline];
        if (!isPlain)
            CutState(at, ref label, problems);
        var (id, words) = (Id(text[..arrow]), label.ToString());

        if (NodeKinds.TryRead(type, out var kind))
        {
            RemarkFinder.InDefinition(statement, labelAt, labelAt < 0 ? -1 : labelAt + labelEnd, problems);
            unknownType = null;
        }
        else
        {
            unknownType = type.ToString();
            kind = TypeRepair.Meant(type, ref words);
        }
        return new FlowNode(id, kind, words, link, line);
    }

    /// <summary>
    /// D2: the id is what stands before the arrow without the part from the first parenthesis to the last one on its
    /// line; a line ends at CR, LF, U+2028 or U+2029.
    /// </summary>
    private static string Id(ReadOnlySpan<char> piece)
    {
        if (!piece.Contains('('))
            return piece.ToString();
        for (var from = 0; from < piece.Length; )
        {
            var length = piece[from..].IndexOfAny("\r\n\u2028\u2029");
            var line = length < 0 ? piece[from..] : piece.Slice(from, length);
            var open = line.IndexOf('(');
            var close = line.LastIndexOf(')');
            if (open >= 0 && close > open)
                return string.Concat(piece[..(from + open)], piece[(from + close + 1)..]);
            from += line.Length + 1;
        }
        return piece.ToString();
    }

    /// <summary>D4, D5: the click function or the link; the first place that fits takes all. Returns the length the label keeps.</summary>
    private static int CutTail(
        int definition,
        ref ReadOnlySpan<char> type,
        ref ReadOnlySpan<char> label,
        ref string? link,
        ProblemLog problems
    )
    {
        int at;
        if ((at = label.IndexOf(":$")) >= 0)
        {
            var function = label[(at + 2)..];
            if (!IsFunctionName(function))
            {
                problems.Warn(
                    "label-truncated",
                    definition,
                    $":$ begins a click function, so {ProblemLog.Quote(function)} is lost from the label",
                    "put a blank between : and $"
                );
            }
            label = label[..at];
        }
        else if ((at = type.IndexOf(":$")) >= 0)
        {
            type = type[..at];
        }
        else if ((at = label.IndexOf(":>")) >= 0)
        {
            link = Link(label[(at + 2)..]);
            label = label[..at];
        }
        else if ((at = type.IndexOf(":>")) >= 0)
        {
            link = Link(type[(at + 2)..]);
            type = type[..at];
        }
        return label.Length;
    }

    /// <summary>D5: the text between the first [ and the first ] is the target and ends the link.</summary>
    private static string? Link(ReadOnlySpan<char> link)
    {
        if (link.Contains(']'))
            link = ScriptText.Substring(link, 0, link.IndexOf('['));
        return link.IsEmpty ? null : link.ToString();
    }

    /// <summary>D6: the part of the label after the last bar becomes the flow state, known or not.</summary>
    private static void CutState(int definition, ref ReadOnlySpan<char> label, ProblemLog problems)
    {
        var bar = label.LastIndexOf('|');
        if (bar < 0)
            return;
        var state = ScriptText.Trim(label[(bar + 1)..]);
        if (!FlowStates.AsSpan().Contains(state.ToString()))
        {
            problems.Warn(
                "label-cut-at-pipe",
                definition,
                $"what follows the last | is taken for a flow state, so {ProblemLog.Quote(state)} is lost from the label",
                "write another sign for |, for example /"
            );
        }
        label = label[..bar];
    }

    private static bool IsFunctionName(ReadOnlySpan<char> text)
    {
        // A link after it is part of the name, though no window has such a function: the label is whole all the same.
        if (text.IndexOf(":>") is var link and >= 0)
            text = text[..link];
        text = ScriptText.Trim(text);
        if (text.IsEmpty || char.IsAsciiDigit(text[0]))
            return false;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '$' or '.'))
                return false;
        }
        return true;
    }
}
