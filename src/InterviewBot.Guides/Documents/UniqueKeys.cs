using System.Text;

namespace InterviewBot.Guides.Documents;

/// <summary>Keys within one guide: a number as it is, else a slug of the title; the second of a kind gets ~2.</summary>
internal sealed class UniqueKeys
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    public string For(string? number, string title)
    {
        var key = number ?? Slug(title);
        if (_taken.Add(key))
            return key;
        var count = _last.GetValueOrDefault(key, 1);
        string candidate;
        do candidate = $"{key}~{++count}";
        while (!_taken.Add(candidate));
        _last[key] = count;
        return candidate;
    }

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in title)
        {
            if (char.IsLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-') is { Length: > 0 } found ? found : "topic";
    }
}
