using System.Collections.Immutable;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Web.People;

/// <summary>Everybody's cards have their place in the local chat: the own DM, #hiring, the recruiter's DM.</summary>
public sealed class LocalHouse : IHouse
{
    public Place Dm(PersonId person) => LocalPeople.PlaceOf($"dm-{person.User}");

    public (Place? Place, string? Name) HiringChannel(PersonId person) =>
        (LocalPeople.PlaceOf(LocalPeople.Hiring), LocalPeople.HiringName);

    public ImmutableArray<Place> Recruiters(PersonId person) => [LocalPeople.PlaceOf(LocalPeople.Recruiter.Dm)];

    public bool MayHoldBoard(Place place) => place == LocalPeople.PlaceOf(LocalPeople.Hiring);
}
