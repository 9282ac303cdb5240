using System.Collections.Immutable;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Rehearsing;

/// <summary>One person, one terminal: no hiring channel, no recruiter.</summary>
internal sealed class TerminalHouse : IHouse
{
    public const string Channel = "terminal";

    public Place Dm(PersonId person) => new(Channel, "local", "terminal");

    public (Place? Place, string? Name) HiringChannel(PersonId person) => (null, null);

    public ImmutableArray<Place> Recruiters(PersonId person) => [];

    public bool MayHoldBoard(Place place) => false;
}
