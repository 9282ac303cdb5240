using System.Collections.Immutable;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Teams.Remembering;
using Microsoft.Extensions.Options;

namespace InterviewBot.Teams;

/// <summary>Where a person's cards go in Teams. A direct conversation is named by the person it is with; a channel by its id.</summary>
public sealed class TeamsHouse : IHouse
{
    /// <summary><see cref="Place.Channel"/> and <see cref="PersonId.Channel"/> of Teams.</summary>
    public const string ChannelName = "teams";

    private const string With = "with=";
    private readonly TeamsOptions _options;
    private readonly TeamsAddresses _addresses;

    internal TeamsHouse(IOptions<TeamsOptions> options, TeamsAddresses addresses) =>
        (_options, _addresses) = (options.Value, addresses);

    public Place Dm(PersonId person) => new(ChannelName, person.Tenant, With + person.User);

    public (Place? Place, string? Name) HiringChannel(PersonId person) =>
        _options.HiringChannel is { Length: > 0 } id
            ? (
                new Place(ChannelName, person.Tenant, id),
                $"#{_options.HiringChannelName ?? _addresses.NameOf(new Place(ChannelName, person.Tenant, id)) ?? id}"
            )
            : (null, null);

    public ImmutableArray<Place> Recruiters(PersonId person) =>
        [.. _options.Recruiters.Select(user => new Place(ChannelName, person.Tenant, With + Ids.OfEntra(user)))];

    public string? NameOf(Place channel) => _addresses.NameOf(channel) is { } name ? $"#{name}" : null;

    /// <summary>A channel of a team; never a direct conversation, which would show a candidate to one person more.</summary>
    public bool MayHoldBoard(Place place) => PersonIn(place) is null && place.Conversation.Length > 0;

    /// <summary>Whom a direct conversation is with; null: it is a channel.</summary>
    internal static string? PersonIn(Place place) =>
        place.Conversation.StartsWith(With, StringComparison.Ordinal) ? place.Conversation[With.Length..] : null;
}
