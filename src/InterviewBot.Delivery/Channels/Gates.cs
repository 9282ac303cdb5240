using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Channels;

/// <summary>What platforms limit per installation rather than per conversation (Slack: <c>chat.update</c> per workspace), named by what we do.</summary>
public static class Gates
{
    public const string Post = "post";
    public const string Edit = "edit";
    public const string Erase = "erase";

    /// <summary>The key of a gate: installation and method.</summary>
    public static string Key(Place place, string method) => $"{place.Channel}:{place.Installation}/{method}";
}
