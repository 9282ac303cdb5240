using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Events;

namespace InterviewBot.Interviews.State;

/// <summary>A question that carries a note or a rating was asked, wherever one stands and however it was left.</summary>
internal static class Asked
{
    public static bool Carries(Interview interview, QuestionId question) =>
        interview.Progress.Ratings.ContainsKey(question)
        || interview.Notes.Values.Any(n => n.DeletedAt is null && !n.WrittenAfter && n.Question == question);

    /// <summary>Something in the topic was asked: passed, noted or rated.</summary>
    public static bool InTopic(Interview interview, string topic)
    {
        var progress = interview.Progress;
        return progress.Passed.Any(p => p.Key.Topic == topic && p.Value.As != PassedAs.NotNow)
            || progress.TopicRatings.ContainsKey(topic)
            || progress.Ratings.Keys.Any(q => q.Topic == topic)
            // "for redis: …" names a topic and no question of it: that may be hearsay.
            || interview.Notes.Values.Any(n =>
                n is { DeletedAt: null, WrittenAfter: false, Question: { Node.Length: > 0 } q } && q.Topic == topic
            );
    }

    /// <summary>The question on the card, when it is left otherwise than by Next and was asked; null: it stays open.</summary>
    public static QuestionPassed? Leaving(Interview interview) =>
        interview.Spot is { Kind: SpotKind.Question, Question: { } question } spot && Carries(interview, question)
            ? new QuestionPassed(
                question,
                spot.Words,
                PassedAs.Asked,
                null,
                interview.Progress.Top?.Kind == FrameKind.Pick
            )
            : null;
}
