using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Deciding;

/// <summary>State + guide + command + who + time -> events, or a refusal. Pure: no clock, no ids made here, no I/O.</summary>
public static class InterviewRules
{
    public static Decision Decide(
        Interview interview,
        Guide? guide,
        InterviewCommand command,
        Acting acting,
        DateTimeOffset now
    ) => throw new NotImplementedException();
}
