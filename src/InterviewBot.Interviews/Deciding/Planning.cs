using System.Collections.Immutable;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Events;

namespace InterviewBot.Interviews.Deciding;

/// <summary>The plan: required stages and as many topics as fit the minutes, in the guide's order.</summary>
internal static class Planning
{
    public static ImmutableArray<PlannedTopic> Make(Guide guide, int minutes)
    {
        var stages = guide.Stages.Where(s => !s.IsPreparation && !s.Topics.IsEmpty).ToList();
        // A guide without any flag means all of it.
        var flagged = stages.Any(s => s.Required is not null || s.Topics.Any(t => t.Required is not null));
        var planned = new HashSet<string>(StringComparer.Ordinal);
        var left = minutes;

        void Take(Topic topic, bool always)
        {
            if ((!always && topic.Minutes > left) || !planned.Add(topic.Key))
                return;
            left -= topic.Minutes;
        }

        bool Required(Stage stage, Topic topic) => !flagged || (topic.Required ?? stage.Required) == true;

        // Opening and closing are kept whatever the time; of each other required stage at least the first topic.
        foreach (var stage in stages)
        {
            if (stage.IsClosing || (stage.Topics.Length == 1 && Required(stage, stage.Topics[0])))
                stage.Topics.ToList().ForEach(t => Take(t, always: true));
        }
        foreach (var stage in stages.Where(s => Required(s, s.Topics[0])))
            Take(stage.Topics[0], always: true);
        foreach (
            var (stage, topic) in stages.SelectMany(s => s.Topics.Select(t => (s, t))).Where(x => Required(x.s, x.t))
        )
            Take(topic, always: false);
        foreach (var topic in stages.SelectMany(s => s.Topics))
            Take(topic, always: false);

        return
        [
            .. stages.SelectMany(s =>
                s.Topics.Select(t => new PlannedTopic(
                    t.Key,
                    t.Title,
                    s.Key,
                    s.Title,
                    Required(s, t),
                    s.IsClosing,
                    t.IsPool,
                    t.Minutes,
                    planned.Contains(t.Key)
                ))
            ),
        ];
    }
}
