using System.Collections.Immutable;
using InterviewBot.Conversation.Asking;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Ending;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Panel;

/// <summary>The parts of which summaries and recruiter's messages are made. Private notes, and those kept back, never stand in them.</summary>
internal static class SummaryParts
{
    public static IEnumerable<CardPart> Coverage(Pen pen)
    {
        var view = pen.View;
        if (CoverageLines.Covered(pen.Text, view) is { } covered)
            yield return covered;
        if (pen.Interview.IsOver && Missed(pen) is { } missed)
            yield return missed;
        if (CoverageLines.NotPlanned(pen.Text, view) is { } notPlanned)
            yield return notPlanned;
    }

    /// <summary>What the interviewer says, once all may see it.</summary>
    public static IEnumerable<CardPart> Verdict(Pen pen)
    {
        var interview = pen.Interview;
        if (interview.Recommendation is { } recommended)
            yield return new TextLine(
                pen.Text.With(
                    "label",
                    pen.Text["scorecard.recommendation"],
                    ScorecardCard.Recommended(recommended, pen.Text)
                ),
                Tone.Title
            );
        if (interview.Comment.Length > 0)
            yield return new TextLine(pen.Text.With("label", pen.Text["scorecard.comment"], interview.Comment));
        var notes = interview.LivingNotes.Where(n => !n.Private).ToImmutableArray();
        if (Notes(pen, "summary.highlights", notes.Where(n => n.Mark == NoteMark.Plus)) is { } highlights)
            yield return highlights;
        foreach (var rating in Ratings(pen))
            yield return rating;
        if (Notes(pen, "summary.notes", notes) is { } all)
            yield return all;
    }

    /// <summary>Ratings in words, by topic; the topic's own first. Not rated is not assessed and not listed. There is no overall score.</summary>
    public static IEnumerable<CardPart> Ratings(Pen pen)
    {
        var items = pen.View.Topics.SelectMany(t => OfTopic(pen, t)).ToImmutableArray();
        return items.IsEmpty ? [] : [new ItemList(pen.Text["summary.ratings"], items, Apart: true)];
    }

    private static IEnumerable<string> OfTopic(Pen pen, TopicView topic)
    {
        if (topic.Rating is { } rating)
            yield return pen.Text.With("label", topic.Title, Grade.Of(rating, pen.Text));
        var progress = pen.Interview.Progress;
        var rated = progress.Ratings.Where(r => r.Key.Topic == topic.Key).OrderBy(r => progress.Order.IndexOf(r.Key));
        foreach (var (question, value) in rated)
            yield return pen.Text.With("summary.rated", topic.Title, Words(pen, question), Grade.Of(value, pen.Text));
    }

    private static string Words(Pen pen, QuestionId question)
    {
        var words =
            pen.Interview.Progress.Passed.TryGetValue(question, out var passed) ? passed.Words
            : pen.Interview.Spot.Question == question ? pen.Interview.Spot.Words
            : pen.View.Guide?.Find(question.Topic)
                ?.Flows.FirstOrDefault(f => f.Block == question.Block)
                ?.Find(question.Node)
                ?.Text
                ?? question.Node;
        return pen.Text.Quote(Wording.Of(words).Question, 80);
    }

    private static ItemList? Missed(Pen pen)
    {
        var missed = pen.View.Topics.Where(CoverageLines.IsMissed).ToList();
        return missed.Count == 0
            ? null
            : new ItemList(pen.Text["missed"], [.. missed.Select(t => Missed(pen, t))], Language: pen.GuideLanguage);
    }

    // A reason given for the topic itself tells more than the one for everything that was left.
    private static string Missed(Pen pen, TopicView topic)
    {
        var progress = pen.Interview.Progress;
        var own = progress
            .Order.Where(q => q.Topic == topic.Key)
            .Select(q => progress.Passed.TryGetValue(q, out var passed) ? passed.Reason : null)
            .LastOrDefault(reason => reason is { Length: > 0 });
        var reason = EndReasons.Of(own ?? progress.WrapUpReason ?? pen.Interview.EndReason, pen.Text);
        var title = topic.Required ? pen.Text.With("required", topic.Title) : topic.Title;
        return reason is null ? title : pen.Text.With("missed.because", title, reason);
    }

    private static ItemList? Notes(Pen pen, string label, IEnumerable<Note> notes)
    {
        var lines = notes.Select(n => NoteLines.Published(pen, n)).ToImmutableArray();
        return lines.IsEmpty ? null : new ItemList(pen.Text[label], lines, Apart: true);
    }
}
