using System.Globalization;

namespace InterviewBot.Guides.Documents;

/// <summary>What a document says of itself between its first two lines of dashes. Other names are left to other tools.</summary>
internal sealed record FrontMatter(string? Title, string? Language, string? For, int? Minutes)
{
    private const string Code = "bad-front-matter";
    private const int MostMinutes = 600;

    private static readonly string[] Names = ["title", "language", "for", "minutes"];

    // Slips that are no other tool's names.
    private static readonly Dictionary<string, string> Slips = new(StringComparer.OrdinalIgnoreCase)
    {
        ["lang"] = "language",
        ["langauge"] = "language",
        ["languages"] = "language",
        ["minute"] = "minutes",
        ["mins"] = "minutes",
        ["duration"] = "minutes",
        ["audience"] = "for",
        ["for whom"] = "for",
        ["titel"] = "title",
    };

    private Dictionary<string, (int Line, int Column)> _at = [];

    public static FrontMatter None { get; } = new(null, null, null, null);

    /// <summary>Where the value of a name stands in the document; null: the name is not there.</summary>
    public (int Line, int Column)? At(string name) => _at.TryGetValue(name, out var at) ? at : null;

    /// <param name="line">The document's line of the first line of <paramref name="yaml"/>.</param>
    public static FrontMatter Read(string yaml, int line, DocumentProblems problems)
    {
        if (FlatYaml.Read(yaml, out var problem) is not { } values)
        {
            Report(problem?.At ?? (1, 1), problem?.What ?? "not YAML");
            return None;
        }
        var minutes = Get(values, "minutes");
        var isNumber = int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (minutes is not null && number is < 1 or > MostMinutes)
            Report(values["minutes"].At, $"minutes is a number from 1 to {MostMinutes}");
        var language = Get(values, "language");
        if (language is not null && !Begins(language, "zh") && !Begins(language, "en"))
            Report(values["language"].At, "language is en or zh-CN; en is used");
        foreach (var name in Names)
        {
            if (values.TryGetValue(name, out var value) && value.Texts is null)
                Report(value.At, FlatYaml.NeitherNor);
        }
        foreach (var (name, value) in values)
        {
            if (Slips.TryGetValue(name.Trim(), out var meant) && !values.ContainsKey(meant))
                Report(value.NameAt, $"\"{name}\" is not known, so it is not read", $"did you mean {meant}?");
        }
        return new FrontMatter(
            Get(values, "title"),
            language is null ? null
                : Begins(language, "zh") ? "zh-CN"
                : "en",
            Get(values, "for"),
            isNumber && number is >= 1 and <= MostMinutes ? number : null
        )
        {
            _at = values.ToDictionary(v => v.Key, v => InDocument(v.Value.At), StringComparer.OrdinalIgnoreCase),
        };

        void Report((int Line, int Column) at, string what, string? hint = null)
        {
            var (l, c) = InDocument(at);
            problems.BadYaml(Code, l, c, what, hint);
        }

        (int, int) InDocument((int Line, int Column) at) => (at.Line + line - 1, at.Column);
    }

    private static bool Begins(string text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);

    private static string? Get(Dictionary<string, YamlValue> values, string name) =>
        values.TryGetValue(name, out var value)
        && value.Texts is [var first, ..]
        && first.Trim() is { Length: > 0 } text
            ? text
            : null;
}
