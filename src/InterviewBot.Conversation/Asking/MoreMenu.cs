using System.Collections.Immutable;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Asking;

/// <summary>More v: Undo · Previous · Simpler words · More questions · Pause · Wrap up · Finish, and hide or show.</summary>
internal static class MoreMenu
{
    // A select of Slack's holds 100 options; the rest of a long list stays reachable by Jump.
    private const int MostQuestions = 40;

    /// <param name="overflow">Options of a menu that had no place on the card.</param>
    public static MenuAction Of(Pen pen, MenuAction? overflow = null)
    {
        var options = ImmutableArray.CreateBuilder<MenuOption>();
        void Add(string text, Press press, string? asksFor = null) =>
            options.Add(new MenuOption(pen.Text[text], press, null, null, asksFor is null ? null : pen.Text[asksFor]));

        if (overflow is not null)
            options.AddRange(overflow.Options.Select(o => o with { Group = o.Group ?? overflow.Label }));
        if (pen.View.CanUndo)
            Add("button.undo", pen.Move(Presses.Verbs.Undo));
        if (pen.View.CanLookBack)
            Add("button.previous", pen.Press(Presses.Verbs.LookBack));
        if (pen.View.Asking is { } asking)
        {
            if (asking.Notes.Say.Length > 1)
                Add("button.simpler", pen.Press(Presses.Verbs.Simpler, asking.Question.ToString()));
            if (HasTip(asking))
                Add("button.tip", pen.Press(Presses.Verbs.Ask, nameof(AskKind.Tip)));
        }
        if (pen.Interview.Phase == Phase.Running)
            Add("button.pause", pen.Press(Presses.Verbs.Pause));
        if (pen.View is { ClosingTopic: not null, Guide: not null } && pen.View.Asking?.IsClosing != true)
            Add("button.wrap-up", pen.Move(Presses.Verbs.WrapUp));
        Add("button.finish", pen.Press(Presses.Verbs.ProposeFinish));
        Add(
            pen.Interview.Hidden ? "button.show" : "button.hide",
            pen.Press(Presses.Verbs.Hide, pen.Interview.Hidden ? "off" : "on")
        );
        Add("button.candidate", pen.Press(Presses.Verbs.Candidate), "candidate.label");
        options.AddRange(pen.View.More.Take(MostQuestions).Select(q => Question(pen, q)));
        return new MenuAction("more", pen.Text["button.more"], options.ToImmutable());
    }

    private static bool HasTip(AskingView asking) =>
        asking.Tip.Length > 0
        || !asking.Notes.FollowUp.IsEmpty
        || !asking.Notes.RedFlags.IsEmpty
        || asking.Link is not null;

    private static MenuOption Question(Pen pen, ChoiceView question) =>
        new(
            question.Words,
            pen.Move(Presses.Verbs.Pick, question.Question.ToString()),
            pen.Text["more.questions"],
            Pen.Dots(question.TopicTitle, question.Passed ? pen.Text["question.asked"] : null)
        );
}
