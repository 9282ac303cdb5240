using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Asking;

/// <summary>Jump v: all other topics and how they stand ("Redis, 2 open / done / not planned").</summary>
internal static class JumpMenu
{
    public static MenuAction? Of(Pen pen, bool currentToo = false)
    {
        var others = pen.View.Topics.Where(t => currentToo || !t.IsCurrent).ToList();
        return others.Count == 0
            ? null
            : new MenuAction("jump", pen.Text["button.jump"], [.. others.Select(t => Option(pen, t))]);
    }

    /// <summary>"2 open", "done", "not planned": how a topic stands, without any verdict.</summary>
    public static string Standing(Pen pen, TopicView topic)
    {
        var text = pen.Text;
        if (topic.IsDone && topic.OpenQuestions == 0)
            return text["topic.done"];
        if (!topic.Planned && topic.Coverage != Coverage.Covered)
            return text["topic.not-planned"];
        if (topic.OpenQuestions > 0)
            return text.With("topic.open", topic.OpenQuestions);
        // Without the guide's text nobody can count.
        return text[pen.View.Guide is null ? "topic.ahead" : "topic.done"];
    }

    private static MenuOption Option(Pen pen, TopicView topic) =>
        new(
            topic.Title,
            pen.Move(Presses.Verbs.Jump, topic.Key),
            topic.StageTitle == topic.Title ? null : topic.StageTitle,
            Standing(pen, topic)
        );
}
