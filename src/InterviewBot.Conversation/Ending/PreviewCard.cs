using System.Collections.Immutable;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Panel;
using InterviewBot.Interviews.State;

namespace InterviewBot.Conversation.Ending;

/// <summary>What will be published, before it is: each note can be kept private, and words that may not count in hiring are pointed out.</summary>
internal static class PreviewCard
{
    private const int QuoteLength = 40;

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
                notes.IsEmpty ? null : new TextLine(pen.Text["preview.notes"]),
                .. notes.SelectMany(n => Note(pen, n)),
            ],
            [
                pen.Button("button.send", pen.Press(Presses.Verbs.Submit), ButtonStyle.Primary),
                pen.Button("button.back-to-draft", pen.Press(Presses.Verbs.Preview, "close")),
            ]
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
