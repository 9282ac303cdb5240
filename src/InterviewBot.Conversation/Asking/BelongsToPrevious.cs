using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.State;

namespace InterviewBot.Conversation.Asking;

/// <summary>[Belongs to previous]: a note taken within 20 s after a move was often meant for the question before. Offered for 20 s after the note.</summary>
internal static class BelongsToPrevious
{
    public static ButtonAction? Of(Pen pen)
    {
        var interview = pen.Interview;
        if (interview is not { MovedAt: { } moved, Spot.Question: { } here, Looking: null })
            return null;
        var note = interview.LivingNotes.LastOrDefault();
        if (note is null || note.Question != here || !LateThoughts.MayBe(note.SaidAt, moved))
            return null;
        if (pen.Now is not { } now || now >= LateThoughts.OfferEnds(note.SaidAt))
            return null;
        return Before(interview, here) is { } before
            ? pen.Button("button.belongs", pen.Press(Presses.Verbs.MoveNote, $"{note.Id} {before}"))
            : null;
    }

    private static QuestionId? Before(Interview interview, QuestionId here) =>
        interview.Timeline.LastOrDefault(t => t.Question is { } q && q != here)?.Question;
}
