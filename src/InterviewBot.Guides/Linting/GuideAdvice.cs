using InterviewBot.Guides.Documents;

namespace InterviewBot.Guides.Linting;

/// <summary>What concerns the document as a whole.</summary>
internal static class GuideAdvice
{
    private const int UsualMinutes = 60;

    public static void Give(Advice advice)
    {
        if (advice.Guide.Stages.IsEmpty)
            advice.Warn(
                "nothing-to-ask",
                advice.Draft.Outline is [var first, ..] ? Advice.At(first) : (1, 1),
                "this cannot be started: no heading is numbered, flagged or has a flow, so there is nothing to ask",
                "number the headings of the steps: ## 1. Opening"
            );
        Minutes(advice);
        FrontMatter(advice);
        foreach (var section in advice.Draft.Outline)
        {
            if (section is { Words.IsTimed: true, Kind: SectionKind.Topic or SectionKind.Group, Question: null })
                advice.Info(
                    "time-not-number",
                    Advice.At(section),
                    "the heading begins with a time or a ratio, which is no number; all its words are the title of the step",
                    "to number the step, write its number and a dot first"
                );
            if (section.Words.Required == true && section.Parent?.EffectiveRequired == false)
                advice.Info(
                    "required-in-optional",
                    Advice.At(section),
                    "this is required, but stands in an optional stage",
                    "the stage may be left out as a whole; flag the stage if this must be asked"
                );
        }
    }

    private static void Minutes(Advice advice)
    {
        var guide = advice.Guide;
        if (guide.Minutes is null && !advice.Topics.Exists(t => t.Settings?.Minutes is not null))
            return;
        var budget = guide.Minutes ?? UsualMinutes;
        var kept = guide.Kept.ToList();
        if (kept.Sum(t => t.Minutes) is var sum && sum > budget)
            advice.Warn(
                "minutes-over-budget",
                advice.Draft.About.At("minutes") ?? (1, 1),
                $"what every plan takes needs {sum} minutes, the interview has {budget}: "
                    + string.Join(", ", kept.Select(t => $"{t.Title} {t.Minutes}")),
                "shorten these topics, or raise minutes in the front matter"
            );
    }

    private static void FrontMatter(Advice advice)
    {
        if (!advice.UsesParts && !advice.UsesTopicBlocks)
            return;
        var about = advice.Draft.About;
        var missing = new[] { about.For is null ? "for" : null, about.Minutes is null ? "minutes" : null }
            .OfType<string>()
            .ToList();
        if (missing.Count > 0)
            advice.Info(
                "missing-front-matter",
                // Written, but empty or no number: there is where to mend it.
                missing.Select(about.At).FirstOrDefault(at => at is not null)
                    ?? (1, 1),
                $"the front matter does not say {string.Join(" and ", missing)}",
                "for: whom the guide suits; minutes: how long the interview is (60 otherwise)"
            );
    }
}
