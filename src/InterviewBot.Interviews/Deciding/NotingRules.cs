using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Deciding;

/// <summary>Notes. Typing a line is taking a note; nothing typed is lost, nothing typed moves the card.</summary>
internal static class NotingRules
{
    /// <summary>A bound, so that no stream grows for ever; an hour of fast typing is a tenth of it.</summary>
    public const int MostNotes = 2_000;

    public static Decision Decide(Interview interview, InterviewCommand command) =>
        // After the scorecard was sent a note is an addendum, stamped so; what was sent is not changed any more.
        interview.Phase
            is Phase.NoShow
                or Phase.Cancelled
        || (interview.Phase == Phase.Submitted && command is not TakeNote)
            ? Refusal.InterviewIsOver
            : command switch
            {
                TakeNote take => Take(interview, take),
                EditNote edit => Edit(interview, edit),
                DeleteNote delete => Delete(interview, delete),
                MoveNote move => Find(interview, move.NoteId) is not { } note ? Refusal.UnknownNote
                : note.Question == move.Question ? Decision.Nothing
                : !Known(interview, move.Question) ? Refusal.UnknownQuestion
                : Decision.Of(new NoteMoved(move.NoteId, move.Question)),
                KeepAllPrivate keep => new Decision(
                    [
                        .. interview
                            .LivingNotes.Where(n => !n.ForEver && n.Private != keep.Private)
                            .Select(n => new NoteKept(n.Id, keep.Private)),
                    ],
                    null
                ),
                KeepNotePrivate keep => Find(interview, keep.NoteId) is not { } note ? Refusal.UnknownNote
                : note.Private == keep.Private || note.ForEver ? Decision.Nothing
                : Decision.Of(new NoteKept(keep.NoteId, keep.Private)),
                _ => Decision.Nothing,
            };

    private static Decision Take(Interview interview, TakeNote take)
    {
        if (interview.Notes.ContainsKey(take.NoteId))
            return Decision.Nothing; // the late original of an edit, or a second delivery
        if (take.Text.Length > NoteText.Longest)
            return Refusal.NoteTooLong;
        if (interview.NotesTaken >= MostNotes)
            return Refusal.TooManyNotes;
        var (text, mark, hidden) = NoteText.Read(take.Text);
        if (text.Length == 0 && !take.HadFiles)
            return Decision.Nothing;
        var after = interview.Phase is Phase.Finished or Phase.Submitted;
        var question =
            take.About
            ?? (
                take.AboutTopic is { } topic ? InTopic(interview, topic)
                : after ? null
                : At(interview, take.SaidAt)
            );
        return Decision.Of(new NoteTaken(take.NoteId, question, text, mark, hidden, take.SaidAt, after, take.HadFiles));
    }

    // An edit or deletion that overtakes its original: it is the note, and the original will change nothing.
    private static Decision Edit(Interview interview, EditNote edit)
    {
        if (edit.Text.Length > NoteText.Longest)
            return Refusal.NoteTooLong;
        var (text, mark, hidden) = NoteText.Read(edit.Text);
        if (!interview.Notes.TryGetValue(edit.NoteId, out var note))
            return Take(interview, new TakeNote(edit.NoteId, edit.Text, edit.EditedAt));
        return note.DeletedAt is not null || note.NewestEdit >= edit.EditedAt
            ? Decision.Nothing
            : Decision.Of(new NoteEdited(edit.NoteId, text, mark, hidden, edit.EditedAt));
    }

    private static Decision Delete(Interview interview, DeleteNote delete)
    {
        if (interview.Notes.TryGetValue(delete.NoteId, out var note))
            return note.DeletedAt is null
                ? Decision.Of(new NoteDeleted(delete.NoteId, delete.DeletedAt))
                : Decision.Nothing;
        return interview.NotesTaken >= MostNotes
            ? Refusal.TooManyNotes
            : Decision.Of(
                new NoteTaken(delete.NoteId, null, "", NoteMark.None, true, delete.DeletedAt, false, false),
                new NoteDeleted(delete.NoteId, delete.DeletedAt)
            );
    }

    /// <summary>The question that stood on the card at the message's own time.</summary>
    private static QuestionId? At(Interview interview, DateTimeOffset saidAt)
    {
        var then = interview.Timeline.LastOrDefault(t => t.From <= saidAt) ?? interview.Timeline.FirstOrDefault();
        return then?.Question;
    }

    private static QuestionId InTopic(Interview interview, string topic) =>
        interview.AtHand is { } here && here.Topic == topic
            ? here
            : interview.Progress.Order.LastOrDefault(q => q.Topic == topic) ?? new QuestionId(topic, 0, "");

    private static bool Known(Interview interview, QuestionId question) =>
        interview.Progress.Passed.ContainsKey(question)
        || question == interview.Spot.Question
        || interview.Timeline.Any(t => t.Question == question);

    private static Note? Find(Interview interview, string id) =>
        interview.Notes.TryGetValue(id, out var note) && note.DeletedAt is null ? note : null;
}
