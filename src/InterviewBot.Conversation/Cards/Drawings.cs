using InterviewBot.Conversation.Asking;
using InterviewBot.Conversation.Ending;
using InterviewBot.Conversation.Panel;
using InterviewBot.Conversation.Pausing;
using InterviewBot.Conversation.Preparing;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Cards;

/// <summary>State -> what a surface shows. The one place that decides which card it is.</summary>
public static class Drawings
{
    /// <summary>A surface of an interview: the prompt.</summary>
    public static Drawing Of(string surface, InterviewView view, DateTimeOffset now)
    {
        if (surface != Surfaces.Prompt)
            return new Drawing.Gone();
        var card = Prompt(new Pen(view, now));
        return card is null ? new Drawing.Gone() : new Drawing.Shown(card);
    }

    /// <summary>A surface of a loop: the board, a summary, a recruiter's message, how an interview went.</summary>
    public static Drawing Of(string surface, LoopView view, DateTimeOffset now)
    {
        if (Surfaces.IsPicture(surface))
            return CourseCard.Drawn(view, surface) ?? (Drawing)new Drawing.Gone();
        var card = surface.Split(':', 2) switch
        {
            _ when view.Loop.IsForgotten || view.Interviews.IsEmpty => null,
            [Surfaces.Board] => BoardCard.Of(view),
            ["summary", var id] when StreamId.TryParse(id, out var interview) => SummaryCard.Of(view, interview),
            ["recruiter", _] => RecruiterCard.Of(view),
            ["table", _] => CourseCard.Of(view, surface),
            _ => null,
        };
        return card is null ? new Drawing.Gone() : new Drawing.Shown(card);
    }

    private static Card? Prompt(Pen pen) =>
        pen.Interview.Phase switch
        {
            Phase.Preparing => PrepareCard.Of(pen),
            Phase.Running when pen.Interview.FinishOpen => FinishCard.Of(pen),
            Phase.Running => Running(pen),
            Phase.Paused when pen.Interview.FinishOpen => FinishCard.Of(pen),
            Phase.Paused => ResumeCard.Of(pen),
            Phase.Finished when pen.Interview.PreviewOpen => PreviewCard.Of(pen),
            Phase.Finished => ScorecardCard.Of(pen),
            Phase.Submitted => ClosedCard.Sent(pen),
            Phase.NoShow => ClosedCard.NoShow(pen),
            Phase.Cancelled => ClosedCard.Cancelled(pen),
            _ => null,
        };

    private static Card Running(Pen pen) =>
        (pen.View.Asking, pen.Interview.Spot.Kind) switch
        {
            ({ Looking: true } asking, _) => LookBackCard.Of(pen, asking),
            ({ Fork: not null } asking, _) when !pen.View.Branches.IsEmpty => ForkCard.Of(pen, asking),
            ({ Fork: null } asking, _) => PromptCard.Of(pen, asking),
            (null, SpotKind.Pool) when pen.View.Guide is not null => PoolCard.Of(pen),
            (null, SpotKind.NothingLeft) => LostPlaceCard.NothingLeft(pen),
            _ => LostPlaceCard.GuideLost(pen),
        };
}
