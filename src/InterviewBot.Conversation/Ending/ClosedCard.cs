using InterviewBot.Conversation.Cards;

namespace InterviewBot.Conversation.Ending;

/// <summary>What is left of an interview's card when nothing can be pressed any more.</summary>
internal static class ClosedCard
{
    public static Card Sent(Pen pen)
    {
        var notes = pen.Interview.LivingNotes.ToList();
        var kept = notes.Count(n => n.Private);
        var ratings = pen.Interview.Progress.Ratings.Count + pen.Interview.Progress.TopicRatings.Count;
        return pen.Card(
            pen.Text["sent.fallback"],
            [
                new TextLine(pen.Text.With("sent.title", pen.Who), Tone.Title),
                pen.Interview.Hidden
                    ? null
                    : new TextLine(
                        pen.Text.With(
                            "sent.what",
                            Pen.Dots(
                                pen.Interview.Recommendation is { } r ? ScorecardCard.Recommended(r, pen.Text) : null,
                                pen.Text.Count("sent.ratings", ratings),
                                pen.Text.Count("sent.notes", notes.Count - kept),
                                kept == 0 ? null : pen.Text.Count("sent.kept", kept)
                            )
                        )
                    ),
                new TextLine(Receivers.Sent(pen), Tone.Small),
            ],
            []
        );
    }

    public static Card NoShow(Pen pen) =>
        pen.Card(
            pen.Text["no-show.fallback"],
            [
                new TextLine(pen.Text.With("no-show.title", pen.Who), Tone.Title),
                new TextLine(
                    pen.Text[
                        pen.Interview.Recruiters.IsEmpty ? "no-show.nobody"
                        : pen.View.Arrived.AtRecruiters ? "no-show.told"
                        : "no-show.tells"
                    ],
                    Tone.Small
                ),
            ],
            []
        );

    public static Card Cancelled(Pen pen) =>
        pen.Card(
            pen.Text["cancelled.fallback"],
            [
                new TextLine(pen.Text.With("cancelled.title", pen.Who), Tone.Title),
                new TextLine(pen.Text["cancelled.nothing"], Tone.Small),
            ],
            []
        );
}
