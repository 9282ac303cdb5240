using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;

namespace InterviewBot.Interviews.Dialogs;

/// <summary>What stands on a card for a place in a guide.</summary>
internal static class Spots
{
    public static Spot Of(Topic topic, Stop stop)
    {
        var id = new QuestionId(topic.Key, stop.Block, stop.Node.Id);
        return stop.IsFork
            ? new Spot(SpotKind.Fork, id, Words(stop.Node), topic.Key, topic.Title)
            : Ask(topic, id, stop.Node);
    }

    public static Spot Ask(Topic topic, QuestionId id, FlowNode node) =>
        new(SpotKind.Question, id, Words(node), topic.Key, topic.Title);

    public static Spot Pool(Topic topic) =>
        new(SpotKind.Pool, null, topic.PoolLabel ?? topic.Title, topic.Key, topic.Title);

    /// <summary>A fork without a label still has to say something on its card: its id.</summary>
    public static string Words(FlowNode node) => LabelWords.Of(node.Text) is { Length: > 0 } words ? words : node.Id;
}
