using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Teams.Showing;

/// <summary>
/// A place that was closed to the bot is tried again when something happened that may have opened it: who reads there has changed, the app
/// came, somebody chose it. What waited for it goes on then.
/// </summary>
internal sealed class Reopening(Rosters rosters, IOutbox outbox)
{
    public Task LookAgain(Place place)
    {
        rosters.Forget(place.Installation, place.Conversation);
        return outbox.Revive(place.Lane);
    }
}
