using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews.Identity;
using InterviewBot.Teams.Calling;
using InterviewBot.Teams.Remembering;
using Microsoft.Extensions.Options;

namespace InterviewBot.Teams.Showing;

/// <summary>Where a place is on the wire, or why it cannot be reached.</summary>
internal sealed record Route(string ServiceUrl, string Conversation, SendResult? Fault = null)
{
    public static Route Not(SendResult fault) => new("", "", fault);
}

/// <summary>Finds the conversation of a place; opens the direct one where a person has none yet.</summary>
internal sealed class Routes(
    TeamsAddresses addresses,
    Connector connector,
    Rosters rosters,
    IOptions<TeamsOptions> options
)
{
    /// <summary>The code by which people are told how to install the app: docs/teams.md.</summary>
    public const string NotInstalled = "app-not-installed";

    /// <param name="again">The conversation known is gone: open it anew.</param>
    public async Task<Route> To(Place place, bool again, CancellationToken ct)
    {
        if (place.Channel != TeamsHouse.ChannelName)
            return Route.Not(new SendResult.PlaceFault("no-such-conversation"));
        return TeamsHouse.PersonIn(place) is { } user
            ? await ToPerson(place.Installation, user, again, ct)
            : await ToChannel(place);
    }

    private async Task<Route> ToChannel(Place place) =>
        await addresses.OfChannel(place.Installation, place.Conversation) is { } channel
            ? new Route(channel.ServiceUrl, place.Conversation)
            : Route.Not(new SendResult.PlaceFault("bot-not-in-channel"));

    private async Task<Route> ToPerson(string tenant, string user, bool again, CancellationToken ct)
    {
        var person = await addresses.OfPerson(tenant, user);
        if (person?.Conversation is { } known && !again)
            return new Route(person.ServiceUrl, known);
        person ??= await InSomeTeam(tenant, user, ct);
        if (person is null)
            return Route.Not(new SendResult.PlaceFault(NotInstalled));
        var opened = await connector.Open(person.ServiceUrl, person.BotId, person.UserId, tenant, ct);
        if (!opened.IsGood)
            return Route.Not(SendErrors.ResultOf(opened, NotInstalled));
        if (opened.Id is not { } conversation)
            return Route.Not(new SendResult.PlaceFault("no-conversation"));
        await addresses.Keep(tenant, user, person with { Conversation = conversation });
        return new Route(person.ServiceUrl, conversation);
    }

    /// <summary>Somebody who never wrote to the bot, by the roster of a team that has it: only there is the id that this bot knows them by.</summary>
    private async Task<PersonAddress?> InSomeTeam(string tenant, string user, CancellationToken ct)
    {
        foreach (var channel in await addresses.Channels(tenant))
        {
            if (await addresses.OfChannel(tenant, channel.Id) is not { } address)
                continue;
            var (members, _) = await rosters.Of(tenant, channel.Id, address, ct);
            if (members?.FirstOrDefault(m => m.User == user || m.Id == user) is { } member)
                return new PersonAddress(
                    address.ServiceUrl,
                    address.BotId,
                    member.Id,
                    null,
                    "en",
                    options.Value.DefaultZone
                );
        }
        return null;
    }
}
