using System.Collections.Concurrent;
using InterviewBot.Slack.Calling;
using Microsoft.Extensions.Options;

namespace InterviewBot.Slack.Receiving;

/// <summary>
/// Requests can fail on their way without anybody telling us. Slack repeats them for five minutes; whoever was silent for longer may have been
/// unheard, so their next delivery has the conversation read. A socket knows when it was away and needs none of this.
/// </summary>
internal sealed class Gaps(
    CatchingUp catchingUp,
    Afterwards afterwards,
    IOptions<SlackOptions> options,
    Patience patience,
    TimeProvider clock
)
{
    private const int Most = 10_000;
    private readonly DateTimeOffset began = clock.GetUtcNow();
    private readonly ConcurrentDictionary<string, DateTimeOffset> heard = new();

    public void Heard(Workspace ours, string? user)
    {
        if (options.Value.UsesSockets || user is null)
            return;
        if (heard.Count >= Most)
            heard.Clear();
        var now = clock.GetUtcNow();
        // The start has read everybody.
        var before = began;
        heard.AddOrUpdate(
            $"{ours.Id}/{user}",
            now,
            (_, last) =>
            {
                before = last;
                return now;
            }
        );
        if (now - before >= patience.Gap)
            afterwards.Do(() => catchingUp.Of(ours, user, CancellationToken.None));
    }
}
