using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the store answers and there is a guide to start with.</summary>
internal static class Health
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live"));
        app.MapGet(
            "/health/ready",
            async (IInterviewLog log, IGuideShelf shelf, CancellationToken ct) =>
            {
                // Any stream will do: what counts is that the file answers. A store that does not is a 500 of its own.
                await log.HeadSeq(new StreamId(1), ct);
                return shelf.Guides.Count > 0
                    ? Results.Text("ready")
                    : Results.Text("no guide can be started", statusCode: 503);
            }
        );
    }
}
