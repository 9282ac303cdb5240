using System.Collections.Immutable;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Delivery.Tests.Kit;

/// <summary>Guides on a shelf, and by their hash.</summary>
internal sealed class Shelf : IGuideShelf, IGuides
{
    private readonly List<ShelvedGuide> _guides = [];

    public IReadOnlyList<ShelvedGuide> Guides => _guides;

    public Shelf With(string name, string title)
    {
        var text = $"""
            # {title}

            ## 1 Opening (required)

            ```flow
            st=>start: Start
            a=>operation: Opening a?
            b=>operation: Opening b?
            c=>operation: Opening c?
            e=>end
            st->a->b->c->e
            ```

            ## 2 Redis (required)

            ```flow
            st=>start: Start
            a=>operation: Redis a?
            b=>operation: Redis b?
            e=>end
            st->a->b->e
            ```

            ## 3 Their questions (required)

            ```flow
            st=>start: Start
            a=>operation: What would you ask us?
            e=>end
            st->a->e
            ```
            """;
        var guide = GuideReader.Read(name, text).Guide!;
        _guides.Add(new ShelvedGuide(new GuideText(guide.Hash, guide.Name, text), guide));
        return this;
    }

    public ValueTask<Guide?> Pinned(string hash, CancellationToken ct) =>
        new(_guides.FirstOrDefault(g => g.Guide.Hash == hash)?.Guide);

    public Guide? Read(GuideText text) => _guides.FirstOrDefault(g => g.Guide.Hash == text.Hash)?.Guide;
}

internal sealed class House : IHouse
{
    public Place Dm(PersonId person) => new("fake", "local", $"dm-{person.User}");

    public (Place? Place, string? Name) HiringChannel(PersonId person) =>
        (new Place("fake", "local", "hiring"), "#hiring");

    public ImmutableArray<Place> Recruiters(PersonId person) => [new("fake", "local", "dm-recruiter")];

    public bool MayHoldBoard(Place place) => !place.Conversation.StartsWith("dm-", StringComparison.Ordinal);
}
