using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Words;

/// <summary>Finds the topic that a person means by its number, its title or a part of the title that fits no other.</summary>
internal static class TopicSearch
{
    public static TopicView? Find(IEnumerable<TopicView> topics, string query)
    {
        var wanted = Folded.Command(query);
        if (wanted.Length == 0)
            return null;
        var all = topics.ToList();
        return all.Find(t => Same(t.Key, wanted))
            ?? Only(all, t => Same(t.Title, wanted))
            // One letter is a part of nearly every title.
            ?? (
                wanted.Length < 2
                    ? null
                    : Only(all, t => Begins(t.Title, wanted)) ?? Only(all, t => Holds(t.Title, wanted))
            );
    }

    private static TopicView? Only(List<TopicView> topics, Predicate<TopicView> fits) =>
        topics.FindAll(fits) is [var one] ? one : null;

    private static bool Same(string title, string wanted) =>
        string.Equals(Folded.Command(title), wanted, StringComparison.OrdinalIgnoreCase);

    private static bool Begins(string title, string wanted) =>
        Folded.Command(title).StartsWith(wanted, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string title, string wanted) =>
        Folded.Command(title).Contains(wanted, StringComparison.OrdinalIgnoreCase);
}
