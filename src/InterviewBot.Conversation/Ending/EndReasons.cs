using InterviewBot.Conversation.Speaking;

namespace InterviewBot.Conversation.Ending;

/// <summary>Why an interview ended before its plan: one of ours by its code, else the person's own words.</summary>
internal static class EndReasons
{
    public const string NoTime = "no-time";
    public const string EnoughSeen = "enough-seen";
    public const string AllCovered = "all-covered";

    public static string? Of(string? reason, Texts text) =>
        reason switch
        {
            null or "" => null,
            NoTime or EnoughSeen or AllCovered => text[$"reason.{reason}"],
            _ => reason,
        };
}
