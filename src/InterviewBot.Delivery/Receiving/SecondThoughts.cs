using System.Globalization;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Delivery.Receiving;

/// <summary>"did: next [It was a note]": every word that acted says so, and one press takes it back and keeps the line as a note.</summary>
internal sealed class SecondThoughts(MyInterviews mine, CommandReplies commands, TimeProvider clock)
{
    private readonly ActedLines _acted = new();

    public static bool Knows(Press press) =>
        press
            is {
                Argument: not null,
                Verb: Presses.Verbs.WasNote or Presses.Verbs.NoteAfterAll or Presses.Verbs.NameBack
            };

    /// <summary>The answer to a word that was carried out. An order keeps no line: there only a name can be taken back.</summary>
    public async Task<Reply> Did(TypedLine line, string noteId, StreamId interview, WordReading.Command command)
    {
        if (await mine.Mine(line.By, interview) is not { } after)
            return new Reply(true, Sentences.Did(command.Did, line.By.Language), null);
        if (!line.IsOrder)
            _acted.Keep(noteId, line.Text, line.SaidAt);
        if (command.Do is NameCandidate)
            return new Reply(true, null, Answers.Named(after, command.Did, line.IsOrder ? null : noteId));
        if (line.IsOrder || TakingBack.CodeOf(command.Do) is not { } code)
            return new Reply(true, Sentences.Did(command.Did, line.By.Language), null);
        return new Reply(
            true,
            null,
            command.Do is MoveCommand and not (Undo or BeginInterview) or RateCurrent
                ? Answers.Did(after, command.Did, noteId)
                : Answers.DidOrNote(after, command.Did, code, noteId)
        );
    }

    /// <summary>The answer to a question that is also a word of the trade: join, list, channel.</summary>
    public Reply Asked(TypedLine line, string noteId, InterviewView? current, WordReading.Ask ask, Reply answer)
    {
        if (line.IsOrder || current is null || ask.What == AskKind.Help)
            return answer;
        _acted.Keep(noteId, line.Text, line.SaidAt);
        return answer with { Card = Answers.OrNote(current, answer.Card, line.Text.Trim(), noteId) };
    }

    public async Task<Reply> Pressed(Speaker by, Press press, string? text, Cause cause)
    {
        var (first, rest) = press.Argument!.Split(' ', 2) is [var a, var b] ? (a, b) : (press.Argument, null);
        switch (press.Verb)
        {
            case Presses.Verbs.WasNote:
                var undone = await commands.Handle(by, press.Stream, cause, new Undo(press.Step, null));
                return await Kept(by, press.Stream, press.Argument, text, cause, undone);
            case Presses.Verbs.NoteAfterAll when rest is not null:
                // What is over meanwhile needs no taking back.
                var back = TakingBack.Command(first) is { } command
                    ? await commands.Handle(by, press.Stream, cause, command) with
                    {
                        Text = null,
                    }
                    : new Reply(true, null, null);
                var kept = await Kept(by, press.Stream, rest, text, cause, back);
                return kept is { Accepted: true, Text: null, Refused: null }
                    ? new Reply(true, Sentences.StaysANote(by.Language), null)
                    : kept;
            case Presses.Verbs.NameBack
                when int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var naming):
                var named = await commands.Handle(by, press.Stream, cause, new TakeNameBack(naming));
                return rest is null ? named : await Kept(by, press.Stream, rest, text, cause, named);
            default:
                return CommandReplies.Refused(by, Refusal.AlreadyMovedOn);
        }
    }

    // When the interview has moved on since, the line is kept all the same: it was meant as a note.
    private async Task<Reply> Kept(
        Speaker by,
        StreamId interview,
        string noteId,
        string? text,
        Cause cause,
        Reply undone
    )
    {
        if (!undone.Accepted)
            return undone;
        var line = _acted.Find(noteId) ?? (text is null ? null : (text, clock.GetUtcNow()));
        // Without its words (a restart came between) the answer promises no more than was done.
        if (line is not { } said)
            return undone.Text is null ? new Reply(true, Sentences.Did("undo", by.Language), null) : undone;
        var kept = await commands.Handle(
            by,
            interview,
            new Cause($"{cause}:note"),
            new TakeNote(noteId, said.Text, said.SaidAt)
        );
        return kept is { Accepted: true, Text: null } ? undone : kept;
    }
}
