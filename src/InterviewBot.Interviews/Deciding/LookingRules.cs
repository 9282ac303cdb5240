using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Deciding;

/// <summary>Looking at an earlier question, and at simpler words. Neither is a move.</summary>
internal static class LookingRules
{
    public static Decision Decide(Interview interview, Guide? guide, InterviewCommand command)
    {
        if (interview.IsOver)
            return Refusal.InterviewIsOver;
        if (interview.Phase == Phase.Preparing)
            return Refusal.NotBegun;
        if (interview.Phase == Phase.Paused)
            return Refusal.IsPaused;
        return command switch
        {
            LookBack look => Look(interview, look),
            StopLooking => interview.Looking is null ? Decision.Nothing : Decision.Of(new StoppedLooking()),
            SimplerWords simpler => Simplify(interview, guide, simpler),
            _ => Decision.Nothing,
        };
    }

    private static Decision Look(Interview interview, LookBack look)
    {
        var order = interview.Progress.Order;
        if (look.Question is { } wanted)
            return order.Contains(wanted) ? Decision.Of(new LookedBack(wanted)) : Refusal.UnknownQuestion;
        var from = interview.Looking is { } here ? order.IndexOf(here) : order.Count;
        return from <= 0 ? Refusal.NothingBefore : Decision.Of(new LookedBack(order[from - 1]));
    }

    private static Decision Simplify(Interview interview, Guide? guide, SimplerWords simpler)
    {
        var say = guide?.Find(simpler.Question.Topic)?.About(simpler.Question.Block, simpler.Question.Node).Say ?? [];
        var shown = interview.SaidIndex.GetValueOrDefault(simpler.Question);
        return say.Length < 2
            ? Refusal.NoSimplerWords
            : Decision.Of(new WordsSimplified(simpler.Question, (shown + 1) % say.Length));
    }
}
