using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Delivery.Receiving;

/// <summary>
/// Lines read from a platform's history because the bot was away when they were typed. They can become notes and nothing else: the card that a
/// command was meant for is another by now.
/// </summary>
internal sealed class LateLines(MyInterviews mine)
{
    /// <returns>What to answer without taking it as a note; null: it may be a note.</returns>
    public async ValueTask<Reply?> Settle(TypedLine line, InterviewView? current, WordReading reading, string noteId)
    {
        if (
            await mine.Holding(line.By, noteId, current) is not null
            || await mine.Seen(line.By, line.Cause, current)
            || reading is WordReading.Ask or WordReading.Hint { Why: HintKind.Empty } && !line.HadFiles
        )
            return new Reply(true, null, null);
        return reading switch
        {
            WordReading.Command command => Late(command.Did),
            WordReading.Start => Late("start"),
            _ when current is null || IsOlder(line, current.Interview) => Late(null),
            _ => null,
        };
    }

    // It was typed for another interview, or for none, and was answered so if the bot was there.
    private static bool IsOlder(TypedLine line, Interview current) => line.SaidAt < current.CurrentSince;

    public static Reply Late(string? word) => new(true, null, null) { Late = new LateLine(word) };
}
