using System.Text.Json.Nodes;
using InterviewBot.Interviews.Identity;
using InterviewBot.Teams.Calling;
using InterviewBot.Teams.Remembering;
using InterviewBot.Teams.Showing;
using InterviewBot.Teams.Texts;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Teams.Receiving;

/// <summary>
/// The app is added to people, teams and groups, and removed. Two events tell of each, in any order: what they say is kept, and one greets.
/// </summary>
internal sealed class Installing(
    TeamsAddresses addresses,
    Connector connector,
    Reopening places,
    PrivateAnswers answers,
    StartForm form,
    ILogger<Installing> logger
)
{
    public async Task<Answer> Happened(Sender by)
    {
        var activity = by.Activity;
        await places.LookAgain(by.Place);
        // Who joins or leaves a team is told in the team's own conversation, and reads in all its channels.
        if (activity.TeamId is { } team)
            foreach (var channel in await addresses.ChannelsOf(by.Place.Installation, team))
                await places.LookAgain(by.Place with { Conversation = channel });
        if (IsMe(activity, "membersAdded") || activity.Json.Text("action") is "add" or "add-upgrade")
            await Added(by);
        else if (IsMe(activity, "membersRemoved") || activity.Json.Text("action") is "remove")
            await Removed(by);
        else if (activity.EventType is "channelCreated" or "channelRenamed" or "channelRestored" or "channelShared")
            await Learn(by, again: true);
        else if (activity.EventType is "channelDeleted" or "channelUnshared" && activity.ChannelThread is { } gone)
            await addresses.DropChannel(by.Place.Installation, gone);
        return Answer.Taken;
    }

    public Answer NoGroups(Sender by)
    {
        answers.Send(by.Activity, "no-groups", Messages.Text(TeamsTexts.In(by.By.Language)["no-groups"]));
        return Answer.Taken;
    }

    /// <summary>The channels of the team something was said in, by name, so that one can be chosen as hiring channel.</summary>
    public async Task Learn(Sender by, bool again = false)
    {
        var activity = by.Activity;
        var tenant = by.Place.Installation;
        var here = by.Place.Conversation;
        var known = await addresses.OfChannel(tenant, here);
        if (known?.Name is not null && known.ServiceUrl == activity.ServiceUrl && !again)
            return;
        var team = activity.TeamId ?? known?.Team;
        if (team is not null)
            await LearnTeam(activity, tenant, team);
        if (await addresses.OfChannel(tenant, here) is null && activity.IsChannel)
            await addresses.Keep(
                tenant,
                here,
                new ChannelAddress(
                    activity.ServiceUrl,
                    activity.RecipientId,
                    team ?? here,
                    activity.Json.At("channelData", "channel")?.Text("name")
                )
            );
    }

    private async Task LearnTeam(Activity activity, string tenant, string team)
    {
        ConnectorAnswer found;
        try
        {
            found = await connector.Channels(activity.ServiceUrl, team, CancellationToken.None);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            logger.ChannelsNotRead(e.GetType().Name);
            return;
        }
        var list = found.Body?.List("conversations") ?? [];
        var teamName = activity.Json.At("channelData", "team")?.Text("name");
        foreach (var channel in found.IsGood ? list : [])
        {
            // General has no name, and the team's own id.
            if (channel.Text("id") is { } id)
                await addresses.Keep(
                    tenant,
                    id,
                    new ChannelAddress(
                        activity.ServiceUrl,
                        activity.RecipientId,
                        team,
                        channel.Text("name") ?? teamName ?? "General"
                    )
                );
        }
    }

    private async Task Added(Sender by)
    {
        var activity = by.Activity;
        var tenant = by.Place.Installation;
        if (activity.IsChannel || activity.TeamId is not null)
        {
            await Learn(by with { Place = by.Place with { Conversation = People.ChannelOf(activity) } }, again: true);
            foreach (var channel in await addresses.ChannelsOf(tenant, activity.TeamId ?? by.Place.Conversation))
                await places.LookAgain(new Place(TeamsHouse.ChannelName, tenant, channel));
        }
        if (!await addresses.MayGreet(tenant, activity.ConversationId))
            return;
        var texts = TeamsTexts.In(by.By.Language);
        answers.Send(
            activity,
            "greeting",
            activity.IsPersonal ? Messages.Card(await Greeting(by, texts), texts["greeting"])
                : activity.IsChannel || activity.TeamId is not null ? Messages.Text(texts["greeting-team"])
                : Messages.Text(texts["no-groups"])
        );
    }

    private async Task<JsonObject> Greeting(Sender by, TeamsTexts texts)
    {
        var card = await form.Card(by.Place.Installation, by.By.Language, inDialog: false, texts["greeting"]);
        (card["actions"] as JsonArray)?.Add((JsonNode)StartForm.Opener(by.By.Language));
        return card;
    }

    private async Task Removed(Sender by)
    {
        var tenant = by.Place.Installation;
        await addresses.ForgetGreeting(tenant, by.Activity.ConversationId);
        if (by.Activity.IsPersonal)
        {
            await addresses.ForgetConversation(tenant, by.By.Person.User);
            return;
        }
        // From a shared or private channel the bot is removed alone; it stays in the team and in its other channels.
        if (IsOneChannel(by.Activity))
        {
            await addresses.DropChannel(tenant, People.ChannelOf(by.Activity));
            return;
        }
        foreach (var channel in await addresses.ChannelsOf(tenant, by.Activity.TeamId ?? by.Place.Conversation))
            await addresses.DropChannel(tenant, channel);
    }

    private static bool IsOneChannel(Activity activity) =>
        activity.EventType is { } type && type.StartsWith("channelMember", StringComparison.OrdinalIgnoreCase)
        || activity.Json.At("channelData", "channel")?.Text("type") is "shared" or "private";

    private static bool IsMe(Activity activity, string list) =>
        activity.Json.List(list).Any(m => m.Text("id") == activity.RecipientId);
}
