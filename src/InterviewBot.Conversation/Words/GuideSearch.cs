using System.Collections.Immutable;

namespace InterviewBot.Conversation.Words;

/// <summary>What a query found on the shelf. At most one of the three holds something.</summary>
/// <param name="Ambiguous">Guides that fit equally well.</param>
/// <param name="Nearest">Guides with the nearest names, as none fits; at most three.</param>
public sealed record GuideMatch(
    GuideName? Found,
    ImmutableArray<GuideName> Ambiguous,
    ImmutableArray<GuideName> Nearest
);

/// <summary>Finds the guide that a person means by its file name, its title or any unambiguous part.</summary>
public static class GuideSearch
{
    private const int Shown = 3;

    /// <param name="language">Of a guide that stands there in several languages, the one in this language is meant.</param>
    public static GuideMatch Find(IReadOnlyList<GuideName> guides, string query, string? language = null)
    {
        var wanted = Folded.Command(query);
        if (wanted.Length == 0)
            return guides.Count == 1 ? new(guides[0], [], []) : new(null, [.. guides], []);
        Func<string, bool>[] ways =
        [
            name => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase),
            name => name.StartsWith(wanted, StringComparison.OrdinalIgnoreCase),
            name => name.Contains(wanted, StringComparison.OrdinalIgnoreCase),
            name => HoldsEachWord(name, wanted),
        ];
        foreach (var fits in ways)
        {
            var found = guides.Where(g => fits(g.Name) || fits(Folded.Command(g.Title))).ToImmutableArray();
            if (found.Length == 1)
                return new(found[0], [], []);
            if (found.Length > 1)
                return Translated(found, language) is { } mine ? new(mine, [], []) : new(null, found, []);
        }
        return new(null, [], [.. guides.OrderBy(g => Distance(g, wanted)).Take(Shown)]);
    }

    // "backend-python.en" and "backend-python.zh-CN" are one guide to whoever asks for "backend".
    private static GuideName? Translated(ImmutableArray<GuideName> found, string? language) =>
        found.Select(Stem).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1
            ? found.FirstOrDefault(g => g.Language is not null && g.Language == language)
            : null;

    private static string Stem(GuideName guide) =>
        guide.Language is { } language && guide.Name.EndsWith('.' + language, StringComparison.OrdinalIgnoreCase)
            ? guide.Name[..^(language.Length + 1)]
            : guide.Name;

    // "python backend" finds "backend-python".
    private static bool HoldsEachWord(string name, string wanted) =>
        wanted.Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words
        && words.All(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    // A mistyped part should find the whole: the query is compared with each word of the name, too.
    private static int Distance(GuideName guide, string wanted) =>
        new[] { guide.Name, guide.Title }
            .SelectMany(name => name.Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries).Append(name))
            .Select(name => Edits(name.ToLowerInvariant(), wanted.ToLowerInvariant()))
            .DefaultIfEmpty(int.MaxValue)
            .Min();

    /// <summary>Levenshtein's distance. Names longer than 64 characters count by their beginning.</summary>
    private static int Edits(string a, string b)
    {
        a = a.Length > 64 ? a[..64] : a;
        b = b.Length > 64 ? b[..64] : b;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
