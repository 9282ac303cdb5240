using System.Collections.Immutable;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Events;

namespace InterviewBot.Interviews.Deciding;

/// <summary>
/// The plan: what is kept whatever the time (opening, closing, the strongest topic of each required stage), then as many topics as fit
/// the minutes: required ones first, stronger ones first, else in the guide's order.
/// </summary>
internal static class Planning
{
    public static ImmutableArray<PlannedTopic> Make(Guide guide, int minutes)
    {
        var stages = guide.Stages.Where(s => !s.IsPreparation && !s.Topics.IsEmpty).ToList();
        var planned = guide.Kept.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var left = minutes - guide.Kept.Sum(t => t.Minutes);
        foreach (
            var topic in stages
                .SelectMany(s => s.Topics.Select(t => (Topic: t, Required: guide.IsRequired(s, t))))
                .OrderByDescending(x => x.Required)
                .ThenBy(x => x.Topic.Priority)
                .Select(x => x.Topic)
        )
        {
            if (topic.Minutes <= left && planned.Add(topic.Key))
                left -= topic.Minutes;
        }

        return
        [
            .. stages.SelectMany(s =>
                s.Topics.Select(t => new PlannedTopic(
                    t.Key,
                    t.Title,
                    s.Key,
                    s.Title,
                    guide.IsRequired(s, t),
                    s.IsClosing,
                    t.IsPool,
                    t.Minutes,
                    planned.Contains(t.Key)
                ))
            ),
        ];
    }
}
