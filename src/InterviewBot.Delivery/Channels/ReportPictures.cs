using InterviewBot.Conversation.Panel;
using InterviewBot.Pictures;

namespace InterviewBot.Delivery.Channels;

/// <summary>How an interview went, as charts: the same picture on pages, in cards and in files.</summary>
public static class ReportPictures
{
    /// <summary>One topic's flows; null when there is nothing to draw, or too much.</summary>
    public static Chart? OfTopic(FlowReport report, FaredTopic topic)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(topic);
        return Charts.HasFlow(topic.Topic) ? Charts.OfTopic(topic.Topic, report.GuideLanguage, MarksOf(topic)) : null;
    }

    /// <summary>All topics that were begun, one below the other; null when there is nothing to draw.</summary>
    public static Chart? OfInterview(FlowReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Charts.OfTopics(report.Title, report.GuideLanguage, report.Topics.Select(t => (t.Topic, MarksOf(t))));
    }

    private static Marks MarksOf(FaredTopic topic) =>
        new(
            topic.Nodes.ToDictionary(
                n => $"{n.Block}/{n.Node}",
                n => new NodeMark(
                    n.Fared switch
                    {
                        Fared.Asked => Standing.Asked,
                        Fared.Skipped => Standing.Skipped,
                        Fared.NotTaken => Standing.NotTaken,
                        _ => Standing.Open,
                    },
                    n.Rating,
                    n.Answer
                )
            )
        );
}
