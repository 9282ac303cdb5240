using InterviewBot.Conversation.Asking;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Cards;

/// <summary>The one line to which a card shrinks when its successor was posted further down: its question and number of notes. Never a rating: the line stays
/// when details are hidden later.</summary>
public static class Retired
{
    private const int QuoteLength = 80;

    public static Drawing.Line LineFor(InterviewView view)
    {
        var pen = new Pen(view);
        var text = QuestionOf(view.Interview) is { } question ? Of(pen, question) : pen.Text["retired.below"];
        return new Drawing.Line(text, pen.Language);
    }

    /// <summary>
    /// The question that the line speaks of: the one the card showed before the last move. A card that was only called down, or came down
    /// to ask whether to finish, left none.
    /// </summary>
    public static QuestionId? QuestionOf(Interview interview)
    {
        if (
            interview.Phase != Phase.Running
            || interview.CardCalledAt > interview.MovedAt
            || interview.TurnedAt > interview.MovedAt
        )
            return null;
        var present = interview.Spot.Question;
        var left = interview.Timeline.LastOrDefault(t => t.Question is { } q && q != present)?.Question;
        return left is not null && interview.Progress.Passed.ContainsKey(left) ? left : null;
    }

    private static string Of(Pen pen, QuestionId question)
    {
        var interview = pen.Interview;
        var words = pen.Text.Quote(Wording.Of(interview.Progress.Passed[question].Words).Question, QuoteLength);
        if (interview.Hidden)
            return words;
        var notes = interview.LivingNotes.Count(n => n.Question == question);
        return Pen.Dots(words, notes == 0 ? null : pen.Text.Count("retired.notes", notes));
    }
}
