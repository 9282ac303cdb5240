using System.Collections.Immutable;
using InterviewBot.Conversation.Cards;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Asking;

/// <summary>
/// A fork: the interviewer's own judgement ("your call") or a question to the candidate ("ask"). Says where each answer leads; forks in a row are answered together.
/// </summary>
internal static class ForkCard
{
    public static Card Of(Pen pen, AskingView asking)
    {
        var judgement = asking.Fork == ForkKind.Judgement;
        var (say, own) = PromptCard.Say(pen, asking);
        var rate = RateMenu.Of(pen);
        var roomForRate = pen.View.Branches.Length <= 3;
        var extra = pen.View.Branches.Length <= 2 ? AskingLines.FinishNow(pen) ?? BelongsToPrevious.Of(pen) : null;
        return pen.Card(
            say,
            [
                AskingLines.IsItOver(pen),
                AskingLines.EndedTopic(pen),
                Bridge.Of(pen, asking),
                judgement ? new TextLine(say, Tone.Title, pen.GuideLanguage) : new SayLine(say, pen.GuideLanguage),
                own is null ? null : new TextLine(own, Tone.Small, pen.GuideLanguage),
                new TextLine(pen.Text[judgement ? "fork.judgement" : "fork.ask"], Tone.Small),
                .. pen.View.Branches.Select(b => new TextLine(Line(pen, b))),
                PromptCard.ListenFor(pen, asking),
                AskingLines.Tip(pen, asking),
                AskingLines.ClosingReminder(pen, asking),
                AskingLines.Progress(pen, asking),
                AskingLines.Person(pen, LastRating(pen, asking)),
                AskingLines.FilesNotKept(pen),
            ],
            [
                .. pen.View.Branches.Select((b, i) => Answer(pen, b, judgement, i == 0)),
                roomForRate ? rate : null,
                JumpMenu.Of(pen),
                MoreMenu.Of(pen, roomForRate ? null : rate),
                extra,
            ]
        );
    }

    private static ButtonAction Answer(Pen pen, BranchView branch, bool judgement, bool first) =>
        new(
            Label(pen, branch, judgement),
            pen.Move(Presses.Verbs.Fork, string.Concat(branch.Answers.Select(a => a ? 'y' : 'n'))),
            first ? ButtonStyle.Primary : ButtonStyle.Default,
            Leads(pen, branch)
        );

    // "Yes, deeper", "No, move on"; in a row "No, then yes".
    private static string Label(Pen pen, BranchView branch, bool judgement) =>
        branch.Answers switch
        {
            _ when branch.Names.Any(n => n.Length > 0) => Named(pen, branch),
            [true] when judgement && branch.FirstQuestion is not null => pen.Text["fork.yes-deeper"],
            [false] when judgement => pen.Text["fork.no-move-on"],
            var answers => Answers(pen, answers),
        };

    // "No: client", where the author wrote c(no@client); in a row "Yes, then no: client".
    private static string Named(Pen pen, BranchView branch) =>
        pen.Text.With(
            "fork.line",
            Answers(pen, branch.Answers),
            string.Join(" · ", branch.Names.Where(n => n.Length > 0))
        );

    private static string Answers(Pen pen, ImmutableArray<bool> answers) =>
        answers
            .Skip(1)
            .Aggregate(
                pen.Text[answers[0] ? "fork.yes" : "fork.no"],
                (text, yes) => pen.Text.With(yes ? "fork.then-yes" : "fork.then-no", text)
            );

    // "Yes: 3 questions, 6 min, first “…”"; in a row with the words of the further forks.
    private static string Line(Pen pen, BranchView branch)
    {
        var further = branch.Forks.Skip(1).Select(f => pen.Text.Quote(Wording.Of(f).Question, 30)).ToList();
        var answers = Answers(pen, branch.Answers);
        var about = further.Count == 0 ? answers : pen.Text.With("fork.to", answers, string.Join(" · ", further));
        return pen.Text.With("fork.line", about, Leads(pen, branch));
    }

    private static string Leads(Pen pen, BranchView branch) =>
        branch switch
        {
            { FirstQuestion: { } first } => pen.Text.With(
                branch.Questions == 1 ? "fork.question" : "fork.questions",
                branch.Questions,
                branch.Minutes,
                pen.Text.Quote(Wording.Of(first).Question, 50)
            ),
            { NextTopic: { } next } => pen.Text.With("fork.topic", next, branch.Minutes),
            _ => pen.Text["fork.nothing"],
        };

    private static int? LastRating(Pen pen, AskingView asking)
    {
        var progress = pen.Interview.Progress;
        if (asking.Fork == ForkKind.Ask || progress.Order.Count == 0)
            return asking.Rating;
        return progress.Ratings.TryGetValue(progress.Order[^1], out var rating) ? rating : null;
    }
}
