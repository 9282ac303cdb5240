using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Views;

internal static class AskingViews
{
    public static AskingView? Of(Interview interview, Guide guide)
    {
        var id = interview.AtHand;
        if (id is null || guide.Find(id.Topic) is not { } topic)
            return null;
        var dialog = new TopicDialog(topic);
        if (dialog.Find(id) is not { } node || dialog.FlowOf(id.Block) is not { } flow)
            return null;
        var progress = interview.Progress;
        var looking = interview.Looking is not null;
        var isFork = node.Kind == NodeKind.Condition;
        var picked = !looking && progress.Top is { Kind: FrameKind.Pick };
        var asked = progress.Passed.Count(p => p.Key.Topic == id.Topic && !p.Value.Picked && p.Key != id);
        var (shortest, longest) = Ahead(topic, flow, node, progress);
        var planned = interview.Planned(id.Topic);
        var notes = topic.About(id.Block, id.Node);
        var enteredAt = progress.EnteredAt.TryGetValue(id.Topic, out var at) ? at : (DateTimeOffset?)null;
        return new AskingView(
            id,
            Spots.Words(node),
            topic.Key,
            topic.Title,
            notes,
            Math.Min(interview.SaidIndex.GetValueOrDefault(id), Math.Max(notes.Say.Length - 1, 0)),
            topic.Tip,
            progress.Arrival.EnteredTopic && !looking,
            topic.LeadIn,
            isFork || picked ? 0 : asked + 1,
            asked + shortest,
            asked + longest,
            Until(interview, enteredAt, planned?.Minutes ?? topic.Minutes),
            !picked && !looking && IsLast(dialog, id, isFork, progress),
            planned?.IsClosing ?? false,
            isFork ? notes.Fork ?? ForkWording.Of(node.Text) : null,
            looking,
            progress.Ratings.TryGetValue(id, out var rating) ? rating : null,
            node.Link
        );
    }

    // The flows of a topic follow each other, so those of later blocks lie ahead as well.
    private static (int Shortest, int Longest) Ahead(Topic topic, Flow flow, FlowNode node, Progress progress)
    {
        var (shortest, longest) = flow.Questions(node.Id);
        foreach (var pending in progress.Top?.Pending ?? [])
        {
            var (more, most) = flow.Questions(pending.Node);
            var (after, afterMost) = pending.Join is { } join && join != pending.Node ? flow.Questions(join) : (0, 0);
            (shortest, longest) =
                pending.Join == pending.Node
                    ? (shortest, longest)
                    : (shortest + more - after, longest + most - afterMost);
        }
        foreach (var later in topic.Flows.Where(f => f.Block > flow.Block))
        {
            var (more, most) = later.Questions(later.Start);
            (shortest, longest) = (shortest + more, longest + most);
        }
        return (shortest, Math.Max(shortest, longest));
    }

    private static bool IsLast(TopicDialog dialog, QuestionId id, bool isFork, Progress progress) =>
        !isFork
        && dialog.Settle(
            id.Block,
            dialog.FlowOf(id.Block)?.Follow(id.Node, Way.Next)?.Id,
            progress.Top?.Pending ?? [],
            (q, node) =>
                node.Kind == NodeKind.Condition || InterviewViews.IsOpen(progress, q) ? Meeting.Halt : Meeting.PassOver,
            _ => false
        )
            is null;

    private static DateTimeOffset? Until(Interview interview, DateTimeOffset? enteredAt, int minutes)
    {
        if (enteredAt is not { } at || interview.EndsAt is not { } end)
            return null;
        var until = at + TimeSpan.FromMinutes(minutes);
        return until < end ? until : end;
    }
}
