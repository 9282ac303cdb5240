using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Words;
using InterviewBot.Delivery.Pumping;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.Views;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Delivery.Receiving;

/// <summary>
/// The one door for what people type and press, the same for every channel. What it accepts it finishes: no request's cancellation reaches it.
/// </summary>
public sealed class Reception(
    InterviewDesk interviews,
    IReadRows rows,
    IGuideShelf shelf,
    IHouse house,
    IOutbox outbox,
    TimeProvider clock,
    ILogger<Reception> logger,
    PlaceTroubles? troubles = null,
    LinesBelow? linesBelow = null
) : IReception
{
    private readonly MyInterviews _mine = new(interviews, rows);
    private readonly Answering _answering = new(new MyInterviews(interviews, rows));
    private readonly Starting _starting = new(interviews, rows, shelf, house, clock);
    private readonly CommandReplies _commands = new(
        interviews,
        new MyInterviews(interviews, rows),
        house,
        new SecondTries(outbox),
        troubles
    );
    private readonly SecondTries _tries = new(outbox);
    private readonly OldCards _oldCards = new(outbox);
    private readonly ActedLines _acted = new();

    public Task<Reply> Typed(TypedLine line) =>
        Guarded(
            line.By,
            line.Cause,
            async () =>
            {
                var reply = line.IsDirect ? await TypedDirectly(line) : await TypedInChannel(line);
                await _tries.In(line.Place);
                return reply;
            }
        );

    public Task<Reply> Edited(
        Speaker by,
        Place place,
        string messageRef,
        string text,
        DateTimeOffset editedAt,
        Cause cause
    ) =>
        Guarded(
            by,
            cause,
            () =>
                Changed(
                    by,
                    place,
                    messageRef,
                    cause,
                    // Always a note: an edited line never becomes a command.
                    (id, view) => new EditNote(id, Words.ReadEdit(text, view).Text, editedAt)
                )
        );

    public Task<Reply> Deleted(Speaker by, Place place, string messageRef, DateTimeOffset deletedAt, Cause cause) =>
        Guarded(by, cause, () => Changed(by, place, messageRef, cause, (id, _) => new DeleteNote(id, deletedAt)));

    public Task<Reply> Pressed(Speaker by, Place place, Press press, string? value, string? text, Cause cause) =>
        Guarded(
            by,
            cause,
            async () =>
            {
                var reply = await Pressed(by, press, value, text, cause);
                await _tries.In(place);
                return reply;
            }
        );

    public Task<Reply> StartForm(
        Speaker by,
        Place place,
        string guideName,
        string? candidate,
        int? minutes,
        string startKey,
        Cause cause
    ) =>
        Guarded(
            by,
            cause,
            () => Start(by, place, place == house.Dm(by.Person), guideName, candidate, minutes, startKey, cause)
        );

    private async Task<Reply> TypedDirectly(TypedLine line)
    {
        if (!line.IsOrder)
            linesBelow?.Typed(line.Place, line.SaidAt);
        var by = line.By;
        var current = await _mine.Current(by);
        var reading = Words.Read(line.Text, new WordsContext(current, line.SaidAt, _starting.Names));
        switch (reading)
        {
            case WordReading.Start start:
                return await Start(
                    by,
                    line.Place,
                    true,
                    start.GuideQuery,
                    start.Candidate,
                    null,
                    NoteId(line.Place, line.MessageRef),
                    line.Cause
                );
            case WordReading.Ask ask:
                return await _answering.Answer(ask.What, by, current);
            case WordReading.Command command when current is not null:
                return await Act(line, current, command);
            case WordReading.Note or WordReading.Hint when line.IsOrder:
                return Say(Sentences.Help(by.Language));
            case WordReading.Note note when current is not null:
                return await _commands.Handle(by, current.Interview.Id, line.Cause, await NoteOf(line, current, note));
            case WordReading.Hint { Why: HintKind.Empty } when line.HadFiles && current is not null:
                return await _commands.Handle(
                    by,
                    current.Interview.Id,
                    line.Cause,
                    await NoteOf(line, current, new WordReading.Note("", null))
                );
            case WordReading.Hint { Why: HintKind.NothingRunning }:
                return Say(await NothingFor(by));
            case WordReading.Hint hint:
                return Say(Sentences.For(hint.Why, by.Language));
            default:
                return Say(await NothingFor(by));
        }
    }

    private async ValueTask<string> NothingFor(Speaker by) =>
        await _mine.IsCurrentUnreadable(by) ? Sentences.Unreadable(by.Language) : Sentences.NothingRunning(by.Language);

    /// <summary>In a channel people talk to each other: only what is plainly meant for the bot is answered, and nothing is ever stored.</summary>
    private async Task<Reply> TypedInChannel(TypedLine line)
    {
        // Read as if nothing ran: a start proposes this channel; whether another interview is open is decided, and said, by the start itself.
        var reading = Words.Read(line.Text, new WordsContext(null, line.SaidAt, _starting.Names));
        return reading switch
        {
            WordReading.Start start when IsMeant(start.GuideQuery, line.By.Language) => await Start(
                line.By,
                line.Place,
                false,
                start.GuideQuery,
                start.Candidate,
                null,
                NoteId(line.Place, line.MessageRef),
                line.Cause
            ),
            WordReading.Ask { What: AskKind.Help or AskKind.Status } ask => await _answering.Answer(
                ask.What,
                line.By,
                await _mine.Current(line.By)
            ),
            _ => Silence,
        };
    }

    // "start with small talk" is chatter; "start backedn" is a slip.
    private bool IsMeant(string query, string language) =>
        _starting.Find(query, language).Guide is not null || !query.Trim().Contains(' ');

    private async Task<Reply> Act(TypedLine line, InterviewView current, WordReading.Command command)
    {
        var noteId = NoteId(line.Place, line.MessageRef);
        // A rating is for the question that stood there when it was typed, not for the one that came since.
        if (
            command.Do is RateCurrent
            && current.Interview.IsLate(line.SaidAt)
            && !current.Interview.HasSeen(line.Cause)
        )
            return CommandReplies.Refused(line.By, Refusal.TooLate);
        var outcome = await interviews.Handle(current.Interview.Id, line.Cause, line.By.Person, command.Do);
        var reply = await _commands.To(outcome, line.By);
        if (outcome.Kind != OutcomeKind.Done || reply.Text is not null)
            return reply;
        // What an undo takes back can be a note after all; an undo, a beginning or a pause cannot be taken back that way.
        var isMove = command.Do is MoveCommand and not (Undo or BeginInterview) or RateCurrent;
        if (!isMove || line.IsOrder || await _mine.Mine(line.By, outcome.Interview.Id) is not { } after)
            return Say(Sentences.Did(command.Did, line.By.Language));
        _acted.Keep(noteId, line.Text, line.SaidAt);
        return new Reply(true, null, Answers.Did(after, command.Did, noteId));
    }

    private async ValueTask<TakeNote> NoteOf(TypedLine line, InterviewView current, WordReading.Note note) =>
        new(
            NoteId(line.Place, line.MessageRef),
            note.Text,
            line.SaidAt,
            line.ThreadRef is { } thread ? await _oldCards.QuestionOf(current.Interview, thread) : null,
            note.AboutTopic,
            line.HadFiles
        );

    private async Task<Reply> Changed(
        Speaker by,
        Place place,
        string messageRef,
        Cause cause,
        Func<string, InterviewView, InterviewCommand> change
    )
    {
        var noteId = NoteId(place, messageRef);
        var current = await _mine.Current(by);
        var view = await _mine.Holding(by, noteId, current);
        // It may overtake its original, which then changes nothing. Lines of a channel are no notes, whatever becomes of them.
        if (view is null && current?.Interview.Dm == place && !current.Interview.IsOver)
            view = current;
        return view is null ? Silence : await _commands.Handle(by, view.Interview.Id, cause, change(noteId, view));
    }

    private async Task<Reply> Pressed(Speaker by, Press press, string? value, string? text, Cause cause)
    {
        if (Presses.Asks(press) is { } ask)
            return await _mine.Mine(by, press.Stream) is { } view
                ? await _answering.Answer(ask, by, view)
                : NotMine(by, press.Stream);
        if (press.Verb == Presses.Verbs.WasNote && press.Argument is { } noteId)
            return await ItWasANote(by, press, noteId, text, cause);
        if (Presses.Read(press, value, text) is { } command)
            return await _commands.Handle(by, press.Stream, cause, command);
        ReceptionMetrics.UnknownPress(by);
        return Say(Sentences.For(Refusal.AlreadyMovedOn, by.Language));
    }

    private Reply NotMine(Speaker by, StreamId stream) =>
        interviews.Unreadable.Streams.Contains(stream)
            ? Say(Sentences.Unreadable(by.Language))
            : CommandReplies.Refused(by, Refusal.NotYours);

    private async Task<Reply> ItWasANote(Speaker by, Press press, string noteId, string? text, Cause cause)
    {
        var undone = await _commands.Handle(by, press.Stream, cause, new Undo(press.Step, null));
        if (!undone.Accepted)
            return undone;
        var line = _acted.Find(noteId) ?? (text is null ? null : (text, clock.GetUtcNow()));
        // Without its words (a restart came between) the answer promises no more than was done.
        if (line is not { } said)
            return undone.Text is null ? Say(Sentences.Did("undo", by.Language)) : undone;
        // When the interview has moved on since, the line is kept all the same: it was meant as a note.
        var kept = await _commands.Handle(
            by,
            press.Stream,
            new Cause($"{cause}:note"),
            new TakeNote(noteId, said.Text, said.SaidAt)
        );
        return kept is { Accepted: true, Text: null } ? undone : kept;
    }

    private async Task<Reply> Start(
        Speaker by,
        Place place,
        bool isDirect,
        string guideQuery,
        string? candidate,
        int? minutes,
        string startKey,
        Cause cause
    )
    {
        var (guide, sentence) = _starting.Find(guideQuery, by.Language);
        return guide is null
            ? Say(sentence)
            : await _commands.To(
                await _starting.Start(by, place, isDirect, guide, candidate, minutes, startKey, cause),
                by
            );
    }

    private async Task<Reply> Guarded(Speaker by, Cause cause, Func<Task<Reply>> work)
    {
        try
        {
            return await work();
        }
        catch (UnknownEventException)
        {
            return new Reply(true, Sentences.Unreadable(by.Language), null); // delivered again it would be no better
        }
        catch (StoreFailedException e)
        {
            logger.StoreFailed(ReferenceOf(cause), e.Trouble);
            throw new ReceptionFailedException(ReferenceOf(cause), e);
        }
        catch (Exception e)
        {
            // A defect or a store that does not answer. "Not taken" would be a guess: the commit may be on disk all the same.
            var reference = ReferenceOf(cause);
            logger.ReceptionThrew(reference, e.GetType().Name, e);
            throw new ReceptionFailedException(reference);
        }
    }

    private static string ReferenceOf(Cause cause) =>
        cause.Hash.ToString("x", System.Globalization.CultureInfo.InvariantCulture);

    private static Reply Silence { get; } = new(true, null, null);

    private static Reply Say(string? text) => new(true, text, null);

    private static string NoteId(Place place, string messageRef) => $"{place.Lane}:{messageRef}";
}
