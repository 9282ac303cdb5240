using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using InterviewBot.Interviews.Seams;
using InterviewBot.Web.People;
using Microsoft.Extensions.Hosting;

namespace InterviewBot.Web.Showing;

/// <summary>
/// The stream of a live page: every message of the person's conversations changed after the cursor, as HTML. The event id is the
/// version, so a browser that comes back, even to a restarted process, goes on where it was.
/// </summary>
internal sealed class LiveUpdates(
    ILocalMessages messages,
    Fragments fragments,
    TimeProvider clock,
    IHostApplicationLifetime host
)
{
    /// <summary>Tells the page that the stream lives; the page takes three of them missing for a lost connection.</summary>
    public const string Beat = "beat";

    private const int Batch = 100;
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(15);

    public async IAsyncEnumerable<SseItem<string>> After(
        LocalViewer viewer,
        long cursor,
        [EnumeratorCancellation] CancellationToken gone
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(gone, host.ApplicationStopping);
        string[] conversations = [viewer.Person.Dm, LocalPeople.Hiring];
        yield return new SseItem<string>("", Beat) { ReconnectionInterval = ComeBackAfter };
        while (!stop.IsCancellationRequested)
        {
            var change = messages.Changed(stop.Token);
            var changed = await messages.Since(cursor, conversations, Batch, CancellationToken.None);
            foreach (var message in changed)
            {
                cursor = message.Version;
                yield return new SseItem<string>(await fragments.Entry(viewer, message), "message")
                {
                    EventId = cursor.ToString(CultureInfo.InvariantCulture),
                };
            }
            if (changed.Count == 0 && !await WokenBy(change, stop.Token))
                yield return new SseItem<string>("", Beat);
        }
    }

    private async Task<bool> WokenBy(Task change, CancellationToken stop)
    {
        try
        {
            await change.WaitAsync(BeatEvery, clock, stop);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return true; // the loop sees it
        }
    }
}
