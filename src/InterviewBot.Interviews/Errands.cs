using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Interviews;

/// <summary>Carries out rows of the outbox that are commands: tells and rings. The row's place in the log is the cause, so a second run changes nothing.</summary>
public sealed class Errands(InterviewDesk interviews, LoopDesk loops)
{
    /// <summary>True: done, or harmless now. False: try again later.</summary>
    public async Task<bool> Run(OutboxRow row)
    {
        var cause = Cause.Told(row.Stream, row.Seq, row.N);
        if (row.Kind == OutboxKind.Ring)
            return await Interview(row.Stream, cause, row.Body);
        if (row.Name.Split(':', 2) is not [var kind, var id] || !StreamId.TryParse(id, out var to))
            return true;
        return kind == "loop" ? await Loop(to, cause, row.Body) : await Interview(to, cause, row.Body);
    }

    private async Task<bool> Interview(StreamId to, Cause cause, string? body)
    {
        if (body is null || EventJson.ReadInterviewCommand(body) is not { } command)
            return true;
        var outcome = await interviews.Handle(to, cause, null, command);
        return outcome.Kind is not (OutcomeKind.Busy or OutcomeKind.NotServed);
    }

    private async Task<bool> Loop(StreamId to, Cause cause, string? body)
    {
        if (body is null || EventJson.ReadLoopCommand(body) is not { } command)
            return true;
        return await loops.Handle(to, cause, command) is not (OutcomeKind.Busy or OutcomeKind.NotServed);
    }
}
