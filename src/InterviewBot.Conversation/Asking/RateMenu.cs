using System.Collections.Immutable;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Asking;

/// <summary>Rate v: the question at hand, with the author's anchors; on the last question of a topic the topic, too.</summary>
internal static class RateMenu
{
    public static MenuAction? Of(Pen pen)
    {
        var options = ImmutableArray.CreateBuilder<MenuOption>();
        var topic = pen.View.Topics.FirstOrDefault(t => t.Key == pen.Interview.Spot.Topic);
        if (pen.View.Asking is { Fork: ForkKind.Judgement, Looking: false })
            // The interviewer's own judgement is no question to the candidate: what is rated is the one just asked.
            options.AddRange(LastAsked(pen));
        else if (pen.View.Asking is { } asking)
        {
            var group = asking.IsLastOfTopic ? pen.Text["rate.question"] : null;
            options.AddRange(OfQuestion(pen, asking.Question, asking.Notes.Anchors, asking.Rating, group));
        }
        var ends = pen.View.Asking is { } a
            ? a is { IsLastOfTopic: true, Looking: false }
            : topic?.Coverage == Coverage.Covered;
        if (ends && topic is not null)
            options.AddRange(OfTopic(pen, topic));
        return options.Count == 0 ? null : new MenuAction("rate", pen.Text["button.rate"], options.ToImmutable());
    }

    private static IEnumerable<MenuOption> LastAsked(Pen pen)
    {
        var progress = pen.Interview.Progress;
        if (progress.Order.Count == 0)
            return [];
        var last = progress.Order[^1];
        var words = progress.Passed.TryGetValue(last, out var passed) ? passed.Words : last.Node;
        var anchors = pen.View.Guide?.Find(last.Topic)?.About(last.Block, last.Node).Anchors ?? [];
        int? rating = progress.Ratings.TryGetValue(last, out var value) ? value : null;
        return OfQuestion(pen, last, anchors, rating, pen.Text.Quote(Wording.Of(words).Question, 40));
    }

    private static IEnumerable<MenuOption> OfQuestion(
        Pen pen,
        QuestionId question,
        ImmutableArray<string> anchors,
        int? rated,
        string? group
    ) => Options(pen, Presses.Verbs.Rate, question.ToString(), anchors, rated, group);

    private static IEnumerable<MenuOption> OfTopic(Pen pen, TopicView topic) =>
        Options(
            pen,
            Presses.Verbs.RateTopic,
            topic.Key,
            [],
            topic.Rating,
            pen.Text.With("rate.topic", Glance.Of(topic.Title, 40))
        );

    private static IEnumerable<MenuOption> Options(
        Pen pen,
        string verb,
        string about,
        ImmutableArray<string> anchors,
        int? rated,
        string? group
    )
    {
        for (var value = Grade.Lowest; value <= Grade.Highest; value++)
        {
            var anchor =
                !pen.Interview.Hidden && value <= anchors.Length && anchors[value - 1].Length > 0
                    ? anchors[value - 1]
                    : null;
            yield return new MenuOption(Grade.Of(value, pen.Text), pen.Press(verb, $"{value} {about}"), group, anchor);
        }
        // That there is a rating is a detail, too.
        if (rated is not null && !pen.Interview.Hidden)
            yield return new MenuOption(pen.Text["rate.take-away"], pen.Press(verb, $"0 {about}"), group);
    }
}
