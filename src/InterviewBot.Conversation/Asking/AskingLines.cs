using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Asking;

/// <summary>The lines that cards with a question have in common.</summary>
internal static class AskingLines
{
    private const int QuoteLength = 48;

    /// <summary>The first line of a card, about the time: asked once when nothing was heard for long; else that the end is past, or the closing due.</summary>
    public static TextLine? IsItOver(Pen pen)
    {
        if (pen.Interview.EndsAt is not { } end)
            return null;
        var said =
            pen.Interview.IdleAsked ? "idle.question"
            : pen.Now >= end ? "time.past"
            : pen.Interview.ClosingDue && !pen.Interview.Progress.WrappedUp && !InClosing(pen) ? "time.closing"
            : null;
        return said is null ? null : new TextLine(pen.Text.With(said, pen.At(end)), Tone.Notice);
    }

    private static bool InClosing(Pen pen) =>
        pen.View.ClosingTopic is null || pen.Interview.Planned(pen.Interview.Spot.Topic) is { IsClosing: true };

    /// <summary>Beside <see cref="IsItOver"/>: the shortest way to the end.</summary>
    public static ButtonAction? FinishNow(Pen pen) =>
        pen.Interview.IdleAsked ? pen.Button("button.finish", pen.Press(Presses.Verbs.ProposeFinish)) : null;

    public static TextLine? EndedTopic(Pen pen) =>
        pen.Interview.Progress.Arrival.EndedTopic is { Length: > 0 } ended
            ? new TextLine(pen.Text.With("topic.ended", ended), Tone.Small)
            : null;

    /// <summary>The section's tip, in full while it is new; that of the closing stage stays, as it reminds of what not to say.</summary>
    public static TextLine? Tip(Pen pen, AskingView asking) =>
        asking.Tip.Length > 0 && (asking.TipIsNew || asking.IsClosing)
            ? new TextLine(WithoutLeadIn(asking), asking.IsClosing ? Tone.Notice : Tone.Small, pen.GuideLanguage)
            : null;

    /// <summary>The closing stage's reminder in our own words, where the author gave none.</summary>
    public static TextLine? ClosingReminder(Pen pen, AskingView asking) =>
        asking.IsClosing && asking.Tip.Length == 0 ? new TextLine(pen.Text["closing.reminder"], Tone.Notice) : null;

    /// <summary>"Redis 2 of 3, maybe 6 · until 14:35 · ends 15:00": times, never elapsed minutes.</summary>
    public static TextLine Progress(Pen pen, AskingView asking)
    {
        var place =
            asking.Number == 0 ? asking.TopicTitle
            : asking.Longest > asking.Shortest
                ? pen.Text.With("progress.maybe", asking.TopicTitle, asking.Number, asking.Shortest, asking.Longest)
            : pen.Text.With("progress.sure", asking.TopicTitle, asking.Number, asking.Shortest);
        return new TextLine(Pen.Dots(place, Until(pen, asking), Ends(pen)), Tone.Small);
    }

    public static string? Ends(Pen pen) =>
        pen.Interview.EndsAt is { } end ? pen.Text.With("progress.ends", pen.At(end)) : null;

    /// <summary>Candidate · notes, the last one quoted · rating with its word. Nothing of it while details are hidden.</summary>
    public static TextLine Person(Pen pen, int? rating)
    {
        if (pen.Interview.Hidden)
            return new TextLine(pen.Text["hidden.line"], Tone.Small);
        var graded = rating is { } value ? Grade.Of(value, pen.Text) : null;
        return new TextLine(Pen.Dots(pen.Who, Notes(pen, [.. pen.Interview.LivingNotes]), graded), Tone.Small);
    }

    public static string? Notes(Pen pen, IReadOnlyList<Note> notes)
    {
        if (notes.Count == 0)
            return null;
        var last = notes[^1];
        var mark = Mark(last.Mark);
        var quote = pen.Text.Quote(mark + last.Text, QuoteLength);
        return pen.Text.With(notes.Count == 1 ? "notes.one" : "notes.many", notes.Count, pen.At(last.SaidAt), quote);
    }

    /// <summary>Said once, with the first note that had files.</summary>
    public static TextLine? FilesNotKept(Pen pen)
    {
        var withFiles = pen.Interview.LivingNotes.Where(n => n.HadFiles).ToList();
        return withFiles.Count == 1 && withFiles[0] == pen.Interview.LivingNotes.Last()
            ? new TextLine(pen.Text["notes.files"], Tone.Notice)
            : null;
    }

    public static string Mark(NoteMark mark) =>
        mark switch
        {
            NoteMark.Plus => "+ ",
            NoteMark.Minus => "- ",
            NoteMark.Open => "? ",
            _ => "",
        };

    // A sentence quoted in the prose stands above, as what to say.
    private static string WithoutLeadIn(AskingView asking) =>
        asking.LeadIn is { Length: > 0 } leadIn
            ? asking.Tip.Replace(leadIn, "…", StringComparison.Ordinal)
            : asking.Tip;

    // After the planned end the topic's own share means nothing any more.
    private static string? Until(Pen pen, AskingView asking) =>
        asking.TopicUntil is { } until && !asking.Looking && (pen.Interview.EndsAt is not { } end || until < end)
            ? pen.Text.With("progress.until", pen.At(until))
            : null;
}
