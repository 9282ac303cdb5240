namespace InterviewBot.Guides.Flows;

/// <summary>One piece of a connection, for example <c>c(yes@often, right)</c>, cut by rules C1 and C5.</summary>
internal readonly ref struct Step
{
    private Step(ReadOnlySpan<char> id, ReadOnlySpan<char> slot, string? direction)
    {
        Id = id;
        Slot = slot;
        Direction = direction;
    }

    public ReadOnlySpan<char> Id { get; }

    /// <summary><c>next</c> unless the selector names another slot.</summary>
    public ReadOnlySpan<char> Slot { get; }

    /// <summary>Null when none is written.</summary>
    public string? Direction { get; }

    /// <summary>A piece without a closing parenthesis: all of it is the id.</summary>
    public static Step Plain(ReadOnlySpan<char> piece) => new(piece, "next", null);

    public static Step Read(ReadOnlySpan<char> piece)
    {
        var close = piece.IndexOf(')');
        if (close < 0)
            return Plain(piece);
        var open = piece.IndexOf('(');
        var selector = ScriptText.Substring(piece, open + 1, close);
        if (selector is "true" or "false")
        {
            // The rewriting goes over the whole piece and so may damage the id (C5).
            piece = ScriptText.ReplaceFirst(ScriptText.ReplaceFirst(piece.ToString(), "true", "yes"), "false", "no");
            open = piece.IndexOf('(');
            selector = ScriptText.Substring(piece, open + 1, piece.IndexOf(')'));
        }
        var id = ScriptText.Substring(piece, 0, open);
        var comma = selector.IndexOf(',');
        if (comma < 0)
            return selector is "yes" or "no" ? new Step(id, selector, null) : new Step(id, "next", Trimmed(selector));
        var direction = selector[(comma + 1)..];
        var second = direction.IndexOf(',');
        return new Step(id, selector[..comma], Trimmed(second < 0 ? direction : direction[..second]));
    }

    /// <summary>The id alone, as it is read for the step that is reached: there true and false are not rewritten.</summary>
    public static ReadOnlySpan<char> TargetId(ReadOnlySpan<char> piece) =>
        piece.Contains(')') ? ScriptText.Substring(piece, 0, piece.IndexOf('(')) : piece;

    private static string Trimmed(ReadOnlySpan<char> text) => ScriptText.Trim(text).ToString();
}
