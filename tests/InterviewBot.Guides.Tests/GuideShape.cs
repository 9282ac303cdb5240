using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;

namespace InterviewBot.Guides.Tests;

/// <summary>What two languages of a guide have in common: all but the words.</summary>
internal static class GuideShape
{
    /// <summary>A line for each stage, topic and node; arrows as <see cref="Arrows"/>.</summary>
    public static IEnumerable<string> Of(Guide guide)
    {
        yield return $"{guide.Minutes} min";
        foreach (var stage in guide.Stages)
        {
            yield return $"stage {stage.Key} {Flag(stage.Required)}";
            foreach (var topic in stage.Topics)
            {
                yield return $"topic {topic.Key} {Flag(topic.Required)} {topic.Minutes} min priority {topic.Priority}{(topic.IsPool ? " pool" : "")}";
                foreach (var flow in topic.Flows)
                {
                    foreach (var node in flow.Nodes.Concat(flow.Unreachable).OrderBy(n => n.Id, StringComparer.Ordinal))
                        yield return $"{topic.Key} {node.Id} {node.Kind.Name()} {topic.About(flow.Block, node.Id).Fork}".TrimEnd();
                    yield return $"{topic.Key} {Arrows(flow)}";
                }
            }
        }
    }

    /// <summary>"cond1-no->e cond1-yes->op4 …", sorted.</summary>
    public static string Arrows(Flow flow) =>
        string.Join(
            ' ',
            flow.Edges.Select(e => $"{e.From}-{(e.Way == Way.Next ? "" : e.Way.Label())}->{e.To}")
                .Select(e => e.Replace("-->", "->", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );

    private static string Flag(bool? required) =>
        required switch
        {
            true => "required",
            false => "optional",
            null => "-",
        };
}
