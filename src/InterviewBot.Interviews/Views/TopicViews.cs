using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Views;

internal static class TopicViews
{
    public static TopicView Of(Interview interview, Guide? guide, PlannedTopic planned)
    {
        var progress = interview.Progress;
        var covered = Asked.InTopic(interview, planned.Key);
        return new TopicView(
            planned.Key,
            planned.Title,
            planned.StageTitle,
            planned.Required,
            planned.IsClosing,
            planned.IsPool,
            planned.Planned,
            planned.Minutes,
            covered ? Coverage.Covered
                : progress.Topics.ContainsKey(planned.Key) ? Coverage.Begun
                : Coverage.Open,
            guide?.Find(planned.Key) is { } topic ? Open(progress, new TopicDialog(topic)) : 0,
            InterviewViews.IsClosed(progress, planned.Key),
            progress.Spot.Kind != SpotKind.NothingLeft && progress.Spot.Topic == planned.Key,
            progress.TopicRatings.TryGetValue(planned.Key, out var rating) ? rating : null
        );
    }

    /// <summary>Questions still to be asked on the present way: forks as answered, else the shorter branch.</summary>
    private static int Open(Progress progress, TopicDialog dialog)
    {
        if (dialog.Topic.IsPool)
            return PoolQuestions.Of(dialog).Count(q => InterviewViews.IsOpen(progress, q.Id));
        var open = 0;
        dialog.Enter(
            (id, node) =>
            {
                if (node.Kind != NodeKind.Condition && InterviewViews.IsOpen(progress, id))
                    open++;
                return Meeting.PassOver;
            },
            fork => progress.Forks.TryGetValue(fork, out var taken) ? taken.Yes : YesIsShorter(dialog, fork)
        );
        return open;
    }

    public static bool YesIsShorter(TopicDialog dialog, QuestionId fork)
    {
        if (dialog.FlowOf(fork.Block) is not { } flow)
            return false;
        var (yes, no) = (flow.Follow(fork.Node, Way.Yes), flow.Follow(fork.Node, Way.No));
        return no is null || (yes is not null && flow.Questions(yes.Id).Shortest < flow.Questions(no.Id).Shortest);
    }
}
