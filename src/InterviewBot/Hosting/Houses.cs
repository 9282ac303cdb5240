using System.Collections.Immutable;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Hosting;

/// <summary>Each channel knows where its people's cards go; this asks the one a person or a place belongs to.</summary>
internal sealed class Houses(IReadOnlyDictionary<string, IHouse> byChannel) : IHouse
{
    public Place Dm(PersonId person) => byChannel[person.Channel].Dm(person);

    public (Place? Place, string? Name) HiringChannel(PersonId person) =>
        byChannel[person.Channel].HiringChannel(person);

    public ImmutableArray<Place> Recruiters(PersonId person) => byChannel[person.Channel].Recruiters(person);

    public string? NameOf(Place channel) =>
        byChannel.TryGetValue(channel.Channel, out var house) ? house.NameOf(channel) : null;

    public bool MayHoldBoard(Place place) =>
        byChannel.TryGetValue(place.Channel, out var house) && house.MayHoldBoard(place);
}
