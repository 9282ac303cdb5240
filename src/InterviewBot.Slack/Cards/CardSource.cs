using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Slack.Cards;

/// <summary>Which surface a message shows: carried by buttons that open what had no room in the message.</summary>
internal sealed record CardSource(StreamId Stream, string Surface)
{
    /// <summary>"stream/surface", and whatever a button adds behind it.</summary>
    public string Code(string? more = null) => more is null ? $"{Stream}/{Surface}" : $"{Stream}/{Surface}/{more}";

    public static (CardSource Source, string More)? Read(string? code) =>
        code?.Split('/', 3) is [var stream, { Length: > 0 } surface, .. var rest]
        && StreamId.TryParse(stream, out var id)
            ? (new CardSource(id, surface), rest is [var more] ? more : "")
            : null;

    /// <summary>Cards with something to press are prompts, and their presses name the interview. Null: nothing can be pressed on it.</summary>
    public static CardSource? Of(Card card) =>
        card.Presses().FirstOrDefault() is { } press ? new CardSource(press.Stream, Surfaces.Prompt) : null;
}
