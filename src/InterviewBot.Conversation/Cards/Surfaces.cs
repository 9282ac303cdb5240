using InterviewBot.Interviews.Identity;

namespace InterviewBot.Conversation.Cards;

/// <summary>Names of surfaces. Interview streams own the prompt; loop streams the rest.</summary>
public static class Surfaces
{
    /// <summary>The interviewer's one live card, from Prepare to the sent scorecard.</summary>
    public const string Prompt = "prompt";

    /// <summary>The loop's message in the hiring channel.</summary>
    public const string Board = "board";

    /// <summary>One interview's summary, in the board's thread; parent: <see cref="Board"/>.</summary>
    public static string Summary(StreamId interview) => $"summary:{interview}";

    /// <summary>The recruiter's message about the loop, in the DM with recruiter number <paramref name="index"/>.</summary>
    public static string Recruiter(int index) => $"recruiter:{index}";

    /// <summary>Whether it sums up, for the panel or for a recruiter.</summary>
    public static bool IsSummary(string surface) =>
        surface.StartsWith("summary:", StringComparison.Ordinal)
        || surface.StartsWith("recruiter:", StringComparison.Ordinal);
}
