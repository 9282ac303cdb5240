namespace InterviewBot.Guides;

public enum ProblemLevel
{
    /// <summary>Nothing is wrong; something helpful is missing. Told by the linter, to guides that use the feature at all.</summary>
    Info,
    Warning,
    Error,
}

public enum ProblemScope
{
    Flow,
    Document,
}

/// <summary>Something an author should know.</summary>
/// <param name="Code">One of the fixed codes, for example <c>unreachable-node</c>.</param>
/// <param name="Line">1-based, in the file.</param>
/// <param name="Column">1-based, in UTF-16 units; a tab counts one, a byte order mark none, quote marks and list indent count.</param>
/// <param name="Hint">What to do about it; null when the message says enough.</param>
public sealed record Problem(
    ProblemScope Scope,
    ProblemLevel Level,
    string Code,
    int Line,
    int Column,
    string Message,
    string? Hint = null
);
