using System.Collections.Immutable;
using InterviewBot.Conversation.Asking;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Ending;
using InterviewBot.Conversation.Panel;
using InterviewBot.Conversation.Preparing;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Speaking;

/// <summary>An interview as a list names it.</summary>
/// <param name="Current">Typed lines go there.</param>
public sealed record ListedInterview(
    StreamId Interview,
    string? Candidate,
    string GuideTitle,
    Phase Phase,
    DateTimeOffset? BegunAt,
    bool Current
);

/// <summary>Private answers that are worked out from views: some are text, those with something to press are cards.</summary>
public static class Answers
{
    private const int MostButtons = 6;
    private const int MostPassed = 60;

    /// <summary>Sent scorecards to which a late line may be added.</summary>
    private const int MostSent = 2;

    /// <summary>Where the interview stands, in a few lines.</summary>
    public static string Status(InterviewView view)
    {
        var pen = new Pen(view);
        var interview = view.Interview;
        var open = view.Topics.Where(t => t.Planned && t.Coverage != Coverage.Covered).Select(t => t.Title).ToList();
        return string.Join(
            '\n',
            new[]
            {
                Pen.Dots(
                    pen.Who,
                    interview.GuideTitle,
                    Panellists.PhaseOf(interview, pen.Text),
                    interview.IsLive ? AskingLines.Ends(pen) : null
                ),
                interview.IsLive && interview.Spot.TopicTitle.Length > 0
                    ? pen.Text.With("status.now", interview.Spot.TopicTitle)
                    : null,
                open.Count == 0 ? null : pen.Text.With("label", pen.Text["planned"], string.Join(" · ", open)),
            }.OfType<string>()
        );
    }

    /// <summary>What was asked so far, with ratings and notes; details stay out while they are hidden.</summary>
    public static string History(InterviewView view)
    {
        var pen = new Pen(view);
        var progress = view.Interview.Progress;
        var passed = progress.Order.TakeLast(MostPassed).SelectMany(q => Passed(pen, q));
        // The question on the card is asked once something was noted or rated.
        var onCard = view.Interview.Spot.Question is { } here && !progress.Passed.ContainsKey(here) ? here : null;
        var loose = view
            .Interview.LivingNotes.Where(n =>
                n.Question is null || (!progress.Passed.ContainsKey(n.Question) && n.Question != onCard)
            )
            .Select(n => NoteLines.Own(pen, n));
        passed = passed.Concat(onCard is null ? [] : OnCard(pen, onCard));
        var lines = view.Interview.Hidden ? passed : passed.Concat(loose);
        return string.Join('\n', lines) is { Length: > 0 } text ? text : pen.Text["history.empty"];
    }

    /// <summary>What More keeps of the question on the card: tip, follow-ups, warning signs, link.</summary>
    public static string Tip(InterviewView view)
    {
        var pen = new Pen(view);
        if (view.Asking is not { } asking)
            return pen.Text["tip.none"];
        string? Labelled(string label, ImmutableArray<string> items) =>
            items.IsEmpty ? null : pen.Text.With("label", pen.Text[label], string.Join(" · ", items));
        var lines = new[]
        {
            asking.Tip.Length == 0 ? null : asking.Tip,
            Labelled("tip.follow-up", asking.Notes.FollowUp),
            Labelled("tip.red-flags", asking.Notes.RedFlags),
            asking.Link,
        }.OfType<string>();
        return string.Join('\n', lines) is { Length: > 0 } text ? text : pen.Text["tip.none"];
    }

    public static string List(IReadOnlyList<ListedInterview> mine, string zone, string language)
    {
        var text = Texts.In(language);
        return mine.Count == 0
            ? text["list.empty"]
            : string.Join('\n', mine.Select(i => Line(i, new WallTime(zone), text)));
    }

    /// <summary>The person's interviews as buttons; pressing one makes it the current one.</summary>
    public static Card Switch(IReadOnlyList<ListedInterview> mine, string zone, string language) =>
        Choose(
            [.. mine.Where(IsOpen)],
            "switch.title",
            i => new Press(i.Interview, i.Phase == Phase.Paused ? Presses.Verbs.Resume : Presses.Verbs.Card),
            zone,
            language
        );

    /// <summary>A line was typed while no interview is current: pressing one keeps it there. Null: there is none to keep it in.</summary>
    public static Card? WhereTo(IReadOnlyList<ListedInterview> mine, string noteId, string zone, string language) =>
        mine.Any(i => IsOpen(i) || i.Phase == Phase.Submitted)
            ? Choose(
                [.. mine.Where(IsOpen), .. mine.Where(i => i.Phase == Phase.Submitted).Take(MostSent)],
                "belongs.title",
                i => new Press(i.Interview, Presses.Verbs.BelongsTo, null, noteId),
                zone,
                language
            )
            : null;

    private static Card Choose(
        IReadOnlyList<ListedInterview> mine,
        string title,
        Func<ListedInterview, Press> press,
        string zone,
        string language
    )
    {
        var text = Texts.In(language);
        var time = new WallTime(zone);
        var live = mine.Take(MostButtons).ToList();
        return new Card(
            text[title],
            text.Language,
            [
                new TextLine(text[live.Count == 0 ? "list.empty" : title], Tone.Title),
                .. live.Select(i => new TextLine(Line(i, time, text))),
            ],
            [
                .. live.Where(i => !i.Current)
                    .Select(i => new ButtonAction(
                        Glance.Of(Pen.Dots(i.Candidate ?? text["candidate.unnamed"], i.GuideTitle), 60),
                        press(i)
                    )),
            ],
            Turn: 0
        );
    }

