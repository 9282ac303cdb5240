using InterviewBot.Delivery.Receiving;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Teams.Tests.Kit;

/// <summary>One guide, with a text that looks like Markdown.</summary>
public sealed class Shelf : IGuideShelf, IGuides
{
    private const string Text = """
        # Backend Python

        ## 1 Opening (required)

        ```flow
        st=>start: Start
        a=>operation: Tell me about your newest project
        e=>end
        st->a->e
        ```

        ## 2 Redis (required)

        ```flow
        st=>start: Start
        a=>operation: What does **Redis** keep?
        c=>condition: Knows snapshots?
        b=>operation: What is lost?
        e=>end
        st->a->c
        c(yes)->b->e
        c(no)->e
        ```

        ## 3 Their questions (required)

        ```flow
        st=>start: Start
        a=>operation: What would you ask us?
        e=>end
        st->a->e
        ```
        """;

    public Shelf()
    {
        var guide = GuideReader.Read("backend", Text).Guide!;
        Guides = [new ShelvedGuide(new GuideText(guide.Hash, guide.Name, Text), guide)];
    }

    public Shelf(IReadOnlyList<ShelvedGuide> guides) => Guides = guides;

    public IReadOnlyList<ShelvedGuide> Guides { get; }

    /// <summary>A defect in the middle of a command.</summary>
    public bool Fails { get; set; }

    public ValueTask<Guide?> Pinned(string hash, CancellationToken ct) =>
        Fails
            ? throw new InvalidOperationException("The shelf fell.")
            : new(Guides.FirstOrDefault(g => g.Guide.Hash == hash)?.Guide);

    public Guide? Read(GuideText text) => Guides.FirstOrDefault(g => g.Guide.Hash == text.Hash)?.Guide;
}
