using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Delivery.Receiving;

/// <summary>A place that refused is tried again when a person acts there, or does what has to be shown there: whatever was wrong may be mended.</summary>
internal sealed class SecondTries(IOutbox outbox)
{
    public Task In(Place place) => outbox.TryAgain(place.Lane);

    public async Task After(Outcome outcome)
    {
        var interview = outcome.Interview;
        if (interview.Seq == 0)
            return;
        await In(interview.Dm);
        if (!outcome.Events.Any(ReachesOthers))
            return;
        if (interview.Channel is { } channel)
            await In(channel);
        foreach (var recruiter in interview.Recruiters)
            await In(recruiter);
    }

    private static bool ReachesOthers(InterviewEvent e) =>
        e
            is InterviewStarted
                or ChannelChosen
                or InterviewBegun
                or NoShowRecorded
                or InterviewFinished
                or InterviewReopened
                or ScorecardSubmitted
                or CardCalledDown;
}
