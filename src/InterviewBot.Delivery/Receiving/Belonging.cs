using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Receiving;

/// <summary>A line typed while no interview is current: never stored by itself; the answer asks where it belongs, and one press keeps it there.</summary>
internal sealed class Belonging(MyInterviews mine, CommandReplies commands)
{
    private readonly ActedLines _waiting = new();

    public static bool Knows(Press press) => press is { Argument: not null, Verb: Presses.Verbs.BelongsTo };

    public async Task<Reply> Ask(TypedLine line, string noteId)
    {
        var by = line.By;
        var open = await mine.List(by);
        // A word asks for something of an interview: which one is asked, and the word itself is nothing to keep.
        if (!Words.IsBareWord(line.Text) && Answers.WhereTo(open, noteId, by.Zone, by.Language) is { } card)
        {
            _waiting.Keep(noteId, line.Text, line.SaidAt);
            return new Reply(true, null, card) { NotKept = true };
        }
        return new Reply(true, Sentences.NothingRunning(by.Language), null) { NotKept = true };
    }

    public async Task<Reply> Pressed(Speaker by, Press press, Cause cause)
    {
        if (await mine.Mine(by, press.Stream) is not { } view)
            return CommandReplies.Refused(by, Refusal.NotYours);
        if (_waiting.Find(press.Argument!) is not { } line)
            return new Reply(true, Sentences.WordsLost(by.Language), null);
        var note = Words.ReadEdit(line.Text, view);
        var kept = await commands.Handle(
            by,
            press.Stream,
            new Cause($"{cause}:note"),
            new TakeNote(press.Argument!, note.Text, line.SaidAt, null, note.AboutTopic)
        );
        // Made current last: what is refused changes nothing.
        return
            kept is { Accepted: true, Refused: null }
            && view.Interview.Phase != InterviewBot.Interviews.State.Phase.Submitted
            ? await commands.Handle(by, press.Stream, cause, new BringCardDown())
            : kept;
    }
}
