using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Deciding;

/// <summary>State + guide + command + who + time -> events, or a refusal. Pure: no clock, no ids made here, no I/O; never throws for a command.</summary>
public static class InterviewRules
{
    /// <param name="guide">The pinned guide; null when its text is not known, then what needs it is refused.</param>
    /// <param name="now">Never earlier than the interview's newest commit.</param>
    public static Decision Decide(
        Interview interview,
        Guide? guide,
        InterviewCommand command,
        Acting acting,
        DateTimeOffset now
    )
    {
        if (interview.Phase == Phase.Forgotten)
            return Refusal.Gone;
        if (command is StartInterview start)
            return interview.Phase == Phase.None ? PreparingRules.Start(start, guide, acting, now) : Decision.Nothing;
        if (interview.Phase == Phase.None)
            return Refusal.Gone;
        if (acting.By is { } by && by != interview.Interviewer)
            return Refusal.NotYours;
        return command switch
        {
            BeginInterview
            or RecordNoShow
            or CancelInterview
            or ChangeMinutes
            or PlanTopic
            or NameCandidate
            or TakeNameBack
            or ChooseChannel => PreparingRules.Decide(interview, guide, command, acting, now),
            LookBack or StopLooking or SimplerWords => LookingRules.Decide(interview, guide, command),
            MoveCommand move => MovingRules.Decide(interview, guide, move, now),
            TakeNote or EditNote or DeleteNote or MoveNote or KeepNotePrivate or KeepAllPrivate => NotingRules.Decide(
                interview,
                command
            ),
            RateQuestion or RateTopic or RateCurrent => RatingRules.Decide(interview, guide, command),
            Rang or SetAside => TimerRules.Decide(interview, command, now),
            BringCardDown => CardDown(interview, acting),
            HideDetails hide => hide.Hidden == interview.Hidden
                ? Decision.Nothing
                : Decision.Of(new Events.DetailsHidden(hide.Hidden)),
            _ => EndingRules.Decide(interview, command, acting, now),
        };
    }

    // A card asked for is the one to go on with: typed lines go there from now on, unless nothing can be typed there any more.
    private static Decision CardDown(Interview interview, Acting acting)
    {
        var elsewhere = acting.IsNotCurrent(interview);
        var canBeCurrent = !interview.IsOver || interview.Phase == Phase.Finished;
        return elsewhere && canBeCurrent && acting.By is not null
            ? Decision.Of(new Events.BecameCurrent(acting.CurrentElsewhere), new Events.CardCalledDown())
            : Decision.Of(new Events.CardCalledDown());
    }
}
