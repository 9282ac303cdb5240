using InterviewBot.Conversation.Speaking;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Panel;

/// <summary>Facts about the people of a loop.</summary>
internal static class Panellists
{
    /// <summary>A scorecard is expected: it began, or will.</summary>
    public static bool Counts(Interview interview) =>
        interview.Phase is not (Phase.None or Phase.NoShow or Phase.Cancelled or Phase.Forgotten);

    /// <summary>All open at once when the last scorecard is in.</summary>
    public static bool IsOpen(LoopView loop) =>
        loop.Interviews.Any(i => i.Interview.Phase == Phase.Submitted)
        && loop.Interviews.Where(i => Counts(i.Interview)).All(i => i.Interview.Phase == Phase.Submitted);

    public static string Candidate(LoopView loop, Texts text) =>
        loop.Interviews.Select(i => i.Interview.Candidate).FirstOrDefault(name => name is not null)
        ?? text["candidate.unnamed"];

    /// <summary>The name as the channel shows it: not while one of the interviewers shares a screen on which it may stand.</summary>
    public static string OnScreen(LoopView loop, Texts text) =>
        loop.Interviews.Any(i => i.Interview is { IsLive: true, Hidden: true })
            ? text["candidate.hidden"]
            : Candidate(loop, text);

    public static DateTimeOffset? Begun(LoopView loop) => loop.Interviews.Min(i => i.Interview.BegunAt);

    /// <summary>"interviewing", "finished"… A submitted scorecard is said by its own word.</summary>
    public static string PhaseOf(Interview interview, Texts text) => text[$"phase.{interview.Phase}"];
}
