using System.Collections.Immutable;
using System.Globalization;

namespace InterviewBot.Guides.Documents;

/// <summary>A fenced <c>topic</c> block: what a topic's author settles in YAML.</summary>
internal sealed record TopicBlock(int? Minutes, ImmutableArray<string> Triggers, string? LeadIn, int? Priority)
{
    /// <returns>Null when the block is no such YAML.</returns>
    public static TopicBlock? Read(string yaml, out string? problem)
    {
        var read = FlatYaml.Read(yaml, out var wrong);
        problem = wrong is null ? null : $"line {wrong.At.Line}: {wrong.What}";
        if (read is not { } values)
            return null;
        if (values.Keys.FirstOrDefault(k => Name(k) is null) is { } unknown)
            problem = $"\"{unknown}\" is not known; the names are minutes, priority, triggers and lead-in";
        if (values.Values.FirstOrDefault(v => v.Texts is null) is { } nested)
            problem = $"line {nested.At.Line}: {FlatYaml.NeitherNor}";
        var byName = values.Where(v => Name(v.Key) is not null).ToLookup(v => Name(v.Key), v => v.Value.Texts ?? []);
        var minutes = byName["minutes"].SelectMany(v => v).FirstOrDefault();
        var isNumber = int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (minutes is not null && number is < 1 or > 600)
            problem = "minutes is a number from 1 to 600";
        var priority = byName["priority"].SelectMany(v => v).FirstOrDefault()?.Trim();
        if (priority is not (null or "1" or "2" or "3"))
            problem = "priority is 1 (planned first), 2 or 3";
        return new TopicBlock(
            isNumber && number is >= 1 and <= 600 ? number : null,
            [
                .. byName["triggers"]
                    .SelectMany(v => v.Count == 1 ? v[0].Split(',', '，', '、') : [.. v])
                    .Select(t => t.Trim())
                    .Where(t => t.Length > 0),
            ],
            byName["lead-in"].SelectMany(v => v).Select(t => t.Trim()).FirstOrDefault(t => t.Length > 0),
            priority is "1" or "2" or "3" ? priority[0] - '0' : null
        );
    }

    private static string? Name(string key) =>
        key.Trim().ToLowerInvariant() switch
        {
            "minutes" or "分钟" or "时长" => "minutes",
            "priority" or "优先级" or "优先" => "priority",
            "triggers" or "trigger" or "触发词" or "关键词" => "triggers",
            "lead-in" or "lead in" or "leadin" or "lead_in" or "引入" or "引导" or "过渡" => "lead-in",
            _ => null,
        };
}