    private static bool IsOpen(ListedInterview listed) =>
        listed.Phase is Phase.Preparing or Phase.Running or Phase.Paused or Phase.Finished;

    /// <summary>Before a prepared interview is put away; null when there is nothing to cancel.</summary>
    public static Card? Cancel(InterviewView view)
    {
        if (view.Interview.Phase != Phase.Preparing)
            return null;
        var pen = new Pen(view);
        return pen.Card(
            pen.Text["cancel.asks"],
            [new TextLine(pen.Text.With("cancel.of", pen.Who, pen.Interview.GuideTitle))],
            [pen.Button("button.cancel-it", pen.Move(Presses.Verbs.Cancel), ButtonStyle.Danger)]
        );
    }

    /// <summary>Where the board goes, and a menu to change it.</summary>
    public static Card Channel(InterviewView view) => ChannelMenu.Answer(new Pen(view));

    /// <summary>"did: next" with [It was a note], for words that moved or rated; <paramref name="noteId"/> is the id the note would have had.</summary>
    public static Card Did(InterviewView after, string word, string noteId)
    {
        var pen = new Pen(after);
        var did = Sentences.Did(word, pen.Language);
        return pen.Card(
            did,
            [new TextLine(did)],
            [pen.Button("button.was-note", pen.Move(Presses.Verbs.WasNote, noteId))]
        );
    }

    /// <summary>A line was kept as a note and may have been meant otherwise: one press to the other meaning.</summary>
    public static Card Offer(InterviewView after, Meant meant, string noteId)
    {
        var pen = new Pen(after);
        var text = MeantLines.Of(pen, meant);
        return pen.Card(
            text,
            [new TextLine(text)],
            [
                .. MeantLines.Buttons(pen, meant, noteId),
                pen.Button("button.keep-as-note", pen.Press(Presses.Verbs.KeepAsNote, noteId)),
            ]
        );
    }

    /// <summary>"did: pause" with [It was a note], for words that are no moves. <paramref name="code"/> says how it is taken back.</summary>
    public static Card DidOrNote(InterviewView after, string word, string code, string noteId)
    {
        var pen = new Pen(after);
        var did = Sentences.Did(word, pen.Language);
        return pen.Card(did, [new TextLine(did)], [NoteAfterAll(pen, code, noteId)]);
    }

    /// <summary>An answer to a word that may have been a note; <paramref name="answer"/> null: the answer itself is a text beside it.</summary>
    public static Card OrNote(InterviewView view, Card? answer, string word, string noteId)
    {
        if (answer is null)
            return DidOrNote(view, word, TakingBack.Nothing, noteId);
        var note = NoteAfterAll(new Pen(view), TakingBack.Nothing, noteId);
        return answer with { Actions = [.. answer.Actions.Take(MostButtons - 1), note] };
    }

    private static ButtonAction NoteAfterAll(Pen pen, string code, string noteId) =>
        pen.Button("button.was-note", pen.Press(Presses.Verbs.NoteAfterAll, $"{code} {noteId}"));

    /// <summary>The candidate has a name now; it can be taken back.</summary>
    /// <param name="noteId">The typed line, kept as a note when the name is taken back; null: only the name goes.</param>
    public static Card Named(InterviewView after, string word, string? noteId)
    {
        var pen = new Pen(after);
        var did = Sentences.Did(word, pen.Language);
        var naming = after.Interview.Namings.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return pen.Card(
            did,
            [new TextLine(did)],
            [
                noteId is null
                    ? pen.Button("button.undo", pen.Press(Presses.Verbs.NameBack, naming))
                    : pen.Button("button.was-note", pen.Press(Presses.Verbs.NameBack, $"{naming} {noteId}")),
            ]
        );
    }

    private static string Line(ListedInterview listed, WallTime time, Texts text) =>
        Pen.Dots(
            listed.Candidate ?? text["candidate.unnamed"],
            listed.GuideTitle,
            listed.BegunAt is { } begun ? $"{time.Day(begun, text)} {time.At(begun)}" : null,
            text[$"phase.{listed.Phase}"],
            listed.Current ? text["list.current"] : null
        );

    private static IEnumerable<string> Passed(Pen pen, QuestionId question)
    {
        if (!pen.Interview.Progress.Passed.TryGetValue(question, out var passed))
            yield break;
        var rating = pen.Interview.Progress.Ratings.TryGetValue(question, out var value) ? value : (int?)null;
        yield return Pen.Dots(
            pen.Text.With("history.line", pen.At(passed.At), Wording.Of(passed.Words).Question),
            pen.Text[$"passed.{passed.As}"],
            rating is { } rated && !pen.Interview.Hidden ? Grade.Of(rated, pen.Text) : null
        );
        if (pen.Interview.Hidden)
            yield break;
        foreach (var line in NotesOn(pen, question))
            yield return line;
    }

    private static IEnumerable<string> OnCard(Pen pen, QuestionId question)
    {
        var rating = pen.Interview.Progress.Ratings.TryGetValue(question, out var value) ? value : (int?)null;
        var notes = NotesOn(pen, question).ToList();
        if (rating is null && notes.Count == 0)
            return [];
        var line = Pen.Dots(
            Wording.Of(pen.Interview.Spot.Words).Question,
            pen.Text[$"passed.{PassedAs.Asked}"],
            rating is { } rated && !pen.Interview.Hidden ? Grade.Of(rated, pen.Text) : null
        );
        return pen.Interview.Hidden ? [line] : notes.Prepend(line);
    }

    private static IEnumerable<string> NotesOn(Pen pen, QuestionId question) =>
        pen.Interview.LivingNotes.Where(n => n.Question == question).Select(n => "  " + NoteLines.Own(pen, n));
}
