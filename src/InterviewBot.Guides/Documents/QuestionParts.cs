using System.Collections.Immutable;

namespace InterviewBot.Guides.Documents;

/// <summary>Reads the labelled parts of a question's section.</summary>
internal sealed class QuestionParts
{
    private static readonly string[] Semicolons = ["；", "; "];

    private readonly Dictionary<Part, List<string>> _entries = [];
    private readonly List<Part> _labels = [];
    private Part? _part;

    /// <summary>The label stood alone on its line: the next paragraph belongs to it too.</summary>
    private bool _isWaiting;

    /// <summary>The labels met, with or without a text.</summary>
    public IReadOnlyList<Part> Labels => _labels;

    public bool Has(Part part) => _entries.ContainsKey(part);

    public static bool HasLabels(IEnumerable<ProseLine> lines) =>
        lines.Any(l => l.Kind != ProseKind.Code && PartLabels.TryRead(l.Text, out _, out _));

    /// <summary>A question's section and the headings below it, which can be labels too.</summary>
    public void AddSection(OutlineSection section)
    {
        foreach (var part in section.All())
        {
            if (PartLabels.IsLabel(part.Heading, out var label))
                Begin(label, "");
            else if (part != section)
                _part = null;
            Add(ProseLine.Of(part.Blocks));
        }
    }

    /// <summary>Gives back the lines that belong to no part.</summary>
    public List<ProseLine> Add(IEnumerable<ProseLine> lines)
    {
        var others = new List<ProseLine>();
        foreach (var line in lines)
        {
            if (line.Kind == ProseKind.Code)
                others.Add(line);
            else if (PartLabels.TryRead(line.Text, out var part, out var rest))
                Begin(part, rest);
            else if (!Continue(line))
                others.Add(line);
        }
        return others;
    }

    /// <summary>A heading can be the label as well.</summary>
    public void Begin(Part part, string rest)
    {
        (_part, _isWaiting) = (part, rest.Length == 0);
        _labels.Add(part);
        if (rest.Length > 0)
            Put(part, rest);
    }

    public QuestionNotes ToNotes() =>
        new(Say(), Of(Part.ListenFor), Of(Part.FollowUp), Of(Part.RedFlags), Anchors(), Fork());

    private bool Continue(ProseLine line)
    {
        if (_part is not { } part)
            return false;
        switch (line.Kind)
        {
            case ProseKind.Item:
                Put(part, part == Part.Anchors && line.Order > 0 ? $"{line.Order} {line.Text}" : line.Text);
                return true;
            case ProseKind.Continuation when _entries.TryGetValue(part, out var entries):
                entries[^1] = ProseLine.Join([
                    new ProseLine(ProseKind.Paragraph, entries[^1], 0),
                    new ProseLine(ProseKind.Continuation, line.Text, 0),
                ]);
                return true;
            case var _ when _isWaiting:
                Put(part, line.Text);
                return true;
            default:
                // A paragraph of its own after a finished part is a remark.
                _part = null;
                return false;
        }
    }

    private void Put(Part part, string text)
    {
        if (!_entries.TryGetValue(part, out var entries))
            _entries[part] = entries = [];
        if (part == Part.Say)
            entries.Add(WithoutQuotes(text));
        else
            entries.AddRange(
                text.Split(
                    text.Contains('·', StringComparison.Ordinal) ? ["·"] : Semicolons,
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                )
            );
    }

    private ImmutableArray<string> Say() => [.. Of(Part.Say).Where(s => s.Length > 0)];

    private ImmutableArray<string> Of(Part part) => _entries.TryGetValue(part, out var entries) ? [.. entries] : [];

    private ImmutableArray<string> Anchors()
    {
        var anchors = new string[4];
        Array.Fill(anchors, "");
        foreach (var entry in Of(Part.Anchors))
        {
            if (entry.Length > 1 && entry[0] is >= '1' and <= '4' && !char.IsAsciiDigit(entry[1]))
                anchors[entry[0] - '1'] = WithoutWord(entry[1..]);
        }
        return anchors.All(a => a.Length == 0) ? [] : [.. anchors];
    }

    /// <summary>"1 poor: no idea" and "1. 差：不知道" keep what follows the colon.</summary>
    private static string WithoutWord(string text)
    {
        text = text.TrimStart(' ', '.', '、', ')', '）', ':', '：', '=', '-', '–', '—').Trim();
        var colon = text.AsSpan(0, Math.Min(text.Length, 12)).IndexOfAny(':', '：');
        return colon > 0 ? text[(colon + 1)..].Trim() : text;
    }

    private ForkKind? Fork() =>
        Of(Part.Fork).FirstOrDefault()?.ToLowerInvariant() switch
        {
            null => null,
            var word when word.Contains("ask", StringComparison.Ordinal) || word.IndexOfAny(['问', '問']) >= 0 =>
                ForkKind.Ask,
            var word
                when word.StartsWith("judg", StringComparison.Ordinal)
                    || word.Contains("your call", StringComparison.Ordinal)
                    || word.Contains('判', StringComparison.Ordinal) => ForkKind.Judgement,
            _ => null,
        };

    private static string WithoutQuotes(string text)
    {
        text = text.Trim();
        return
            text.Length >= 2
            && (text[0], text[^1]) is ('"', '"') or ('“', '”') or ('「', '」')
            && text[1..^1].IndexOfAny(['"', '“', '「']) < 0
            ? text[1..^1].Trim()
            : text;
    }
}
