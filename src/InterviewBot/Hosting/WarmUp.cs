using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;
using InterviewBot.Web.Showing;

namespace InterviewBot.Hosting;

/// <summary>
/// While the server starts, another core goes once through what the first press needs: reading a guide, deciding, folding, writing and
/// drawing, with a made-up interview that is stored and shown nowhere. Who comes first then finds the code ready.
/// </summary>
internal static class WarmUp
{
    private const string Guide = """
        ---
        title: Warm-up
        language: en
        minutes: 30
        ---
        # Warm-up
        ## 1. Opening (required)
        A tip. "We could begin."
        ```topic
        minutes: 5
        triggers: [one, two]
        ```
        ```flow
        st=>start: Start
        q1=>operation: First question (a remark)
        c1=>condition: Go deeper?
        q2=>operation: Second question
        e=>end: End
        st->q1->c1
        c1(yes)->q2->e
        c1(no)->e
        ```
        ### q1 First question
        **Say**:
        - Could you tell me?
        **Listen for**: one · two
        **Anchors**:
        1. poor: nothing
        ## 2. Closing (required)
        """;

    private static readonly StreamId Nobody = new(1);
    private static readonly PersonId Person = new("none", "none", "none");

    /// <summary>The part that needs nothing of the host, so it may begin before there is one. Null when it failed.</summary>
    public static Task<Drawing?> Begin(DateTimeOffset now) => Task.Run(() => Quietly(() => FirstCard(now)));

    /// <summary>The part that needs the host: the guides are read, the page and its first card drawn.</summary>
    public static void GoOn(Task<Drawing?> begun, IServiceProvider services, ChannelChoice channels, DateTimeOffset now)
    {
        var shelf = services.GetRequiredService<IGuideShelf>();
        _ = Task.Run(() => Quietly(() => shelf.Guides));
        if (!channels.Web)
            return;
        var page = services.GetRequiredService<FirstPage>();
        _ = Task.Run(() => Quietly(() => page.Draw(null, now)));
        _ = Task.Run(async () => await Quietly(async () => await page.Draw(await begun, now)));
    }

    private static Drawing? FirstCard(DateTimeOffset now)
    {
        if (GuideReader.Read("warm-up", Guide).Guide is not { } guide)
            return null;
        var place = new Place(Person.Channel, Person.Tenant, "none");
        var start = new StartInterview(
            Nobody,
            Nobody,
            Person.Tenant,
            new GuideText(guide.Hash, guide.Name, Guide),
            null,
            Person,
            "",
            "en",
            "Etc/UTC",
            place,
            null,
            null,
            [],
            null
        );
        var before = new Interview { Id = Nobody };
        var decision = InterviewRules.Decide(before, guide, start, new Acting(Person, null), now);
        var written = EventJson.ReadInterview(EventJson.Write(decision.Events));
        var after = InterviewFold.Commit(before, written, new Cause("none"), now);
        Effect.ToOutbox(Nobody, InterviewEffects.After(before, written, after), now);
        InterviewEffects.Rows(written, after);
        return DrawingJson.Read(DrawingJson.Write(Drawings.Of(Surfaces.Prompt, InterviewViews.Of(after, guide), now)));
    }

    // A warm-up that fails warms nothing; what is wrong shows, with its own words, at the first real use.
    private static T? Quietly<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception why) when (why is not OutOfMemoryException)
        {
            return default;
        }
    }

    private static async Task Quietly(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception why) when (why is not OutOfMemoryException) { }
    }
}
