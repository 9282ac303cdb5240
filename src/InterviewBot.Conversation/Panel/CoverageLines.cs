using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Panel;

/// <summary>Which topics were covered, missed and not planned. What the plan left out, or a fork did not take, is not missed.</summary>
internal static class CoverageLines
{
    public static bool IsCovered(TopicView topic) => topic.Coverage == Coverage.Covered;

    public static bool IsMissed(TopicView topic) => topic.Planned && !IsCovered(topic);

    public static ItemList? Covered(Texts text, InterviewView view) =>
        List(text, "covered", view.Topics.Where(IsCovered), view.Interview.GuideLanguage);

    public static ItemList? NotPlanned(Texts text, InterviewView view) =>
        List(text, "not-planned", view.Topics.Where(t => !t.Planned && !IsCovered(t)), view.Interview.GuideLanguage);

    public static ItemList? List(
        Texts text,
        string label,
        IEnumerable<TopicView> topics,
        string language,
        bool flagRequired = false
    )
    {
        var titles = topics.Select(t => flagRequired && t.Required ? text.With("required", t.Title) : t.Title).ToList();
        return titles.Count == 0 ? null : new ItemList(text[label], [.. titles], Language: language);
    }
}
