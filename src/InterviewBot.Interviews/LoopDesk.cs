using System.Collections.Immutable;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Loops;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Interviews;

/// <summary>Loads, decides and commits for loops, by the same promises as <see cref="InterviewDesk"/>.</summary>
public sealed class LoopDesk(IInterviewLog log, InterviewDesk interviews, TimeProvider clock)
{
    private const int Rounds = 8;
    private readonly StreamLanes _lanes = new();
    private readonly Folds<Loop> _folds = new(10_000, l => l.Seq);

    public async Task<OutcomeKind> Handle(StreamId id, Cause cause, LoopCommand command)
    {
        for (var round = 0; round < Rounds; round++)
        {
            using var lane = await _lanes.Enter(id.Value);
            Loop state;
            try
            {
                state = await Load(id);
            }
            catch (UnknownEventException)
            {
                return OutcomeKind.NotServed;
            }
            var events = state.HasSeen(cause) ? [] : LoopRules.Decide(state, command);
            if (events.IsEmpty)
            {
                if (await log.HeadSeq(id, CancellationToken.None) == state.Seq)
                    return state.HasSeen(cause) ? OutcomeKind.Repeated : OutcomeKind.Done;
                _folds.Drop(id.Value);
                continue;
            }
            var present = clock.GetUtcNow();
            var now = present > state.At ? present : state.At;
            var after = LoopRules.Commit(state, events, cause, now);
            var commit = new Commit(
                id,
                state.Seq,
                now,
                cause.Text,
                EventJson.Write(events),
                Effect.ToOutbox(id, LoopRules.After(state, after, events), present),
                LoopRules.Rows(after)
            )
            {
                Won = () => _folds.Keep(id.Value, after),
            };
            switch (await log.Commit(commit))
            {
                case CommitOutcome.Won:
                    return OutcomeKind.Done;
                case CommitOutcome.Busy:
                    return OutcomeKind.Busy;
                default:
                    _folds.Drop(id.Value);
                    break;
            }
        }
        return OutcomeKind.Busy;
    }

    /// <summary>The loop and its interviews as of their heads; null when there is no such loop.</summary>
    public async ValueTask<LoopView?> View(StreamId id, CancellationToken ct)
    {
        var state = await Load(id);
        if (await log.HeadSeq(id, ct) != state.Seq)
            state = await ReadOn(state);
        if (state.Seq == 0)
            return null;
        var views = ImmutableArray.CreateBuilder<InterviewView>();
        foreach (var interview in state.Interviews)
        {
            if (await Readable(interview.Interview, ct) is { } view)
                views.Add(view);
        }
        return new LoopView(state, views.ToImmutable());
    }

    // The others of the loop go on without it.
    private async ValueTask<InterviewView?> Readable(StreamId interview, CancellationToken ct)
    {
        try
        {
            return await interviews.View(interview, ct);
        }
        catch (UnknownEventException)
        {
            return null;
        }
    }

    private async ValueTask<Loop> Load(StreamId id)
    {
        if (_folds.Find(id.Value) is { } known)
            return known;
        return await ReadOn(new Loop { Id = id });
    }

    private async ValueTask<Loop> ReadOn(Loop state)
    {
        foreach (var row in await log.Read(state.Id, state.Seq, CancellationToken.None))
        {
            var before = state;
            state = interviews.Unreadable.Fold(
                before.Id,
                () =>
                    LoopRules.Commit(before, EventJson.ReadLoop(row.Events), new Cause(row.Cause), row.At) with
                    {
                        Seq = row.Seq,
                    }
            );
        }
        if (state.Seq > 0)
            _folds.Keep(state.Id.Value, state);
        return state;
    }
}
