using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using Microsoft.Extensions.Options;

namespace InterviewBot.Slack.Calling;

/// <summary>Who somebody is: name, language and time zone by <c>users.info</c>, kept for an hour.</summary>
internal sealed class People(SlackApi api, IOptions<SlackOptions> options, TimeProvider clock)
{
    // The acknowledgement waits for this; better in English than too late.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(30);
    private readonly Remembered<Speaker> known = new(clock, TimeSpan.FromHours(1));

    public async ValueTask<Speaker> Of(string team, string user, string? nameSoFar)
    {
        var key = $"{team}/{user}";
        if (known.Find(key) is { } speaker)
            return speaker;
        using var patience = new CancellationTokenSource(Patience, clock);
        var answer = await api.Ask(
            "users.info",
            new() { ["user"] = user, ["include_locale"] = "true" },
            patience.Token
        );
        var person = new PersonId(SlackHouse.ChannelName, team, user);
        if (!answer.Ok || answer.Body.At("user") is not { } info)
            return known.Keep(
                key,
                new Speaker(person, nameSoFar ?? user, "en", "Etc/UTC", Organisation(team)),
                SoonAgain
            );
        var name = info.Text("profile", "display_name") ?? info.Text("profile", "real_name") ?? info.Text("real_name");
        return known.Keep(
            key,
            new Speaker(
                person,
                name ?? info.Text("name") ?? nameSoFar ?? user,
                info.Text("locale")?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? "zh-CN" : "en",
                info.Text("tz") ?? "Etc/UTC",
                Organisation(team)
            )
        );
    }

    public string Organisation(string team) =>
        options.Value.Organisation is { Length: > 0 } named ? named : $"{SlackHouse.ChannelName}:{team}";
}
