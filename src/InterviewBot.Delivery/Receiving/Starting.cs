using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Delivery.Receiving;

/// <summary>Starts interviews: finds the guide, proposes the hiring channel, makes the ids.</summary>
internal sealed class Starting(
    InterviewDesk interviews,
    IReadRows rows,
    IGuideShelf shelf,
    IHouse house,
    TimeProvider clock
)
{
    public IReadOnlyList<GuideName> Names =>
        [.. shelf.Guides.Select(g => new GuideName(g.Guide.Name, g.Guide.Title, g.Guide.Language))];

    /// <summary>The guide meant, or the sentence that says why there is none.</summary>
    public (ShelvedGuide? Guide, string? Sentence) Find(string query, string language)
    {
        var match = GuideSearch.Find(Names, query, language);
        if (match.Found is { } found)
            return (shelf.Guides.FirstOrDefault(g => g.Guide.Name == found.Name), null);
        var sentence =
            query.Length == 0 ? Sentences.WhichGuide(match.Ambiguous, language)
            : match.Ambiguous.IsEmpty ? Sentences.UnknownGuide(query, match.Nearest, language)
            : Sentences.AmbiguousGuide(query, match.Ambiguous, language);
        return (null, sentence);
    }

    /// <param name="startKey">What the person did; the same deed starts one interview, however often it is delivered.</param>
    /// <param name="place">Where it was said. A channel is then the hiring channel proposed.</param>
    public async Task<Outcome> Start(
        Speaker by,
        Place place,
        bool isDirect,
        ShelvedGuide guide,
        string? candidate,
        int? minutes,
        string startKey,
        Cause cause
    )
    {
        var (channel, name) = await Channel(by.Person, isDirect ? null : place);
        return await interviews.Start(
            startKey,
            cause,
            new StartInterview(
                StreamId.New(clock),
                StreamId.New(clock),
                by.Organisation,
                guide.Text,
                candidate,
                by.Person,
                by.Name,
                by.Language,
                by.Zone,
                isDirect ? place : house.Dm(by.Person),
                channel,
                name,
                house.Recruiters(by.Person),
                minutes
            )
        );
    }

    private async ValueTask<(Place? Place, string? Name)> Channel(PersonId person, Place? saidIn)
    {
        var configured = house.HiringChannel(person);
        var row = await rows.Find(ReadRowKinds.LastChannel, person.ToString(), CancellationToken.None);
        var last = row is null ? null : LastChannelRow.Read(row.Data);
        if (saidIn is null)
            return last is null || last.Channel == configured.Place
                ? configured
                // As it is called today; a channel may have been renamed since.
                : (last.Channel, house.NameOf(last.Channel) ?? last.Name);
        // The name that people know it by, where somebody has told it.
        return (
            saidIn,
            saidIn == configured.Place
                ? configured.Name
                : house.NameOf(saidIn) ?? (saidIn == last?.Channel ? last.Name : null)
        );
    }
}
