using System.Collections.Immutable;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Views;

internal static class ChoiceViews
{
    /// <summary>A menu longer than this is no help while somebody is waiting.</summary>
    private const int MostMore = 40;

    public static ImmutableArray<ChoiceView> OfPool(Interview interview, Guide guide)
    {
        if (interview.Spot.Kind != SpotKind.Pool || guide.Find(interview.Spot.Topic) is not { } topic)
            return [];
        return
        [
            .. PoolQuestions
                .Of(new TopicDialog(topic))
                .Select(q => new ChoiceView(
                    q.Id,
                    Spots.Words(q.Node),
                    topic.Title,
                    !InterviewViews.IsOpen(interview.Progress, q.Id),
                    null
                )),
        ];
    }

    /// <summary>
    /// Questions that walking does not bring: those that cannot be reached, those of pools, those left for later or on the way not taken of a topic
    /// that is closed. The present topic's first; what was asked is left out, as is what still comes by itself.
    /// </summary>
    public static ImmutableArray<ChoiceView> More(Interview interview, Guide guide)
    {
        if (!interview.IsLive)
            return [];
        var here = interview.Spot.Topic;
        var topics = interview.Plan.Select(t => guide.Find(t.Key)).OfType<Topic>();
        return
        [
            .. topics
                .OrderByDescending(t => t.Key == here)
                .SelectMany(t => Of(interview, t))
                .Where(c => !c.Passed && c.Question != interview.Spot.Question)
                .Take(MostMore),
        ];
    }

    private static IEnumerable<ChoiceView> Of(Interview interview, Topic topic)
    {
        var dialog = new TopicDialog(topic);
        if (topic.IsPool)
        {
            return interview.Spot is { Kind: SpotKind.Pool } spot && spot.Topic == topic.Key
                ? []
                : PoolQuestions.Of(dialog).Select(q => View(interview, topic, q.Id, q.Node));
        }
        var closed = InterviewViews.IsClosed(interview.Progress, topic.Key);
        return topic
            .Flows.SelectMany(f =>
                (closed ? f.Nodes.Concat(f.Unreachable) : f.Unreachable).Select(n =>
                    (Id: dialog.IdOf(f.Block, n), Node: n)
                )
            )
            .Where(x => TopicDialog.IsQuestion(x.Node))
            .Select(x => View(interview, topic, x.Id, x.Node));
    }

    private static ChoiceView View(Interview interview, Topic topic, QuestionId id, Guides.Flows.FlowNode node) =>
        new(id, Spots.Words(node), topic.Title, !InterviewViews.IsOpen(interview.Progress, id), null);
}
