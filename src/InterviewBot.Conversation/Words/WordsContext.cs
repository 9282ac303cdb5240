using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Words;

/// <summary>What decides how a line is read.</summary>
/// <param name="Current">The interview that typed lines of this person go to; null when none is current.</param>
/// <param name="SaidAt">The platform's time of the message.</param>
/// <param name="Guides">The guides that can be started now.</param>
public sealed record WordsContext(InterviewView? Current, DateTimeOffset SaidAt, IReadOnlyList<GuideName> Guides);

/// <summary>A guide on the shelf: its file name without folder and ending, and its title.</summary>
public sealed record GuideName(string Name, string Title, string? Language = null);
