using System.Text.Json.Serialization;

namespace InterviewBot.Interviews.Identity;

/// <summary>
/// A person as a platform knows them. <paramref name="Channel"/> is "web", "slack" or "teams"; <paramref name="Tenant"/> the workspace or
/// tenant ("local" in the local chat); <paramref name="User"/> the platform's user id (Teams: the aadObjectId when present).
/// </summary>
public sealed record PersonId(string Channel, string Tenant, string User)
{
    public override string ToString() => $"{Channel}:{Tenant}:{User}";

    public static PersonId? Parse(string? text) =>
        text?.Split(':', 3) is [var channel, var tenant, var user] ? new PersonId(channel, tenant, user) : null;
}

/// <summary>A conversation on a platform: a DM or a channel. Its <see cref="Lane"/> is what must stay in order when showing.</summary>
public sealed record Place(string Channel, string Installation, string Conversation)
{
    [JsonIgnore]
    public string Lane => $"{Channel}:{Installation}:{Conversation}";

    public override string ToString() => Lane;

    public static Place? Parse(string? lane) =>
        lane?.Split(':', 3) is [var channel, var installation, var conversation]
            ? new Place(channel, installation, conversation)
            : null;
}
