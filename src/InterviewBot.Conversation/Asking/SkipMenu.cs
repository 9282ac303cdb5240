using InterviewBot.Conversation.Cards;

namespace InterviewBot.Conversation.Asking;

/// <summary>Skip v in its three kinds. The reason is optional; typed it is "skip: reason".</summary>
internal static class SkipMenu
{
    public static MenuAction Of(Pen pen) =>
        new(
            "skip",
            pen.Text["button.skip"],
            [
                Option(pen, "skip.answered", "answered", "skip.answered.detail"),
                Option(pen, "skip.not-now", "not-now", "skip.not-now.detail"),
                Option(pen, "skip.not-now-because", "not-now", null, "skip.reason"),
                Option(pen, "skip.rest", "rest", "skip.rest.detail"),
                Option(pen, "skip.rest-because", "rest", null, "skip.reason"),
            ]
        );

    private static MenuOption Option(Pen pen, string label, string kind, string? detail, string? asksFor = null) =>
        new(
            pen.Text[label],
            pen.Move(Presses.Verbs.Skip, kind),
            null,
            detail is null ? null : pen.Text[detail],
            asksFor is null ? null : pen.Text[asksFor]
        );
}
