using System.Globalization;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Receiving;

/// <summary>
/// The other meaning of a typed line, one press away: what was kept as a note and may be a name, and a name that may have been a note. What a
/// note was meant for is read from the note itself, so a press works after a restart and carries nobody's words.
/// </summary>
internal sealed class Offers(MyInterviews mine, CommandReplies commands, TimeProvider clock)
{
    /// <summary>The answer to a note, with the offer when it may have been meant otherwise.</summary>
    public async Task<Reply> With(Reply kept, Speaker by, StreamId interview, Meant? meant, string noteId) =>
        meant is not null
        && kept is { Accepted: true, Text: null, Refused: null }
        && await mine.Mine(by, interview) is { } view
        && view.Interview.LivingNotes.Any(n => n.Id == noteId)
            ? kept with
            {
                Card = Answers.Offer(view, meant, noteId),
            }
            : kept;

    public async Task<Reply> Named(Speaker by, StreamId interview, string word, string? noteId) =>
        await mine.Mine(by, interview) is { } view
            ? new Reply(true, null, Answers.Named(view, word, noteId))
            : new Reply(true, Sentences.Did(word, by.Language), null);

    public async Task<Reply> Pressed(
        Speaker by,
        Press press,
        Cause cause,
        Func<string, (string Text, DateTimeOffset SaidAt)?> line
    )
    {
        if (await mine.Mine(by, press.Stream) is not { } view)
            return CommandReplies.Refused(by, Refusal.NotYours);
        var argument = press.Argument ?? "";
        if (press.Verb == Presses.Verbs.NameBack)
            return await NameBack(by, press.Stream, argument, cause, line);
        var note = view.Interview.LivingNotes.FirstOrDefault(n => n.Id == argument);
        if (press.Verb == Presses.Verbs.KeepAsNote)
            return note is null
                ? CommandReplies.Refused(by, Refusal.UnknownNote)
                : new Reply(true, Sentences.StaysANote(by.Language), null);
        if (note is null || Meant.Of(note.Text, view) is not { } meant)
            return CommandReplies.Refused(by, Refusal.AlreadyMovedOn);
        var done = await commands.Handle(by, press.Stream, cause, meant.Order);
        if (done is not { Accepted: true, Refused: null })
            return done;
        await commands.Handle(by, press.Stream, new Cause($"{cause}:note"), new DeleteNote(note.Id, clock.GetUtcNow()));
        return await Named(by, press.Stream, "candidate", null);
    }

    private async Task<Reply> NameBack(
        Speaker by,
        StreamId interview,
        string argument,
        Cause cause,
        Func<string, (string Text, DateTimeOffset SaidAt)?> line
    )
    {
        var parts = argument.Split(' ', 2);
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var naming))
            return CommandReplies.Refused(by, Refusal.AlreadyMovedOn);
        var back = await commands.Handle(by, interview, cause, new TakeNameBack(naming));
        // When it has been renamed since, the line is kept all the same: it was meant as a note.
        if (!back.Accepted || parts is not [_, var noteId] || line(noteId) is not { } said)
            return back;
        var kept = await commands.Handle(
            by,
            interview,
            new Cause($"{cause}:note"),
            new TakeNote(noteId, said.Text, said.SaidAt)
        );
        return kept is { Accepted: true, Text: null } ? back : kept;
    }
}
