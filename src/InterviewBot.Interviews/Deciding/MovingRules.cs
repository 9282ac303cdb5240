using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Deciding;

/// <summary>Moves. Only moves go stale: a button by its step, a typed word by its time.</summary>
internal static class MovingRules
{
    public static Decision Decide(Interview interview, Guide? guide, MoveCommand move, DateTimeOffset now)
    {
        if (interview.IsOver)
            return Refusal.InterviewIsOver;
        if (interview.Phase == Phase.Preparing)
            return Refusal.NotBegun;
        if (interview.Phase == Phase.Paused && move is not WrapUp)
            return Refusal.IsPaused;
        if (move.Step is { } step && step != interview.Step)
            return Refusal.AlreadyMovedOn;
        if (move.Step is null && interview.IsLate(move.TypedAt))
            return Refusal.TooLate;
        if (move is Undo)
            return interview.Past.IsEmpty
                ? Refusal.NothingToUndo
                : Typed(Decision.Of(new StepUndone(interview.Step + 1)), move);
        if (guide is null)
            return Refusal.GuideMissing;

        var walker = new Walker(guide, interview, now);
        if (interview.Phase == Phase.Paused)
            walker.Record(new InterviewResumed());
        var decision = move switch
        {
            Next => walker.Pass(PassedAs.Asked, null),
            Skip { Kind: SkipKind.AlreadyAnswered } skip => walker.Pass(PassedAs.AlreadyAnswered, skip.Reason),
            Skip { Kind: SkipKind.NotNow } skip => walker.Pass(PassedAs.NotNow, skip.Reason),
            Skip => walker.CloseTopic(),
            AnswerFork answer => walker.Answer(answer.Answers),
            JumpTo jump => walker.Jump(jump.Topic),
            PickQuestion pick => walker.Pick(pick.Question),
            LeavePool => interview.Spot.Kind == SpotKind.Pool ? walker.CloseTopic() : Refusal.NoPool,
            WrapUp wrapUp => walker.WrapUp(wrapUp.Reason),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for the move {move.GetType().Name}."),
        };
        return Typed(decision, move);
    }

    private static Decision Typed(Decision decision, MoveCommand move) =>
        decision.Refusal is null && move.TypedAt is { } at
            ? decision with
            {
                Events = decision.Events.Add(new MoveTyped(at)),
            }
            : decision;
}
