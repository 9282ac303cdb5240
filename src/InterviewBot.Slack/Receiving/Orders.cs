using InterviewBot.Conversation.Words;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Calling;

namespace InterviewBot.Slack.Receiving;

/// <summary>Words said to the bot on purpose, by <c>/interview</c> or a mention: start, or any other command word. Never a note.</summary>
internal sealed class Orders(
    IReception reception,
    IGuideShelf shelf,
    SlackHouse house,
    BoardPlaces boards,
    TimeProvider clock
)
{
    /// <param name="place">Where it was said: a start proposes that channel.</param>
    /// <param name="said">What made this, unique: channel and message, or trigger.</param>
    /// <returns>The answer, and whether it started (or found) an interview.</returns>
    public async Task<(Reply Reply, bool Started)> Do(
        Workspace ours,
        Speaker by,
        Place place,
        string text,
        string said,
        string messageRef
    )
    {
        var names = shelf.Guides.Select(g => new GuideName(g.Guide.Name, g.Guide.Title)).ToList();
        var now = clock.GetUtcNow();
        if (Words.Read(text, new WordsContext(null, now, names)) is not WordReading.Start start)
        {
            var dm = house.Dm(by.Person);
            var cause = new Cause($"{place}:{said}:order");
            var line = new TypedLine(by, dm, true, messageRef, text, now, null, false, cause, IsOrder: true);
            return (await reception.Typed(line), false);
        }
        var (proposed, outside) = await boards.Proposed(ours, by, place);
        var reply = await reception.StartForm(
            by,
            proposed,
            start.GuideQuery,
            start.Candidate,
            null,
            $"{place}:{said}",
            new Cause($"{place}:{said}:start")
        );
        return reply is not { Accepted: true, Text: null } ? (reply, false)
            : outside is null ? (reply, true)
            : (reply with { Text = outside }, false);
    }

    /// <summary>"start" alone, or nothing: a form says more than a line.</summary>
    public static bool WantsForm(string text) =>
        text.Trim().TrimEnd('.', '!', '。').ToLowerInvariant() is "" or "start" or "开始";
}
