using System.Collections.Immutable;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Panel;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Interviews.State;

namespace InterviewBot.Conversation.Ending;

/// <summary>What will be published, before it is: each note can be kept private, and words that may not count in hiring are pointed out.</summary>
internal static class PreviewCard
{
    private const int QuoteLength = 40;

    /// <summary>So many notes are looked over one by one.</summary>
    private const int MostWithoutHelp = 12;

    public static Card Of(Pen pen)
    {
        if (pen.Interview.Hidden)
            return ScorecardCard.Of(pen);
        var notes = pen.Interview.LivingNotes.ToImmutableArray();
        return pen.Card(
            pen.Text["preview.fallback"],
            [
                new TextLine(pen.Text.With("preview.title", pen.Who), Tone.Title),
                new TextLine(Receivers.Planned(pen), Tone.Small),
                pen.Interview.Recommendation is { } recommended
                    ? new TextLine(
                        pen.Text.With(
                            "label",
                            pen.Text["scorecard.recommendation"],
                            ScorecardCard.Recommended(recommended, pen.Text)
                        )
                    )
                    : new TextLine(pen.Text["preview.needs-recommendation"], Tone.Notice),
                .. SummaryParts.Ratings(pen),
                Comment(pen),
                .. Sensitive(pen, pen.Interview.Comment, null),
                Flagged(pen, notes),
                notes.IsEmpty ? null : new TextLine(pen.Text["preview.notes"]),
                .. ByTopic(pen, notes).SelectMany(n => n),
            ],
            [
                pen.Button("button.send", pen.Press(Presses.Verbs.Submit), ButtonStyle.Primary),
                pen.Button("button.back-to-draft", pen.Press(Presses.Verbs.Preview, "close")),
                KeepAll(pen, notes),
            ]
        );
    }

    /// <summary>What is pointed out below, in one place: with many notes it would be scrolled past.</summary>
    private static ItemList? Flagged(Pen pen, ImmutableArray<Note> notes)
    {
        if (notes.Length < MostWithoutHelp)
            return null;
        var flagged = notes
            .Where(n => !n.Private)
            .SelectMany(n => SensitiveWords.In(n.Text).Select(w => (Note: n, Word: w)))
            .Select(f =>
                Pen.Dots(
                    pen.Text.Quote(f.Word.Word, QuoteLength),
                    pen.Text[$"sensitive.{f.Word.Kind}"],
                    Glance.Of(f.Note.Text, QuoteLength)
                )
            )
            .ToImmutableArray();
        return flagged.IsEmpty ? null : new ItemList(pen.Text["preview.flagged"], flagged, Apart: true);
    }

    private static ButtonAction? KeepAll(Pen pen, ImmutableArray<Note> notes)
    {
        var mine = notes.Where(n => !n.ForEver).ToList();
        if (mine.Count < MostWithoutHelp)
            return null;
        var all = mine.TrueForAll(n => n.Private);
        return pen.Button(
            all ? "button.let-all-in" : "button.keep-all",
            pen.Press(Presses.Verbs.KeepAll, all ? "off" : "on")
        );
    }

    /// <summary>Many notes stand under their topics, in the order of the plan; a few as they were said.</summary>
    private static IEnumerable<IEnumerable<CardPart>> ByTopic(Pen pen, ImmutableArray<Note> notes)
    {
        if (notes.Length < MostWithoutHelp)
            return notes.Select(n => Note(pen, n));
        var topics = pen.View.Topics.Select(t => t.Key).ToList();
        return notes
            .GroupBy(n => n.Question?.Topic)
            .OrderBy(g => g.Key is null ? topics.Count : topics.IndexOf(g.Key))
            .Select(g =>
                g.SelectMany(n => Note(pen, n))
                    .Prepend(
                        new TextLine(
                            pen.View.Topics.FirstOrDefault(t => t.Key == g.Key)?.Title ?? pen.Text["preview.elsewhere"],
                            Tone.Title
                        )
                    )
            );
    }

    private static TextLine? Comment(Pen pen) =>
        pen.Interview.Comment.Length == 0
            ? null
            : new TextLine(pen.Text.With("label", pen.Text["scorecard.comment"], pen.Interview.Comment));

    private static IEnumerable<CardPart> Note(Pen pen, Note note) =>
        [
            // Marked private when it was typed: there is nothing to choose.
            note.ForEver
                ? new TextLine(Pen.Dots(NoteLines.Published(pen, note), pen.Text["note.for-ever"]), Tone.Small)
                : new CheckField(
                    $"note-{note.Number}",
                    pen.Text.With("preview.keep", NoteLines.Published(pen, note)),
                    note.Private,
                    pen.Press(Presses.Verbs.KeepNote, note.Id)
                ),
            // What stays private does no harm.
            .. note.Private ? [] : Sensitive(pen, note.Text, note),
        ];

    private static IEnumerable<CardPart> Sensitive(Pen pen, string text, Note? note) =>
        SensitiveWords
            .In(text)
            .Select(found => new TextLine(
                pen.Text.With(
                    note is null ? "sensitive.comment" : "sensitive.note",
                    pen.Text.Quote(found.Word, QuoteLength),
                    pen.Text[$"sensitive.{found.Kind}"]
                ),
                Tone.Notice
            ));
}
