using InterviewBot.Guides.Documents;

namespace InterviewBot.Guides.Linting;

/// <summary>Topic blocks: where they stand, what they lack, and triggers that point nowhere.</summary>
internal static class TopicAdvice
{
    private const int LongestLeadIn = 160;

    public static void Give(Advice advice)
    {
        foreach (var section in advice.Draft.Outline.Where(s => s.SettingsAt.Count > 0))
        {
            if (section.Topic is null)
                advice.Warn(
                    "stray-topic-block",
                    section.SettingsAt[0],
                    "this section is no topic, so the topic block is not used",
                    "move it below the heading of a topic"
                );
            else if (section.SettingsAt.Count > 1)
                advice.Warn(
                    "duplicate-topic-block",
                    section.SettingsAt[^1],
                    $"the topic has a block in line {section.SettingsAt[0].Line} already; only this one is used"
                );
        }
        Triggers(advice);
        foreach (var topic in advice.Topics)
        {
            LeadIn(advice, topic);
            Missing(advice, topic);
        }
    }

    private static void Triggers(Advice advice)
    {
        var crowded = TopicWords.Crowded(
            advice.Topics.Select(s => s.Topic!.Triggers.IsEmpty ? [] : TopicWords.Of(s.Topic))
        );
        foreach (var section in advice.Topics)
        {
            var lost = (section.Settings?.Triggers ?? []).Where(t => crowded.Contains(TopicWords.Fold(t))).ToList();
            if (lost.Count > 0)
                advice.Warn(
                    "duplicate-trigger",
                    section.SettingsAt[^1],
                    $"{string.Join(", ", lost.Select(t => $"\"{t}\""))} stands in more than {TopicWords.MostTopics} topics, so it offers none",
                    "keep it where it fits best"
                );
        }
    }

    private static void LeadIn(Advice advice, OutlineSection section)
    {
        if (section.Settings?.LeadIn is { Length: > LongestLeadIn } leadIn)
            advice.Info(
                "too-long",
                section.SettingsAt[^1],
                $"the lead-in has {leadIn.Length} characters; more than {LongestLeadIn} are no glance",
                "say it in one sentence"
            );
    }

    private static void Missing(Advice advice, OutlineSection section)
    {
        if (!advice.UsesTopicBlocks)
            return;
        var settings = section.Settings;
        var missing = new[]
        {
            settings?.Minutes is null ? "minutes" : null,
            section.Topic!.LeadIn is null ? "lead-in" : null,
            // A word that leads to a single question or a pool is rarely a good one.
            section.Flows.Count > 0
            && !section.Topic.IsPool
            && section.Topic.Triggers.IsEmpty
                ? "triggers"
                : null,
        }.OfType<string>().ToList();
        if (missing.Count > 0)
            advice.Info(
                "missing-setting",
                section.SettingsAt.Count > 0 ? section.SettingsAt[^1] : Advice.At(section),
                $"the topic has no {string.Join(", ", missing)}",
                "write them into its topic block"
            );
    }
}
