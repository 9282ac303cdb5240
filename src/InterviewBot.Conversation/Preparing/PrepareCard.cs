using System.Collections.Immutable;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Preparing;

/// <summary>Before the interview: look at the CV, the plan, where the board will go. No clock and no board yet.</summary>
internal static class PrepareCard
{
    private static readonly ImmutableArray<int> Lengths = [30, 45, 60, 75, 90];

    public static Card Of(Pen pen)
    {
        var interview = pen.Interview;
        var planned = pen.View.Topics.Where(t => t.Planned).ToList();
        return pen.Card(
            pen.Text["prepare.fallback"],
            [
                new TextLine(
                    Pen.Dots(pen.Who, interview.GuideTitle, pen.Text.With("minutes", interview.Minutes)),
                    Tone.Title
                ),
                interview.GuideFor is { Length: > 0 } whom
                    ? new TextLine(pen.Text.With("prepare.for", whom), Tone.Small)
                    : null,
                .. pen.View.Preparation.Select(Tip),
                new ItemList(
                    pen.Text.With("prepare.plan", planned.Sum(t => t.Minutes)),
                    [.. planned.Select(t => $"{t.Title} {t.Minutes}")],
                    Language: pen.GuideLanguage
                ),
                NotPlanned(pen),
                TooLong(pen, planned.Sum(t => t.Minutes)),
                NoClosing(pen),
                new TextLine(
                    interview.Channel is null
                        ? pen.Text["prepare.no-channel"]
                        : pen.Text.With("prepare.channel", ChannelMenu.Name(pen)),
                    Tone.Small
                ),
                new TextLine(pen.Text["prepare.smile"]),
                Asking.AskingLines.Notes(pen, [.. interview.LivingNotes]) is { } notes && !interview.Hidden
                    ? new TextLine(notes, Tone.Small)
                    : null,
            ],
            [
                pen.Button("button.begin", pen.Move(Presses.Verbs.Begin), ButtonStyle.Primary),
                ChangePlan(pen),
                ChannelMenu.Of(pen),
                pen.Button("button.not-here", pen.Move(Presses.Verbs.NoShow)),
                pen.Button("button.cancel", pen.Press(Presses.Verbs.Ask, nameof(AskKind.Cancel)), ButtonStyle.Danger),
            ]
        );

        CardPart Tip(StageTip stage) =>
            new TextLine(
                stage.Tip.Length == 0 ? stage.Title : pen.Text.With("label", stage.Title, stage.Tip),
                Language: pen.GuideLanguage
            );
    }

    private static ItemList? NotPlanned(Pen pen)
    {
        var left = pen.View.Topics.Where(t => !t.Planned).Select(t => t.Title).ToImmutableArray();
        return left.IsEmpty ? null : new ItemList(pen.Text["not-planned"], left, Language: pen.GuideLanguage);
    }

    private static TextLine? TooLong(Pen pen, int minutes) =>
        minutes > pen.Interview.Minutes
            ? new TextLine(pen.Text.With("prepare.too-long", minutes, pen.Interview.Minutes), Tone.Notice)
            : null;

    private static TextLine? NoClosing(Pen pen) =>
        pen.View.Topics.Any(t => t.IsClosing) && !pen.View.Topics.Any(t => t is { IsClosing: true, Planned: true })
            ? new TextLine(
                pen.Text.With("prepare.no-closing", pen.View.Topics.First(t => t.IsClosing).StageTitle),
                Tone.Notice
            )
            : null;

    private static MenuAction ChangePlan(Pen pen) =>
        new(
            "plan",
            pen.Text["button.change-plan"],
            [
                .. Lengths.Select(m => new MenuOption(
                    pen.Text.With("minutes", m),
                    pen.Press(Presses.Verbs.Minutes, $"{m}"),
                    pen.Text["prepare.length"],
                    m == pen.Interview.Minutes ? pen.Text["prepare.length-now"] : null
                )),
                .. pen.View.Topics.Select(t => new MenuOption(
                    pen.Text.With(t.Planned ? "prepare.leave-out" : "prepare.take-in", t.Title),
                    pen.Press(Presses.Verbs.Plan, (t.Planned ? "-" : "+") + t.Key),
                    pen.Text["prepare.topics"],
                    pen.Text.With("minutes", t.Minutes)
                )),
                new MenuOption(
                    pen.Text["button.candidate"],
                    pen.Press(Presses.Verbs.Candidate),
                    pen.Text["prepare.candidate"],
                    null,
                    pen.Text["candidate.label"]
                ),
            ]
        );
}
