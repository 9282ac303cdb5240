using System.Collections.Immutable;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Panel;

/// <summary>How a question or fork fared.</summary>
public enum Fared
{
    Asked,
    Skipped,

    /// <summary>On the way that a fork did not take: not missed.</summary>
    NotTaken,

    /// <summary>Never come to.</summary>
    Open,
}

/// <param name="Says">The same in words, with the rating's word: what a table shows where a picture has colours.</param>
/// <param name="Answer">Of a fork: the way it took.</param>
public sealed record FaredNode(
    int Block,
    string Node,
    string Words,
    bool IsFork,
    Fared Fared,
    bool? Answer,
    int? Rating,
    string Says
);

public sealed record FaredTopic(Topic Topic, ImmutableArray<FaredNode> Nodes);

/// <summary>
/// How an interview went through the flows of its guide, for a summary's pictures and the tables beside them. Worked out from the log's
/// head whenever somebody looks: nothing of it is stored or sent.
/// </summary>
/// <param name="Language">Of the bot's own words; the guide's texts are in <paramref name="GuideLanguage"/>.</param>
public sealed record FlowReport(string Title, string Language, string GuideLanguage, ImmutableArray<FaredTopic> Topics)
{
    /// <summary>
    /// Depth, skips and ratings are verdicts in disguise: before all scorecards are in only the interviewer may see the own ones.
    /// </summary>
    /// <returns>Null when there is no such interview in the loop, it has not begun, its guide's text is lost, or the viewer may not see it.</returns>
    public static FlowReport? Of(LoopView loop, StreamId interview, PersonId viewer, string language)
    {
        ArgumentNullException.ThrowIfNull(loop);
        var view = Find(loop, interview);
        return view is null || (!Panellists.IsOpen(loop) && view.Interview.Interviewer != viewer)
            ? null
            : Of(loop, view, view.Guide!, Texts.In(language));
    }

    /// <summary>For all who read in the channel, and the recruiters: once all scorecards are in. Null: not yet, or there is nothing to tell.</summary>
    internal static FlowReport? Open(LoopView loop, StreamId interview) =>
        Panellists.IsOpen(loop)
        && Find(loop, interview) is { } view
        && Of(loop, view, view.Guide!, Texts.In(view.Interview.Language)) is { Topics.IsEmpty: false } report
            ? report
            : null;

    private static InterviewView? Find(LoopView loop, StreamId interview) =>
        loop.Interviews.FirstOrDefault(i => i.Interview.Id == interview)
            is { Guide: not null, Interview.BegunAt: not null } view
            ? view
            : null;

    private static FlowReport Of(LoopView loop, InterviewView view, Guide guide, Texts texts) =>
        new(
            $"{Panellists.Candidate(loop, texts)} · {view.Interview.InterviewerName} · {view.Interview.GuideTitle}",
            texts.Language,
            guide.Language,
            [
                .. view
                    .Topics.Select(t => guide.Find(t.Key))
                    .OfType<Topic>()
                    .Select(t => Topic(t, view.Interview.Progress, texts))
                    .Where(t => t.Nodes.Any(n => n.Fared is Fared.Asked or Fared.Skipped)),
            ]
        );

    private static FaredTopic Topic(Topic topic, Progress progress, Texts texts)
    {
        var nodes = ImmutableArray.CreateBuilder<FaredNode>();
        foreach (var flow in topic.Flows)
        {
            var ahead = Ahead(topic, flow, progress);
            foreach (var node in flow.Nodes.Concat(flow.Unreachable))
            {
                var isFork = node.Kind == NodeKind.Condition;
                var isAsked = (isFork || node.Kind.IsQuestion()) && !topic.IsPoolsLabel(flow, node);
                if (isAsked && !string.IsNullOrWhiteSpace(node.Text))
                    nodes.Add(Node(topic, flow, node, isFork, ahead.Contains(node.Id), progress, texts));
            }
        }
        return new FaredTopic(topic, nodes.DrainToImmutable());
    }

    private static FaredNode Node(
        Topic topic,
        Flow flow,
        FlowNode node,
        bool isFork,
        bool isAhead,
        Progress progress,
        Texts texts
    )
    {
        var id = new QuestionId(topic.Key, flow.Block, node.Id);
        bool? answer = isFork && progress.Forks.TryGetValue(id, out var taken) ? taken.Yes : null;
        var fared =
            answer is not null ? Fared.Asked
            : progress.Passed.TryGetValue(id, out var passed)
                ? passed.As == PassedAs.NotNow ? Fared.Skipped
                    : Fared.Asked
            // Still on the card, or left otherwise than by Next: a rating says that it was asked.
            : progress.Ratings.ContainsKey(id) ? Fared.Asked
            : isAhead || topic.IsPool || flow.Unreachable.Contains(node) ? Fared.Open
            : Fared.NotTaken;
        int? rating = progress.Ratings.TryGetValue(id, out var rated) ? rated : null;
        return new FaredNode(
            flow.Block,
            node.Id,
            node.Text.Trim(),
            isFork,
            fared,
            answer,
            rating,
            Says(fared, answer, rating, texts)
        );
    }

    private static string Says(Fared fared, bool? answer, int? rating, Texts texts)
    {
        var standing =
            fared == Fared.Asked && answer is { } yes ? texts[yes ? "fork.yes" : "fork.no"] : Word(fared, texts);
        return rating is { } value ? $"{standing} · {Grade.Of(value, texts)}" : standing;
    }

    internal static string Word(Fared fared, Texts texts) =>
        fared switch
        {
            Fared.Asked => texts["question.asked"],
            Fared.Skipped => texts["fared.skipped"],
            Fared.NotTaken => texts["fared.not-taken"],
            _ => texts["fared.open"],
        };

    /// <summary>What can still be come to: from the start, behind answered forks only the way taken.</summary>
    private static HashSet<string> Ahead(Topic topic, Flow flow, Progress progress)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { flow.Start };
        var pending = new Stack<string>(seen);
        while (pending.TryPop(out var at))
        {
            var fork = new QuestionId(topic.Key, flow.Block, at);
            var only = progress.Forks.TryGetValue(fork, out var taken) ? (taken.Yes ? Way.Yes : Way.No) : (Way?)null;
            foreach (var way in Enum.GetValues<Way>())
            {
                if ((only is null || way == only) && flow.Follow(at, way) is { } next && seen.Add(next.Id))
                    pending.Push(next.Id);
            }
        }
        return seen;
    }
}
