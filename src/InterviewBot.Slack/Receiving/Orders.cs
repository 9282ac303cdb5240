using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Words;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Slack.Receiving;

/// <summary>Words said to the bot on purpose, by <c>/interview</c> or a mention: start, or a question to the bot. Never a note.</summary>
internal sealed class Orders(IReception reception, IGuideShelf shelf, SlackHouse house, TimeProvider clock)
{
    /// <param name="place">Where it was said: a start proposes that channel.</param>
    /// <param name="said">What made this, unique: channel and message, or trigger.</param>
    /// <returns>The answer, and whether it started (or found) an interview.</returns>
    public async Task<(Reply Reply, bool Started)> Do(
        Speaker by,
        Place place,
        string text,
        string said,
        string messageRef
    )
    {
        var names = shelf.Guides.Select(g => new GuideName(g.Guide.Name, g.Guide.Title)).ToList();
        var now = clock.GetUtcNow();
        switch (Words.Read(text, new WordsContext(null, now, names)))
        {
            case WordReading.Start start:
                var reply = await reception.StartForm(
                    by,
                    place,
                    start.GuideQuery,
                    start.Candidate,
                    null,
                    $"{place}:{said}",
                    new Cause($"{place}:{said}:start")
                );
                return (reply, reply is { Accepted: true, Text: null });
            case WordReading.Ask:
                var dm = house.Dm(by.Person);
                var line = new TypedLine(
                    by,
                    dm,
                    true,
                    messageRef,
                    text,
                    now,
                    null,
                    false,
                    new Cause($"{place}:{said}:ask")
                );
                return (await reception.Typed(line), false);
            default:
                return (new Reply(true, Sentences.Help(by.Language), null), false);
        }
    }

    /// <summary>"start" alone, or nothing: a form says more than a line.</summary>
    public static bool WantsForm(string text) =>
        text.Trim().TrimEnd('.', '!', '。').ToLowerInvariant() is "" or "start" or "开始";
}
