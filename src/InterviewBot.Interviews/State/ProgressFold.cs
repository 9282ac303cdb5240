using System.Diagnostics;
using InterviewBot.Interviews.Events;

namespace InterviewBot.Interviews.State;

internal static class ProgressFold
{
    public static Progress Evolve(Progress progress, InterviewEvent @event, DateTimeOffset at) =>
        @event switch
        {
            QuestionPassed e => progress with
            {
                PassCount = progress.PassCount + 1,
                Passed = progress.Passed.SetItem(
                    e.Question,
                    new Passed(e.Words, e.As, at, e.Reason, progress.PassCount + 1, e.Picked)
                ),
                Order = progress.Order.Remove(e.Question).Add(e.Question),
            },
            ForkAnswered e => progress with
            {
                PassCount = progress.PassCount + 1,
                Forks = progress.Forks.SetItem(e.Fork, new ForkTaken(e.Yes, progress.PassCount + 1)),
            },
            TopicEntered e => progress with
            {
                Topics = progress.Topics.ContainsKey(e.Topic)
                    ? progress.Topics
                    : progress.Topics.Add(e.Topic, TopicStatus.Begun),
                EnteredAt = progress.EnteredAt.SetItem(e.Topic, at),
            },
            TopicClosed e => progress with
            {
                Topics = progress.Topics.SetItem(e.Topic, e.RestSkipped ? TopicStatus.RestSkipped : TopicStatus.Done),
            },
            WrappedUp e => progress with { WrappedUp = true, WrapUpReason = e.Reason },
            QuestionRated e => progress with
            {
                Ratings = e.Value is { } value
                    ? progress.Ratings.SetItem(e.Question, value)
                    : progress.Ratings.Remove(e.Question),
            },
            TopicRated e => progress with
            {
                TopicRatings = e.Value is { } value
                    ? progress.TopicRatings.SetItem(e.Topic, value)
                    : progress.TopicRatings.Remove(e.Topic),
            },
            _ => throw new UnreachableException($"No fold for {@event.GetType().Name}."),
        };
}
