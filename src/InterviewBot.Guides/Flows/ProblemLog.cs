using System.Collections.Immutable;

namespace InterviewBot.Guides.Flows;

/// <summary>Collects what is wrong with one flow, by offset in its text; gives it out in the order of the file.</summary>
internal sealed class ProblemLog
{
    /// <summary>So many problems are told one by one; a hostile text gets a closing line instead of megabytes.</summary>
    public const int Most = 1_000;

    private const int LongestQuote = 60;

    private readonly List<(int At, Problem Problem)> _found = [];

    public bool HasErrors { get; private set; }

    public void Error(string code, int at, string message, string? hint = null) =>
        Add(ProblemLevel.Error, code, at, message, hint);

    public void Warn(string code, int at, string message, string? hint = null) =>
        Add(ProblemLevel.Warning, code, at, message, hint);

    /// <summary>Text of the author on one line and no longer than a line.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        var cut = text.Length > LongestQuote ? string.Concat(text[..LongestQuote], "…") : text.ToString();
        if (char.IsHighSurrogate(cut[^Math.Min(2, cut.Length)..].FirstOrDefault()) && text.Length > LongestQuote)
            cut = cut[..^2] + "…";
        return $"\"{cut.Replace("\r", "", StringComparison.Ordinal).Replace('\n', '⏎')}\"";
    }

    /// <summary>In the order of the file. An offset of -1 stands for the opening fence.</summary>
    public ImmutableArray<Problem> Sorted(LineMap map)
    {
        var placed = new List<(int Order, Problem Problem)>(_found.Count);
        foreach (var (at, problem) in _found)
        {
            var (line, column) = at < 0 ? (map.FenceLine, 1) : map.Find(at);
            placed.Add((placed.Count, problem with { Line = line, Column = column }));
        }
        placed.Sort(
            (a, b) =>
                a.Problem.Line != b.Problem.Line ? a.Problem.Line.CompareTo(b.Problem.Line)
                : a.Problem.Column != b.Problem.Column ? a.Problem.Column.CompareTo(b.Problem.Column)
                : a.Order.CompareTo(b.Order)
        );
        var sorted = placed.Take(Most).Select(p => p.Problem);
        return placed.Count <= Most ? [.. sorted] : [.. sorted, TooMany(placed[Most].Problem, placed.Count)];
    }

    private Problem TooMany(Problem next, int count) =>
        next with
        {
            Level = HasErrors ? ProblemLevel.Error : ProblemLevel.Warning,
            Code = "too-many-problems",
            Message = $"{count - Most} further problems are not listed",
            Hint = null,
        };

    private void Add(ProblemLevel level, string code, int at, string message, string? hint)
    {
        HasErrors |= level == ProblemLevel.Error;
        _found.Add((at, new Problem(ProblemScope.Flow, level, code, 0, 0, message, hint)));
    }
}
