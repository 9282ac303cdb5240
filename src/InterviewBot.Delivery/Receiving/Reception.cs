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
public sealed class Reception : IReception
{
    private readonly InterviewDesk interviews;
    private readonly IHouse house;
    private readonly ILogger logger;
    private readonly LinesBelow? linesBelow;
    private readonly MyInterviews _mine;
    private readonly Answering _answering;
    private readonly Starting _starting;
    private readonly CommandReplies _commands;
    private readonly SecondTries _tries;
    private readonly OldCards _oldCards;
    private readonly LateLines _late;
    private readonly SecondThoughts _second;
    private readonly Belonging _belonging;
    private readonly Offers _offers;

    public Reception(
        InterviewDesk interviews,
        IReadRows rows,
        IGuideShelf shelf,
        IHouse house,
        IOutbox outbox,
        TimeProvider clock,
        ILogger<Reception> logger,
        PlaceTroubles? troubles = null,
        LinesBelow? linesBelow = null
    )
    {
        (this.interviews, this.house, this.logger, this.linesBelow) = (interviews, house, logger, linesBelow);
        _mine = new MyInterviews(interviews, rows);
        _answering = new Answering(_mine);
        _starting = new Starting(interviews, rows, shelf, house, clock);
        _tries = new SecondTries(outbox);
        _commands = new CommandReplies(interviews, _mine, house, _tries, troubles);
        _oldCards = new OldCards(outbox, interviews);
        _late = new LateLines(_mine);
        _second = new SecondThoughts(_mine, _commands, clock);
        _belonging = new Belonging(_mine, _commands);
        _offers = new Offers(_mine, _commands, _answering, _starting, clock);
    }

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
            () => Start(by, place, place == house.Dm(by.Person), guideName, candidate, minutes, startKey, cause, true)
        );

    private async Task<Reply> TypedDirectly(TypedLine line)
    {
        if (!line.IsOrder)
            linesBelow?.Typed(line.Place, line.SaidAt);
        var by = line.By;
        var current = await _mine.Current(by);
        // What somebody else wrote somewhere else orders nothing here.
        var reading =
            line.IsForwarded && !string.IsNullOrWhiteSpace(line.Text)
                ? Words.ReadEdit(line.Text, current)
                : Words.Read(line.Text, new WordsContext(current, line.SaidAt, _starting.Names));
        if (
            line.CameLate
            && await _late.Settle(line, current, reading, NoteId(line.Place, line.MessageRef)) is { } settled
        )
            return settled;
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
                return _second.Asked(
                    line,
                    NoteId(line.Place, line.MessageRef),
                    current,
                    ask,
                    await _answering.Answer(ask.What, by, current)
                );
            case WordReading.Command command when current is not null:
                return await Act(line, current, command);
            // Said to the bot on purpose: an order keeps no note, so there is nothing to ask.
            case WordReading.Note { Meant: Meant.Name name } when line.IsOrder && current is not null:
                return await Act(line, current, new WordReading.Command(new NameCandidate(name.Text), "candidate"));
            case WordReading.Note or WordReading.Hint when line.IsOrder:
                return Say(Sentences.Help(by.Language));
            case WordReading.Note note when current is not null:
                return await _offers.With(
                    await _commands.Handle(by, current.Interview.Id, line.Cause, await NoteOf(line, current, note)),
                    by,
                    current.Interview.Id,
                    note.Meant,
                    NoteId(line.Place, line.MessageRef)
                );
            case WordReading.Hint { Why: HintKind.Empty } when line.HadFiles && current is not null:
                return await _commands.Handle(
                    by,
                    current.Interview.Id,
                    line.Cause,
                    await NoteOf(line, current, new WordReading.Note("", null))
                );
            case WordReading.Hint { Why: HintKind.NothingRunning }:
                return await _mine.IsCurrentUnreadable(by)
                    ? Say(Sentences.Unreadable(by.Language)) with
                    {
                        NotKept = true,
                    }
                    : await _belonging.Ask(line, NoteId(line.Place, line.MessageRef));
            case WordReading.Hint hint:
                return Say(Sentences.For(hint.Why, by.Language)) with { NotKept = true };
            default:
                return Say(await NothingFor(by)) with { NotKept = true };
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
            // Chatter that only passes by is left alone; what was said to the bot on purpose is not.
            _ => line.IsOrder ? Say(Sentences.Help(line.By.Language)) : Silence,
        };
    }

    // "start with small talk" is chatter; "start backedn" is a slip.
    private bool IsMeant(string query, string language) =>
        _starting.Find(query, language).Guide is not null || !query.Trim().Contains(' ');

    private async Task<Reply> Act(TypedLine line, InterviewView current, WordReading.Command command)
    {
        // A rating is for the question that stood there when it was typed, not for the one that came since.
        if (
            command.Do is RateCurrent
            && current.Interview.IsLate(line.SaidAt)
            && !current.Interview.HasSeen(line.Cause)
        )
            return CommandReplies.Refused(line.By, Refusal.TooLate);
        var outcome = await interviews.Handle(current.Interview.Id, line.Cause, line.By.Person, command.Do);
        var reply = await _commands.To(outcome, line.By);
        return outcome.Kind != OutcomeKind.Done || reply.Text is not null
            ? reply
            : await _second.Did(line, NoteId(line.Place, line.MessageRef), outcome.Interview.Id, command);
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
        if (Offers.Knows(press))
            return await _offers.Pressed(by, press, cause);
        if (Belonging.Knows(press))
            return await _belonging.Pressed(by, press, cause);
        if (SecondThoughts.Knows(press))
            return await _second.Pressed(by, press, text, cause);
        if (Presses.Read(press, value, text) is { } command)
            return await _commands.Handle(by, press.Stream, cause, command);
        ReceptionMetrics.UnknownPress(by);
        return Say(Sentences.For(Refusal.AlreadyMovedOn, by.Language));
    }

    private Reply NotMine(Speaker by, StreamId stream) =>
        interviews.Unreadable.Streams.Contains(stream)
            ? Say(Sentences.Unreadable(by.Language))
            : CommandReplies.Refused(by, Refusal.NotYours);

    private async Task<Reply> Start(
        Speaker by,
        Place place,
        bool isDirect,
        string guideQuery,
        string? candidate,
        int? minutes,
        string startKey,
        Cause cause,
        bool mayBeUsedAgain = false
    )
    {
        var (guide, sentence) = _starting.Find(guideQuery, by.Language);
        if (guide is null)
            return Say(sentence);
        while (true)
        {
            var outcome = await _starting.Start(by, place, isDirect, guide, candidate, minutes, startKey, cause);
            // A form that stands in a chat is filled in once more when its interview is over: another deed, not a copy of the first.
            var isAnother =
                mayBeUsedAgain
                && outcome is { Kind: OutcomeKind.Repeated, Interview.IsOver: true }
                && !outcome.Interview.HasSeen(cause);
            if (!isAnother)
                return await _commands.To(outcome, by);
            startKey = $"{startKey}:{outcome.Interview.Id}";
        }
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
