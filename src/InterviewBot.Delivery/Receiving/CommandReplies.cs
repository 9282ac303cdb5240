using InterviewBot.Conversation.Speaking;
using InterviewBot.Delivery.Pumping;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;

namespace InterviewBot.Delivery.Receiving;

/// <summary>Brings a command to its interview and puts into a sentence what came of it; what shows on the card needs none.</summary>
internal sealed class CommandReplies(
    InterviewDesk interviews,
    MyInterviews mine,
    IHouse house,
    SecondTries tries,
    PlaceTroubles? troubles = null
)
{
    public async Task<Reply> Handle(Speaker by, StreamId interview, Cause cause, InterviewCommand command) =>
        command is ChooseChannel { Channel: { } place } && !house.MayHoldBoard(place)
            ? Refused(by, Refusal.UnknownChannel)
            : await To(await interviews.Handle(interview, cause, by.Person, command), by);

    public async Task<Reply> To(Outcome outcome, Speaker by)
    {
        if (outcome is { Kind: OutcomeKind.Refused, Refusal: { } refusal })
            ReceptionMetrics.Refused(by, refusal);
        var text = outcome.Kind switch
        {
            OutcomeKind.Busy => Sentences.Busy(by.Language),
            OutcomeKind.NotServed => Sentences.Unreadable(by.Language),
            OutcomeKind.Refused => Sentences.For(outcome.Refusal!.Value, by.Language),
            OutcomeKind.Done => await SetAside(outcome, by),
            _ => null,
        };
        var interview = outcome.Interview;
        if ((troubles?.TakeFor(interview.Id) ?? troubles?.TakeFor(interview.Loop)) is { } trouble)
            text = string.Join('\n', new[] { text, Told(trouble, interview, by.Language) }.OfType<string>());
        await tries.After(outcome);
        return new Reply(outcome.Kind is not OutcomeKind.Busy, text, null)
        {
            Refused = outcome.Kind is OutcomeKind.Refused ? outcome.Refusal : null,
        };
    }

    /// <summary>The refusal's sentence, counted; nothing was decided.</summary>
    public static Reply Refused(Speaker by, Refusal why)
    {
        ReceptionMetrics.Refused(by, why);
        return new Reply(true, Sentences.For(why, by.Language), null) { Refused = why };
    }

    // What helps depends on whose place it is: a channel can be changed, a chat of one's own be opened.
    private static string Told(PlaceTrouble trouble, Interview interview, string language) =>
        trouble.Lane == interview.Dm.Lane ? Sentences.ChatTrouble(trouble.Reason, language)
        : interview.Recruiters.Any(r => r.Lane == trouble.Lane) ? Sentences.RecruiterTrouble(trouble.Reason, language)
        : Sentences.PlaceTrouble(trouble.Reason, language);

    private async ValueTask<string?> SetAside(Outcome outcome, Speaker by)
    {
        if (outcome.Events.OfType<BecameCurrent>().LastOrDefault() is not { Instead: { } other })
            return null;
        var paused = await mine.Mine(by, other);
        return paused?.Interview.Phase is Phase.Running or Phase.Paused
            ? Sentences.SetAside(outcome.Interview.Candidate, paused.Interview.Candidate, by.Language)
            : null;
    }
}
