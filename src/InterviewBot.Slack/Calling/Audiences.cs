using InterviewBot.Interviews.Identity;
using Microsoft.Extensions.Options;

namespace InterviewBot.Slack.Calling;

internal enum Audience
{
    /// <summary>People of the own organisation only.</summary>
    Own,

    /// <summary>Shared with another organisation, or about to be.</summary>
    External,

    /// <summary>We cannot see the channel.</summary>
    NotThere,

    /// <summary>Slack does not say just now.</summary>
    Unknown,
}

internal sealed record ChannelInfo(Audience Audience, string? Name);

/// <summary>Who reads along in a channel, asked before anything about a candidate goes there; kept for ten minutes, dropped when members change.</summary>
internal sealed class Audiences(SlackApi api, SlackHouse house, IOptions<SlackOptions> options, TimeProvider clock)
{
    private readonly Remembered<ChannelInfo> known = new(clock, TimeSpan.FromMinutes(10));

    public async ValueTask<ChannelInfo> Of(Workspace ours, string channel, CancellationToken ct)
    {
        if (known.Find(Key(ours, channel)) is { } there)
            return there;
        var answer = await api.Ask(ours, "conversations.info", new() { ["channel"] = channel }, ct);
        if (!answer.Ok)
            return answer.IsPassing
                ? new ChannelInfo(Audience.Unknown, null)
                : new ChannelInfo(Audience.NotThere, null);
        var info = answer.Body.At("channel") ?? default;
        var isShared =
            info.IsTrue("is_ext_shared")
            || info.IsTrue("is_pending_ext_shared")
            || info.List("pending_shared").Any()
            || info.List("pending_connected_team_ids").Any();
        var audience = isShared && !options.Value.AllowExternalChannels ? Audience.External : Audience.Own;
        if (info.Text("name") is { } name)
            house.Learn(new Place(SlackHouse.ChannelName, ours.Id, channel), name);
        return known.Keep(Key(ours, channel), new ChannelInfo(audience, info.Text("name")));
    }

    public void Forget(Workspace ours, string channel) => known.Forget(Key(ours, channel));

    private static string Key(Workspace ours, string channel) => $"{ours.Id}/{channel}";
}
