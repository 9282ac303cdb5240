using InterviewBot.Delivery.Channels;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the store reads and writes, the platforms take the tokens, and there is a guide to start with.</summary>
internal static class Health
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live"));
        app.MapGet(
            "/health/ready",
            async (
                IStoreHealth store,
                IGuideFiles guides,
                InterviewDesk interviews,
                IEnumerable<IChannelHealth> channels,
                CancellationToken ct
            ) =>
            {
                // A store that cannot even read is a 500 of its own.
                if (await store.Trouble(ct) is not StoreTrouble.None and var trouble)
                    return Results.Text(Told(trouble), statusCode: 503);
                if (channels.SelectMany(c => c.Troubles).ToList() is { Count: > 0 } troubles)
                    return Results.Text(string.Join('\n', troubles), statusCode: 503);
                var files = guides.Files;
                var broken = files.Where(f => f.Errors > 0 || f.IsHeldBack || f.Serving is null).ToList();
                return files.Any(f => f.Serving is not null)
                    ? Results.Text(string.Join('\n', ["ready", .. broken.Select(Told), .. Unreadable(interviews)]))
                    : Results.Text("no guide can be started", statusCode: 503);
            }
        );
    }

    // A few concern their own people only: the bot is ready for all others.
    private static IEnumerable<string> Unreadable(InterviewDesk interviews) =>
        interviews.Unreadable.Streams.Select(s => $"stream {s} cannot be read");

    private static string Told(StoreTrouble trouble) =>
        trouble switch
        {
            StoreTrouble.DiskFull => "disk full",
            StoreTrouble.FileGone => "the data file is gone",
            _ => "the store cannot write",
        };

    private static string Told(GuideFile file) =>
        file.IsHeldBack ? $"{file.File}: broken edit, its last good version is used"
        : file.Serving is null ? $"{file.File}: cannot be started"
        : $"{file.File}: {file.Errors} error(s)";
}
