using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;
using InterviewBot.Web.Showing;

namespace InterviewBot.Hosting;

/// <summary>
/// While the server starts, another core reads the guides and goes once through what the first press needs: deciding, folding, writing
/// and drawing, with a made-up interview that is stored and shown nowhere. Who comes first then finds the code compiled.
/// </summary>
internal static class WarmUp
{
    private static readonly StreamId Nobody = new(1);
    private static readonly PersonId Person = new("none", "none", "none");

    public static void Begin(IServiceProvider services, ChannelChoice channels)
    {
        var page = channels.Web ? services.GetRequiredService<FirstPage>() : null;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var shelf = services.GetRequiredService<IGuideShelf>();
        _ = Task.Run(() => Quietly(() => page?.Draw(null, now) ?? Task.CompletedTask));
        _ = Task.Run(() =>
            Quietly(() =>
                FirstCard(shelf, now) is { } card && page is not null ? page.Draw(card, now) : Task.CompletedTask
            )
        );
    }

    private static Drawing? FirstCard(IGuideShelf shelf, DateTimeOffset now)
    {
        if (shelf.Guides.Count == 0)
            return null;
        var guide = shelf.Guides[0];
        var place = new Place(Person.Channel, Person.Tenant, "none");
        var start = new StartInterview(
            Nobody,
            Nobody,
            Person.Tenant,
            guide.Text,
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
        var decision = InterviewRules.Decide(before, guide.Guide, start, new Acting(Person, null), now);
        var written = EventJson.ReadInterview(EventJson.Write(decision.Events));
        var after = InterviewFold.Commit(before, written, new Cause("none"), now);
        Effect.ToOutbox(Nobody, InterviewEffects.After(before, written, after), now);
        InterviewEffects.Rows(written, after);
        return DrawingJson.Read(
            DrawingJson.Write(Drawings.Of(Surfaces.Prompt, InterviewViews.Of(after, guide.Guide), now))
        );
    }

    // A warm-up that fails warms nothing; what is wrong shows, with its own words, at the first real use.
    private static async Task Quietly(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception why) when (why is not OutOfMemoryException) { }
    }
}
