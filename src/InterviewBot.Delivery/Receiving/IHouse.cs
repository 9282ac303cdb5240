using System.Collections.Immutable;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Receiving;

/// <summary>Where a person's cards go when nobody says otherwise; implemented by each channel and the host's configuration.</summary>
public interface IHouse
{
    Place Dm(PersonId person);

    /// <summary>The hiring channel proposed at a start, with the name people know it by; null when there is none.</summary>
    (Place? Place, string? Name) HiringChannel(PersonId person);

    ImmutableArray<Place> Recruiters(PersonId person);

    /// <summary>Whether a board may stand there. A person names channels in words; a DM of somebody else is none.</summary>
    bool MayHoldBoard(Place place) => true;

    /// <summary>The name people know a channel by, with its #; null when nobody has told it.</summary>
    string? NameOf(Place channel) => null;
}
