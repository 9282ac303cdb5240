using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Slack.Calling;

/// <summary>Who somebody is: name, language and time zone by <c>users.info</c>, kept for an hour.</summary>
internal sealed class People(SlackApi api, SlackHouse house, Patience patience, TimeProvider clock)
{
    // The acknowledgement waits for this; better in English than too late.
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(30);
    private readonly Remembered<Known> known = new(clock, TimeSpan.FromHours(1));

    public async ValueTask<Speaker> Of(Workspace ours, string user, string? nameSoFar) =>
        (await Look(ours, user, nameSoFar)).Speaker;

    /// <summary>
    /// Whether somebody comes from outside, through a shared channel. Inside Enterprise Grid people of one organisation come from many
    /// workspaces: then <c>users.info</c> tells whose they are.
    /// </summary>
    /// <param name="team">The workspace that the delivery says they belong to; null: it does not say.</param>
    public async ValueTask<bool> IsForeign(Workspace ours, string user, string? team)
    {
        if (team is null || team == ours.Id || team == ours.Enterprise)
            return false;
        return ours.Enterprise is null || (await Look(ours, user, null)).Enterprise != ours.Enterprise;
    }

    private async ValueTask<Known> Look(Workspace ours, string user, string? nameSoFar)
    {
        var key = $"{ours.Id}/{user}";
        if (known.Find(key) is { } there)
            return there;
        using var limit = new CancellationTokenSource(patience.Question, clock);
        var answer = await api.Ask(
            ours,
            "users.info",
            new() { ["user"] = user, ["include_locale"] = "true" },
            limit.Token
        );
        var person = new PersonId(SlackHouse.ChannelName, ours.Id, user);
        var organisation = house.Organisation(ours.Id);
        if (!answer.Ok || answer.Body.At("user") is not { } info)
            return known.Keep(
                key,
                new Known(new Speaker(person, nameSoFar ?? user, "en", "Etc/UTC", organisation), null),
                SoonAgain
            );
        var name = info.Text("profile", "display_name") ?? info.Text("profile", "real_name") ?? info.Text("real_name");
        var speaker = new Speaker(
            person,
            name ?? info.Text("name") ?? nameSoFar ?? user,
            info.Text("locale")?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? "zh-CN" : "en",
            info.Text("tz") ?? "Etc/UTC",
            organisation
        );
        return known.Keep(key, new Known(speaker, info.Text("enterprise_user", "enterprise_id")));
    }

    private sealed record Known(Speaker Speaker, string? Enterprise);
}
