using System.Collections.Immutable;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Web.People;

/// <summary>The three people of the local chat, and its conversations.</summary>
public static class LocalPeople
{
    public const string Channel = "web";
    public const string Tenant = "local";
    public const string Organisation = "local";
    public const string Hiring = "hiring";
    public const string HiringName = "#hiring";

    public static LocalPerson Interviewer { get; } = new("interviewer");
    public static LocalPerson Panellist { get; } = new("panellist");
    public static LocalPerson Recruiter { get; } = new("recruiter");

    public static ImmutableArray<LocalPerson> All { get; } = [Interviewer, Panellist, Recruiter];

    public static LocalPerson? Find(string? user) => All.FirstOrDefault(p => p.User == user);

    public static Place PlaceOf(string conversation) => new(Channel, Tenant, conversation);

    /// <summary>Whether the local chat has such a conversation at all.</summary>
    public static bool Has(string conversation) => conversation == Hiring || All.Any(p => p.Dm == conversation);
}
