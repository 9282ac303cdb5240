using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Deciding;

/// <summary>Ratings, 1 to 4. Never stale: accepted for earlier questions too, until the scorecard is in.</summary>
internal static class RatingRules
{
    public static Decision Decide(Interview interview, Guide? guide, InterviewCommand command)
    {
        if (interview.Phase is Phase.Submitted or Phase.NoShow or Phase.Cancelled)
            return Refusal.InterviewIsOver;
        if (interview.Phase == Phase.Preparing)
            return Refusal.NotBegun;
        return command switch
        {
            RateQuestion rate => Question(interview, guide, rate.Question, rate.Value),
            RateCurrent rate => (interview.AtHand ?? interview.Progress.Order.LastOrDefault()) is { } question
                ? Question(interview, guide, question, rate.Value)
                : Refusal.NoQuestion,
            RateTopic rate => Topic(interview, rate),
            _ => Decision.Nothing,
        };
    }

    private static Decision Question(Interview interview, Guide? guide, QuestionId question, int? value)
    {
        if (value is < 1 or > 4)
            return Refusal.BadRating;
        var known =
            interview.Progress.Passed.ContainsKey(question)
            || question == interview.Spot.Question
            || guide?.Find(question.Topic)?.Flows.FirstOrDefault(f => f.Block == question.Block)?.Find(question.Node)
                is not null;
        if (!known)
            return Refusal.UnknownQuestion;
        var now = interview.Progress.Ratings.TryGetValue(question, out var rated) ? rated : (int?)null;
        return now == value ? Decision.Nothing : Decision.Of(new QuestionRated(question, value));
    }

    private static Decision Topic(Interview interview, RateTopic rate)
    {
        if (rate.Value is < 1 or > 4)
            return Refusal.BadRating;
        if (interview.Planned(rate.Topic) is null)
            return Refusal.UnknownTopic;
        var now = interview.Progress.TopicRatings.TryGetValue(rate.Topic, out var rated) ? rated : (int?)null;
        return now == rate.Value ? Decision.Nothing : Decision.Of(new TopicRated(rate.Topic, rate.Value));
    }
}
