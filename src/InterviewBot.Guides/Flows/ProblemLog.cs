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
        if (_found.Count == 0)
            return [];
        var placed = _found.Select(found => Placed(found.At, found.Problem, map)).OrderBy(p => (p.Line, p.Column));
        if (_found.Count <= Most)
            return [.. placed];
        // What stops the flow is told before anything else.
        var all = placed.ToList();
        var told = all.OrderByDescending(p => p.Level).Take(Most).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. all.Where(told.Contains), TooMany(all.First(p => !told.Contains(p)), all.Count)];
    }

    private static Problem Placed(int at, Problem problem, LineMap map)
    {
        var (line, column) = at < 0 ? (map.FenceLine, 1) : map.Find(at);
        return problem with { Line = line, Column = column };
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
