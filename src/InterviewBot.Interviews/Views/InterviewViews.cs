using System.Collections.Immutable;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Views;

/// <summary>Works out what cards need to know. Pure; linear in the size of the guide.</summary>
public static class InterviewViews
{
    public static InterviewView Of(Interview interview, Guide? guide)
    {
        ArgumentNullException.ThrowIfNull(interview);
        var topics = interview.Plan.Select(t => TopicViews.Of(interview, guide, t)).ToImmutableArray();
        return new InterviewView(
            interview,
            guide,
            topics,
            guide is null
                ? []
                :
                [
                    .. guide
                        .Stages.Where(s => s.IsPreparation)
                        .Select(s => new StageTip(
                            s.Title,
                            s.Tip.Length > 0 ? s.Tip : s.Topics.FirstOrDefault()?.Tip ?? ""
                        )),
                ],
            guide is null ? null : AskingViews.Of(interview, guide),
            guide is null ? [] : BranchViews.Of(interview, guide),
            guide is null ? [] : ChoiceViews.OfPool(interview, guide),
            guide is null ? [] : ChoiceViews.More(interview, guide),
            !interview.Past.IsEmpty && interview.Phase == Phase.Running,
            interview.Looking is { } looking
                ? interview.Progress.Order.IndexOf(looking) > 0
                : !interview.Progress.Order.IsEmpty,
            interview.Plan.FirstOrDefault(t => t.IsClosing && !IsClosed(interview.Progress, t.Key))?.Key
        );
    }

    internal static bool IsOpen(Progress progress, QuestionId id) =>
        !progress.Passed.TryGetValue(id, out var passed) || passed.As == PassedAs.NotNow;

    internal static bool IsClosed(Progress progress, string topic) =>
        progress.Topics.TryGetValue(topic, out var status) && status is TopicStatus.Done or TopicStatus.RestSkipped;
}
