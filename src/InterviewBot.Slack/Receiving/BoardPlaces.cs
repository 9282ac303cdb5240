using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Receiving;

/// <summary>Which channel a start proposes for the board: where it was said, unless people from outside read along there.</summary>
internal sealed class BoardPlaces(Audiences audiences, SlackHouse house, Patience patience)
{
    /// <returns>The place, and what to tell the person when it is another than they may think.</returns>
    public async Task<(Place Place, string? Outside)> Proposed(Workspace ours, Speaker by, Place said)
    {
        if (said == house.Dm(by.Person))
            return (said, null);
        // The acknowledgement waits for this; what is not known by then is checked again before anything is posted.
        using var limit = new CancellationTokenSource(patience.Question);
        var info = await audiences.Of(ours, said.Conversation, limit.Token);
        return info.Audience == Audience.External
            ? (house.Dm(by.Person), SlackTexts.In(by.Language)["external-channel"])
            : (said, null);
    }
}
