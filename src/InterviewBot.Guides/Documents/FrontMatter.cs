using System.Globalization;

namespace InterviewBot.Guides.Documents;

/// <summary>What a document says of itself between its first two lines of dashes. Other names are left to other tools.</summary>
internal sealed record FrontMatter(string? Title, string? Language, string? For, int? Minutes)
{
    public static FrontMatter None { get; } = new(null, null, null, null);

    public static FrontMatter Read(string yaml, DocumentProblems problems)
    {
        if (FlatYaml.Read(yaml, out var problem) is not { } values)
        {
            problems.BadYaml("bad-front-matter", 1, 1, problem ?? "not YAML");
            return None;
        }
        var minutes = Get(values, "minutes");
        var isNumber = int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (minutes is not null && number is < 1 or > 600)
            problems.BadYaml("bad-front-matter", 1, 1, "minutes is a number from 1 to 600");
        if (
            Get(values, "language") is { } language
            && !language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase)
        )
            problems.BadYaml("bad-front-matter", 1, 1, "language is en or zh-CN; en is used");
        return new FrontMatter(
            Get(values, "title"),
            Get(values, "language") is { } spoken
                ? spoken.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
                    ? "zh-CN"
                    : "en"
                : null,
            Get(values, "for"),
            isNumber && number is >= 1 and <= 600 ? number : null
        );
    }

    private static string? Get(Dictionary<string, List<string>> values, string name) =>
        values.TryGetValue(name, out var list) && list.Count > 0 && list[0].Trim() is { Length: > 0 } value
            ? value
            : null;
}
