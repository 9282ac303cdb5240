using System.Collections.Immutable;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Ending;

/// <summary>The scorecard as a draft: each change is saved at once, nothing is published.</summary>
internal static class ScorecardCard
{
    public const int LongestComment = 4000;
    private const int NewestNotes = 12;

    public static Card Of(Pen pen) =>
        pen.Interview.Hidden
            ? pen.Card(
                pen.Text["scorecard.fallback"],
                [new TextLine(pen.Text["hidden.line"])],
                [pen.Button("button.show", pen.Press(Presses.Verbs.Hide, "off"), ButtonStyle.Primary)]
            )
            : pen.Card(
                pen.Text["scorecard.fallback"],
                [
                    new TextLine(pen.Text.With("scorecard.title", pen.Who), Tone.Title),
                    new TextLine(Times(pen), Tone.Small),
                    Recommendation(pen),
                    .. pen
                        .View.Topics.Where(t => t.Coverage == Coverage.Covered || t.Rating is not null)
                        .Select(t => TopicRating(pen, t)),
                    new TextField(
                        "comment",
                        pen.Text["scorecard.comment"],
                        pen.Interview.Comment,
                        Multiline: true,
                        LongestComment,
                        pen.Press(Presses.Verbs.Comment)
                    ),
                    Notes(pen),
                    new TextLine(pen.Text["scorecard.draft"], Tone.Small),
                ],
                [
                    pen.Button("button.preview", pen.Press(Presses.Verbs.Preview, "open"), ButtonStyle.Primary),
                    pen.Button("button.reopen", pen.Press(Presses.Verbs.Reopen)),
                    pen.Interview.LivingNotes.Skip(NewestNotes).Any()
                        ? pen.Button("button.all-notes", pen.Press(Presses.Verbs.Ask, nameof(AskKind.History)))
                        : null,
                ]
            );

    /// <summary>"14:00-14:58 · no time · ended by itself"</summary>
    public static string Times(Pen pen)
    {
        var interview = pen.Interview;
        return Pen.Dots(
            interview is { BegunAt: { } begun, EndedAt: { } ended } ? $"{pen.At(begun)}–{pen.At(ended)}" : null,
            EndReasons.Of(interview.EndReason, pen.Text),
            interview.EndedByItself ? pen.Text["ended-by-itself"] : null
        );
    }

    public static string Recommended(Recommendation value, Texts text) => text[$"recommend.{value}"];

    private static ChoiceField Recommendation(Pen pen) =>
        new(
            "recommendation",
            pen.Text["scorecard.recommendation"],
            [.. Enum.GetValues<Recommendation>().Select(r => new ChoiceOption(r.ToString(), Recommended(r, pen.Text)))],
            pen.Interview.Recommendation?.ToString(),
            pen.Press(Presses.Verbs.Recommend)
        );

    private static ChoiceField TopicRating(Pen pen, TopicView topic) =>
        new(
            $"topic-{topic.Key}",
            Rated(pen, topic),
            [
                new ChoiceOption("", pen.Text["rating.none"]),
                .. Enumerable
                    .Range(Grade.Lowest, Grade.Highest)
                    .Select(v => new ChoiceOption($"{v}", Grade.Of(v, pen.Text))),
            ],
            topic.Rating is { } rating ? $"{rating}" : "",
            pen.Press(Presses.Verbs.RateTopic, topic.Key)
        );

    /// <summary>The topic, with what its questions were rated while they were asked.</summary>
    private static string Rated(Pen pen, TopicView topic)
    {
        var progress = pen.Interview.Progress;
        var ratings = progress
            .Ratings.Where(r => r.Key.Topic == topic.Key)
            .OrderBy(r => progress.Order.IndexOf(r.Key))
            .Select(r => Grade.Of(r.Value, pen.Text))
            .ToList();
        return ratings.Count == 0
            ? topic.Title
            : pen.Text.With("scorecard.rated", topic.Title, string.Join(" · ", ratings));
    }

    private static CardPart Notes(Pen pen)
    {
        var notes = pen.Interview.LivingNotes.ToImmutableArray();
        if (notes.IsEmpty)
            return new TextLine(pen.Text["scorecard.no-notes"], Tone.Small);
        var label = pen.Text.Count("scorecard.notes", notes.Length);
        return new ItemList(
            notes.Length > NewestNotes ? $"{label} {pen.Text.With("scorecard.newest", NewestNotes)}" : label,
            [.. notes.TakeLast(NewestNotes).Select(n => NoteLines.Own(pen, n))],
            Apart: true
        );
    }
}
