using System.Collections.Immutable;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Views;

/// <summary>Where the answers to a fork lead. Forks in a row stand on one card: as long as there are at most four ways, each way is answered at once.</summary>
internal static class BranchViews
{
    private const int MostWays = 4;

    public static ImmutableArray<BranchView> Of(Interview interview, Guide guide)
    {
        if (
            interview.Looking is not null
            || interview.Spot is not { Kind: SpotKind.Fork, Question: { } fork }
            || guide.Find(fork.Topic) is not { } topic
        )
            return [];
        var dialog = new TopicDialog(topic);
        if (interview.Progress.Top is not { } frame || dialog.Find(fork) is not { } node)
            return [];
        var root = new Ways(dialog, interview, guide, frame);
        var ways = root.Both([], [], [Spots.Words(node)], frame);
        // One fork answered, the next still open: split it while all ways still fit on one card.
        for (var i = 0; i < ways.Count; i++)
        {
            if (ways[i].Stop is not { IsFork: true } next || ways.Count + 1 > MostWays)
                continue;
            var from = frame with { Block = next.Block, Node = next.Node.Id, Pending = next.Pending };
            var split = root.Both(ways[i].Answers, ways[i].Names, ways[i].Forks.Add(Spots.Words(next.Node)), from);
            ways.RemoveAt(i);
            ways.InsertRange(i, split);
            i--;
            if (ways.Count >= MostWays)
                break;
        }
        return [.. ways.Select(root.View)];
    }

    private sealed record Taken(
        ImmutableArray<bool> Answers,
        ImmutableArray<string> Names,
        ImmutableArray<string> Forks,
        Stop? Stop
    );

    private sealed class Ways(TopicDialog dialog, Interview interview, Guide guide, Frame frame)
    {
        public List<Taken> Both(
            ImmutableArray<bool> answers,
            ImmutableArray<string> names,
            ImmutableArray<string> forks,
            Frame from
        )
        {
            var flow = dialog.FlowOf(from.Block);
            return [One(true, Way.Yes), One(false, Way.No)];

            Taken One(bool answer, Way way) =>
                new(
                    answers.Add(answer),
                    names.Add(flow?.BranchName(from.Node, way) ?? ""),
                    forks,
                    dialog.Leave(from, way, Meet, _ => false)
                );
        }

        public BranchView View(Taken taken)
        {
            if (taken.Stop is not { } stop)
                return new BranchView(
                    taken.Answers,
                    taken.Forks,
                    null,
                    NextTopic()?.Title,
                    0,
                    NextTopic()?.Minutes ?? 0
                )
                {
                    Names = taken.Names,
                };
            var questions = dialog.FlowOf(stop.Block)?.Questions(stop.Node.Id).Shortest ?? 0;
            return new BranchView(
                taken.Answers,
                taken.Forks,
                Spots.Words(stop.Node),
                null,
                questions,
                Math.Max(1, questions * MinutesEach())
            )
            {
                Names = taken.Names,
            };
        }

        private Meeting Meet(QuestionId id, FlowNode node) =>
            node.Kind == NodeKind.Condition
            || InterviewViews.IsOpen(interview.Progress, id)
            || interview.Progress.Passed[id].Number > frame.Since
                ? Meeting.Halt
                : Meeting.PassOver;

        // The topic's own minutes over its questions, so that all cards of a topic reckon alike.
        private int MinutesEach()
        {
            var all = dialog.Topic.Flows.Sum(f => f.Questions(f.Start).Shortest);
            return Math.Max(1, (int)Math.Round((double)dialog.Topic.Minutes / Math.Max(1, all)));
        }

        private (string Title, int Minutes)? NextTopic()
        {
            var below = interview.Progress.Stack.Length > 1 ? interview.Progress.Stack[^2] : null;
            if (below is not null)
                return (below.TopicTitle, guide.Find(below.Topic)?.Minutes ?? 0);
            var next = interview.Plan.FirstOrDefault(t =>
                t.Planned
                && t.Key != frame.Topic
                && !InterviewViews.IsClosed(interview.Progress, t.Key)
                && (!interview.Progress.WrappedUp || t.IsClosing)
            );
            return next is null ? null : (next.Title, next.Minutes);
        }
    }
}
