using System.Collections.Immutable;
using InterviewBot.Conversation.Asking;
using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Pausing;

/// <summary>While paused: where we were, with a sentence to say, and what is still open.</summary>
internal static class ResumeCard
{
    public static Card Of(Pen pen)
    {
        var say = Say(pen);
        var open = pen.View.Topics.Where(t => t.Planned && t.Coverage != Coverage.Covered).ToList();
        return pen.Card(
            say,
            [
                AskingLines.IsItOver(pen),
                new TextLine(Pen.Dots(Since(pen), AskingLines.Ends(pen)), Tone.Title),
                pen.Interview.PausedFor is null ? null : new TextLine(pen.Text["paused.set-aside"], Tone.Small),
                new SayLine(say, pen.GuideLanguage),
                open.Count == 0
                    ? null
                    : new ItemList(
                        pen.Text["paused.open"],
                        [.. open.Select(t => $"{t.Title} {t.Minutes}")],
                        Language: pen.GuideLanguage
                    ),
                AskingLines.Person(pen, null),
            ],
            [
                pen.Button("button.resume", pen.Press(Presses.Verbs.Resume), ButtonStyle.Primary),
                EndsAt(pen),
                pen.View.ClosingTopic is null ? null : pen.Button("button.wrap-up", pen.Move(Presses.Verbs.WrapUp)),
                pen.Button("button.finish", pen.Press(Presses.Verbs.ProposeFinish)),
            ]
        );
    }

    private static string? Since(Pen pen) =>
        pen.Interview.PausedAt is { } at ? pen.Text.With("paused.since", pen.At(at)) : pen.Text["paused.title"];

    private static string Say(Pen pen)
    {
        var spot = pen.Interview.Spot;
        var words =
            pen.View.Asking is { } asking ? PromptCard.Say(pen, asking).Say
            : spot.Kind is SpotKind.Question or SpotKind.Fork ? Wording.Of(spot.Words).Question
            : spot.TopicTitle;
        return words.Length == 0 ? pen.Spoken["say.resume"] : pen.Spoken.With("say.resume-at", words);
    }

    // Minutes from now, as the command counts: a time of day would be wrong by the time it is pressed.
    private static MenuAction EndsAt(Pen pen) =>
        new(
            "ends",
            pen.Text["button.ends-at"],
            [
                .. ImmutableArray
                    .Create(10, 15, 30, 45, 60)
                    .Select(m => new MenuOption(
                        pen.Text.With("paused.from-now", m),
                        pen.Press(Presses.Verbs.ChangeEnd, $"{m}")
                    )),
            ]
        );
}
