using System.Globalization;
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

    /// <summary>
    /// How one interview went, question by question, below its summary (parent: <see cref="Board"/>) or below the message of recruiter
    /// <paramref name="recruiter"/>, once all scorecards are in. Not where a page shows it.
    /// </summary>
    public static string Table(StreamId interview, int? recruiter = null) => $"{TablePrefix}{Of(interview, recruiter)}";

    /// <summary>The same, drawn, where a picture is a file of its own.</summary>
    public static string Picture(StreamId interview, int? recruiter = null) =>
        $"{PicturePrefix}{Of(interview, recruiter)}";

    public static bool IsTable(string surface) => surface.StartsWith(TablePrefix, StringComparison.Ordinal);

    public static bool IsPicture(string surface) => surface.StartsWith(PicturePrefix, StringComparison.Ordinal);

    /// <summary>Of a table or picture: which interview's, and for which recruiter; null: for the channel.</summary>
    public static (StreamId Interview, int? Recruiter)? ReportOf(string surface) =>
        (IsTable(surface) || IsPicture(surface))
        && surface.Split(':') is [_, var interview, .. var more]
        && StreamId.TryParse(interview, out var id)
            ? (
                id,
                more is [var index] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var r)
                    ? r
                    : null
            )
            : null;

    private const string TablePrefix = "table:";
    private const string PicturePrefix = "picture:";

    private static string Of(StreamId interview, int? recruiter) =>
        recruiter is { } index
            ? string.Create(CultureInfo.InvariantCulture, $"{interview}:{index}")
            : interview.ToString();

    /// <summary>The recruiter's message about the loop, in the DM with recruiter number <paramref name="index"/>.</summary>
    public static string Recruiter(int index) => $"recruiter:{index}";

    /// <summary>Whether it sums up, for the panel or for a recruiter.</summary>
    public static bool IsSummary(string surface) =>
        surface.StartsWith("summary:", StringComparison.Ordinal)
        || surface.StartsWith("recruiter:", StringComparison.Ordinal);
}
