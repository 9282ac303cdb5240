using System.Buffers;

namespace InterviewBot.Guides.Flows;

/// <summary>
/// Finds remarks that rule L3 glued to a statement. The language has no comments, and a label may run over several
/// lines, so a line below a label is a remark only when it looks like one in some other language.
/// </summary>
internal static class RemarkFinder
{
    private const string Hint = "the language has no comments: move the remark out of the block";

    private static readonly string[] Marks = ["#", "//", "/*", "<!--", "%%", "--", ";"];

    private static readonly string[] Lookalikes =
    [
        "→",
        "⇒",
        "⟶",
        "➔",
        "➜",
        "—>",
        "–>",
        "－>",
        "＝>",
        "－＞",
        "＝＞",
        "-＞",
        "=＞",
    ];

    private static readonly SearchValues<char> ArrowHeads = SearchValues.Create("→⇒⟶➔➜>＞");

    public static void InNoise(in Statement statement, ProblemLog problems) =>
        problems.Warn("stray-text", statement.Start, $"{ProblemLog.Quote(FirstLine(statement.Text))} is ignored", Hint);

    public static void InConnection(in Statement statement, ProblemLog problems)
    {
        if (FirstGlued(statement) is var at and >= 0)
        {
            var line = FirstLine(statement.Text[at..]);
            var hint = HasLookalike(line, out _, out _) ? "the arrow of a connection is ->" : Hint;
            problems.Warn(
                "stray-text",
                statement.OffsetOf(at),
                $"{ProblemLog.Quote(line)} becomes part of the connection above it",
                hint
            );
        }
    }

    /// <param name="labelAt">Index of the label; -1 when there is none.</param>
    /// <param name="labelEnd">Index of its end: what follows is a function, a link or lost.</param>
    public static void InDefinition(in Statement statement, int labelAt, int labelEnd, ProblemLog problems)
    {
        var at = FirstGlued(statement);
        if (at < 0)
            return;
        var text = statement.Text;
        var isLost = labelAt < 0 || labelAt > at || labelEnd <= at;
        while (at < text.Length && !isLost && !LooksLikeRemark(text[at..]))
        {
            var next = text[at..].IndexOf('\n');
            if (next < 0)
                return;
            at = ScriptText.SkipBlanks(text, at + next);
        }
        if (at < text.Length)
        {
            problems.Warn(
                "stray-text",
                statement.OffsetOf(at),
                $"{ProblemLog.Quote(FirstLine(text[at..]))} becomes part of the definition above it",
                Hint
            );
        }
    }

    /// <summary>A glued line such as <c>op→e</c>, told by the id before the sign that is no arrow.</summary>
    public static void BrokenArrows(in Statement statement, Func<string, bool> isId, ProblemLog problems)
    {
        var text = statement.Text;
        for (var at = FirstGlued(statement); at >= 0 && at < text.Length; )
        {
            var line = FirstLine(text[at..]);
            if (
                !LooksLikeRemark(line)
                && HasLookalike(line, out var before, out var after)
                && (isId(before) || StartsWithType(after))
            )
            {
                problems.Warn(
                    "stray-text",
                    statement.OffsetOf(at),
                    $"{ProblemLog.Quote(line)} becomes part of the definition above it",
                    "arrows are written -> and =>"
                );
                return;
            }
            at = ScriptText.SkipBlanks(text, at + line.Length);
        }
    }

    public static bool MayHideArrow(in Statement statement) =>
        statement.Glued >= 0 && statement.Text[statement.Glued..].ContainsAny(ArrowHeads);

    private static int FirstGlued(in Statement statement)
    {
        if (statement.Glued < 0)
            return -1;
        var at = ScriptText.SkipBlanks(statement.Text, statement.Glued);
        return at < statement.Text.Length ? at : -1;
    }

    private static bool LooksLikeRemark(ReadOnlySpan<char> line)
    {
        foreach (var mark in Marks)
        {
            if (line.StartsWith(mark))
                return true;
        }
        return false;
    }

    private static bool HasLookalike(ReadOnlySpan<char> line, out string before, out string after)
    {
        foreach (var sign in Lookalikes)
        {
            var at = line.IndexOf(sign);
            if (at < 0)
                continue;
            var id = line[..at];
            var bracket = id.IndexOfAny('(', '（');
            before = ScriptText.Trim(bracket < 0 ? id : id[..bracket]).ToString();
            after = ScriptText.Trim(line[(at + sign.Length)..]).ToString();
            return true;
        }
        (before, after) = ("", "");
        return false;
    }

    private static bool StartsWithType(string text)
    {
        var end = text.AsSpan().IndexOfAny(':', '：');
        return NodeKinds.TryRead(end < 0 ? text : text.AsSpan(0, end), out _);
    }

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        return end < 0 ? text : text[..end];
    }
}
