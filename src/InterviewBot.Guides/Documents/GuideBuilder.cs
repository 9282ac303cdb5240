using System.Collections.Immutable;

namespace InterviewBot.Guides.Documents;

/// <summary>Puts the topics of an outline into stages.</summary>
internal sealed class GuideBuilder(List<OutlineSection> sections, string title)
{
    private readonly UniqueKeys _stageKeys = new();
    private readonly UniqueKeys _topicKeys = new();

    public ImmutableArray<Stage> Stages()
    {
        var steps = sections.Where(IsOutermostStep).ToList();
        var stages = ImmutableArray.CreateBuilder<Stage>(steps.Count);
        OutlineSection? last = null;
        foreach (var step in steps)
        {
            var topics = Topics(step);
            if (topics.IsEmpty)
                continue;
            last = step;
            var words = step.Words;
            stages.Add(
                new Stage(
                    _stageKeys.For(words.Number, Title(step)),
                    words.Number,
                    Title(step),
                    step.EffectiveRequired,
                    stages.Count == 0 && words.Number is "0" or "零" or "〇",
                    false,
                    ProseLine.Join(TopicBuilder.Prose(step)),
                    topics
                )
            );
        }
        if (last is not null && ClosingTopics.Hold(last, stages[^1].Title, stages[^1].Topics))
            stages[^1] = stages[^1] with { IsClosing = true };
        return stages.DrainToImmutable();
    }

    /// <summary>A step is numbered, flagged, timed or has a flow; groups above it are headings of the document, not stages.</summary>
    private static bool IsOutermostStep(OutlineSection section)
    {
        if (!IsStep(section))
            return false;
        for (var above = section.Parent; above is not null; above = above.Parent)
        {
            if (above.Kind != SectionKind.Document && IsStep(above))
                return false;
        }
        return true;
    }

    private static bool IsStep(OutlineSection section) =>
        section.Question is null
        && (SectionKinds.IsTopic(section) || (section.Kind == SectionKind.Group && section.IsMarkedAsStep));

    private ImmutableArray<Topic> Topics(OutlineSection step)
    {
        var topics = ImmutableArray.CreateBuilder<Topic>();
        // The prose of a group waits for the group's first topic; so does that of the groups above the stage.
        var waiting = new List<ProseLine>();
        foreach (var above in GroupsWithFirstChild(step))
            waiting.AddRange(TopicBuilder.Prose(above));
        // A flow right below the document's title is a step of its own, beside those of the sections.
        foreach (var section in step.Kind == SectionKind.Document ? [step] : step.All())
        {
            if (SectionKinds.IsTopic(section))
            {
                var key = _topicKeys.For(section.Words.Number, Title(section));
                section.Topic = TopicBuilder.Build(section, key, Title(section), waiting);
                topics.Add(section.Topic);
                waiting.Clear();
            }
            else if (section.Kind == SectionKind.Group)
            {
                waiting.AddRange(TopicBuilder.Prose(section));
            }
        }
        return topics.DrainToImmutable();
    }

    private static Stack<OutlineSection> GroupsWithFirstChild(OutlineSection step)
    {
        var groups = new Stack<OutlineSection>();
        for (var section = step; section.Parent is { Kind: SectionKind.Group } above; section = above)
        {
            if (above.Children.Find(c => c.Kind is SectionKind.Topic or SectionKind.Group) != section)
                break;
            groups.Push(above);
        }
        return groups;
    }

    private string Title(OutlineSection section) => section.Level == 0 ? title : section.Words.Title;
}
