using System.Collections.Immutable;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using Microsoft.Extensions.Options;

namespace InterviewBot.Slack;

/// <summary>Where a person's cards go in Slack. A direct conversation is named by the person it is with.</summary>
public sealed class SlackHouse(IOptions<SlackOptions> options) : IHouse
{
    /// <summary><see cref="Place.Channel"/> and <see cref="PersonId.Channel"/> of Slack.</summary>
    public const string ChannelName = "slack";

    public Place Dm(PersonId person) => new(ChannelName, person.Tenant, person.User);

    public (Place? Place, string? Name) HiringChannel(PersonId person) =>
        options.Value.HiringChannel is { Length: > 0 } id
            ? (new Place(ChannelName, person.Tenant, id), $"#{options.Value.HiringChannelName ?? id}")
            : (null, null);

    public ImmutableArray<Place> Recruiters(PersonId person) =>
        [.. options.Value.Recruiters.Select(user => new Place(ChannelName, person.Tenant, user))];

    /// <summary>Ids of channels begin with C (old private ones with G); those of people and of direct conversations do not.</summary>
    public bool MayHoldBoard(Place place) => place.Conversation is ['C' or 'G', ..];
}
