using InterviewBot.Conversation.Asking;
using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.State;

namespace InterviewBot.Conversation.Ending;

/// <summary>A note as a line: when, where, its mark, its words, and what has to be said about it.</summary>
internal static class NoteLines
{
    /// <summary>For the person who wrote it: with "private".</summary>
    public static string Own(Pen pen, Note note) =>
        Pen.Dots(Published(pen, note), note.Private ? pen.Text["note.private"] : null);

    /// <summary>For others; the caller leaves private notes out.</summary>
    public static string Published(Pen pen, Note note) =>
        Pen.Dots(
            pen.Text.With("note.line", pen.At(note.SaidAt), Where(pen, note), AskingLines.Mark(note.Mark) + note.Text),
            note.WrittenAfter
                ? pen.Text[note.SaidAt > pen.Interview.SubmittedAt ? "note.addendum" : "note.written-after"]
                : null
        );

    private static string Where(Pen pen, Note note) =>
        note.Question is { } question && pen.View.Topics.FirstOrDefault(t => t.Key == question.Topic) is { } topic
            ? " " + topic.Title
            : "";
}
