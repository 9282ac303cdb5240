using InterviewBot.Guides.Flows;

namespace InterviewBot.Interviews.Dialogs;

/// <summary>The questions of a pool, in the order of the guide: all that are asked, reachable or not, except the subroutine that makes it a pool.</summary>
internal static class PoolQuestions
{
    public static IEnumerable<(QuestionId Id, FlowNode Node)> Of(TopicDialog dialog) =>
        dialog
            .Topic.Flows.SelectMany(flow =>
                flow.Nodes.Concat(flow.Unreachable)
                    .Where(node => !dialog.Topic.IsPoolsLabel(flow, node))
                    .Select(node => (flow.Block, node))
            )
            .Where(x => TopicDialog.IsQuestion(x.node))
            .Select(x => (dialog.IdOf(x.Block, x.node), x.node));
}
