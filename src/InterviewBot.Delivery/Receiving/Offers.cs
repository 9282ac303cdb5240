using System.Globalization;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Delivery.Receiving;

/// <summary>
/// The other meaning of a note, one press away: a name, a slip of a word. What it was meant for is read from the note itself, so a press
/// works after a restart and carries nobody's words.
/// </summary>
internal sealed class Offers(
    MyInterviews mine,
    CommandReplies commands,
    Answering answering,
    Starting starting,
    TimeProvider clock
)
{
    public static bool Knows(Press press) =>
        press is { Argument: not null, Verb: Presses.Verbs.Meant or Presses.Verbs.KeepAsNote };

    /// <summary>The answer to a note, with the offer when it may have been meant otherwise.</summary>
    public async Task<Reply> With(Reply kept, Speaker by, StreamId interview, Meant? meant, string noteId) =>
        meant is not null
        && kept is { Accepted: true, Text: null, Refused: null }
        && await mine.Mine(by, interview) is { } view
        && Living(view, noteId) is not null
            ? kept with
            {
                Card = Answers.Offer(view, meant, noteId),
            }
            : kept;

    public async Task<Reply> Pressed(Speaker by, Press press, Cause cause)
    {
        if (await mine.Mine(by, press.Stream) is not { } view)
            return CommandReplies.Refused(by, Refusal.NotYours);
        var parts = press.Argument!.Split(' ', 2);
        if (Living(view, parts[0]) is not { } note)
            return CommandReplies.Refused(by, Refusal.UnknownNote);
        if (press.Verb == Presses.Verbs.KeepAsNote)
            return new Reply(true, Sentences.StaysANote(by.Language), null);
        var context = new WordsContext(view, note.SaidAt, starting.Names);
        var done = Meant.Of(note.Text, context) switch
        {
            Meant.Name name => await commands.Handle(by, press.Stream, cause, new NameCandidate(name.Text)),
            Meant.Word { Reading: WordReading.Command { Do: var command } } => await commands.Handle(
                by,
                press.Stream,
                cause,
                // The button's step counts, not when the slip was typed.
                command is MoveCommand move
                    ? move with
                    {
                        Step = press.Step,
                        TypedAt = null,
                    }
                    : command
            ),
            Meant.Word { Reading: WordReading.Ask ask } => await answering.Answer(ask.What, by, view),
            Meant.Rating when (note.Question ?? view.Interview.AtHand) is { } question && Number(parts) is { } value =>
                await commands.Handle(by, press.Stream, cause, new RateQuestion(question, value)),
            Meant.Starting start => await Start(by, view.Interview, start, note, cause),
            _ => CommandReplies.Refused(by, Refusal.AlreadyMovedOn),
        };
        if (done is not { Accepted: true, Refused: null })
            return done;
        // It was no note: it goes, as a deleted line does.
        await commands.Handle(by, press.Stream, new Cause($"{cause}:note"), new DeleteNote(note.Id, clock.GetUtcNow()));
        return await mine.Mine(by, press.Stream) is { } after && after.Interview.Namings > view.Interview.Namings
            ? new Reply(true, null, Answers.Named(after, "candidate", null))
            : done;
    }

    private async Task<Reply> Start(Speaker by, Interview open, Meant.Starting start, Note note, Cause cause)
    {
        var (guide, sentence) = starting.Find(start.GuideQuery, by.Language);
        return guide is null
            ? new Reply(true, sentence, null) { Refused = Refusal.GuideMissing }
            : await commands.To(
                await starting.Start(by, open.Dm, true, guide, start.Candidate, null, $"{note.Id}:meant", cause),
                by
            );
    }

    private static Note? Living(InterviewView view, string noteId) =>
        view.Interview.LivingNotes.FirstOrDefault(n => n.Id == noteId);

    private static int? Number(string[] parts) =>
        parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
