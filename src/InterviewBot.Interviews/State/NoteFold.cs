using System.Diagnostics;
using InterviewBot.Interviews.Events;

namespace InterviewBot.Interviews.State;

/// <summary>Notes: the newest edit wins, a tombstone stays, a late original changes nothing.</summary>
internal static class NoteFold
{
    public static Interview Evolve(Interview interview, InterviewEvent @event) =>
        @event switch
        {
            NoteTaken e when interview.Notes.ContainsKey(e.NoteId) => interview,
            NoteTaken e => With(
                interview with
                {
                    NotesTaken = interview.NotesTaken + 1,
                },
                new Note(
                    e.NoteId,
                    interview.NotesTaken + 1,
                    e.Question,
                    e.Text,
                    e.Mark,
                    e.Private,
                    e.SaidAt,
                    e.WrittenAfter,
                    null,
                    null,
                    e.HadFiles,
                    e.Private
                )
            ),
            NoteEdited e => Change(
                interview,
                e.NoteId,
                e.EditedAt,
                note =>
                    note with
                    {
                        Text = e.Text,
                        Mark = e.Mark,
                        Private = note.Private || e.Private,
                        ForEver = note.ForEver || e.Private,
                        NewestEdit = e.EditedAt,
                    }
            ),
            NoteDeleted e => Change(
                interview,
                e.NoteId,
                e.DeletedAt,
                note => note with { Text = "", DeletedAt = e.DeletedAt, NewestEdit = e.DeletedAt }
            ),
            NoteMoved e => Find(interview, e.NoteId) is { } note
                ? With(interview, note with { Question = e.Question })
                : interview,
            NoteKept e => Find(interview, e.NoteId) is { } note
                ? With(interview, note with { Private = e.Private || note.ForEver })
                : interview,
            _ => throw new UnreachableException($"No fold for {@event.GetType().Name}."),
        };

    private static Interview Change(Interview interview, string id, DateTimeOffset at, Func<Note, Note> change) =>
        Find(interview, id) is { DeletedAt: null } note && (note.NewestEdit is null || note.NewestEdit < at)
            ? With(interview, change(note))
            : interview;

    private static Note? Find(Interview interview, string id) => interview.Notes.GetValueOrDefault(id);

    private static Interview With(Interview interview, Note note) =>
        interview with
        {
            Notes = interview.Notes.SetItem(note.Id, note),
        };
}
