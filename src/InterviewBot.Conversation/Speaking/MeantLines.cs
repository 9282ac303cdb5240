using System.Diagnostics;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Words;

namespace InterviewBot.Conversation.Speaking;

/// <summary>What stands beside a kept note that may have been meant otherwise: one line, and a button for the other meaning.</summary>
internal static class MeantLines
{
    private const int Longest = 40;

    public static string Of(Pen pen, Meant meant) =>
        meant switch
        {
            Meant.Rating => pen.Text["meant.rating"],
            Meant.Picking { HasList: true } => pen.Text["meant.pick-one"],
            Meant.Picking => pen.Text["meant.no-list"],
            _ => pen.Text["meant.kept"],
        };

    public static IEnumerable<ButtonAction> Buttons(Pen pen, Meant meant, string noteId) =>
        meant switch
        {
            Meant.Name { Text: var name } =>
            [
                new(
                    pen.Text.With(
                        pen.Interview.Candidate is null ? "button.name-it" : "button.rename",
                        pen.Interview.Hidden ? pen.Text["candidate.hidden"] : Glance.Of(name, Longest)
                    ),
                    pen.Press(Presses.Verbs.Meant, noteId)
                ),
            ],
            // A move goes stale with the next one.
            Meant.Word { Line: var line } => [Do(pen, line, pen.Move(Presses.Verbs.Meant, noteId))],
            Meant.Starting { GuideQuery: var guide } =>
            [
                Do(pen, $"start {guide}", pen.Press(Presses.Verbs.Meant, noteId)),
            ],
            Meant.Rating { Question: not null } => Enumerable
                .Range(1, 4)
                .Select(n => new ButtonAction(Grade.Of(n, pen.Text), pen.Press(Presses.Verbs.Meant, $"{noteId} {n}"))),
            Meant.Rating or Meant.Picking => [],
            _ => throw new UnreachableException($"No button for {meant.GetType().Name}."),
        };

    private static ButtonAction Do(Pen pen, string what, Press press) =>
        new(pen.Text.With("button.do", Glance.Of(what, Longest)), press);
}
