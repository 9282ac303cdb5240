using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Interviews;

/// <summary>Loads, decides and commits. The only way in for commands to interviews; stored first, then believed.</summary>
public sealed class InterviewDesk(IInterviewLog log, IGuides guides, IReadRows rows, TimeProvider clock)
{
    private const int Rounds = 8;
    private readonly StreamLanes _lanes = new();
    private readonly Folds<Interview> _folds = new(10_000, i => i.Seq);

    public Unreadable Unreadable { get; } = new();

    /// <summary>Starts an interview, once per start key (what the person did: form, message, card + user), however often it is delivered.</summary>
    public async Task<Outcome> Start(string startKey, Cause cause, StartInterview start)
    {
        if (await log.Started(startKey, CancellationToken.None) is { } there)
            return new Outcome(OutcomeKind.Repeated, await Load(there), null, []);
        var outcome = await Handle(start.Interview, cause, start.Interviewer, start, startKey);
        // A rival with the same key was faster: its stream is the answer.
        return outcome.Kind == OutcomeKind.Busy && await log.Started(startKey, CancellationToken.None) is { } rival
            ? new Outcome(OutcomeKind.Repeated, await Load(rival), null, [])
            : outcome;
    }

    /// <summary>Carries out a command. <paramref name="by"/> null: the bot itself. Of people, only the interviewer is obeyed.</summary>
    public Task<Outcome> Handle(StreamId interview, Cause cause, PersonId? by, InterviewCommand command) =>
        Handle(interview, cause, by, command, null);

    /// <summary>The interview as of the log's head; null when there is none.</summary>
    public async ValueTask<InterviewView?> View(StreamId interview, CancellationToken ct)
    {
        var state = await Head(interview, ct);
        return state.Seq == 0 ? null : InterviewViews.Of(state, await guides.Pinned(state.GuideHash, ct));
    }

    /// <summary>The interview as it was after that commit: what a card that was drawn then stood for.</summary>
    public async ValueTask<Interview> AsOf(StreamId interview, long seq, CancellationToken ct) =>
        Folded(new Interview { Id = interview }, (await log.Read(interview, 0, ct)).TakeWhile(row => row.Seq <= seq));

    private async Task<Outcome> Handle(
        StreamId id,
        Cause cause,
        PersonId? by,
        InterviewCommand command,
        string? startKey
    )
    {
        for (var round = 0; round < Rounds; round++)
        {
            using var lane = await _lanes.Enter(id.Value);
            Interview state;
            try
            {
                state = await Load(id);
            }
            catch (UnknownEventException)
            {
                return new Outcome(OutcomeKind.NotServed, new Interview { Id = id }, null, []);
            }
            if (state.HasSeen(cause))
            {
                if (await IsHead(state))
                    return new Outcome(OutcomeKind.Repeated, state, null, []);
                _folds.Drop(id.Value);
                continue;
            }
            var start = command as StartInterview;
            var guide = start is null
                ? await guides.Pinned(state.GuideHash, CancellationToken.None)
                : guides.Read(start.Guide);
            var present = clock.GetUtcNow();
            var now = Later(present, state.At);
            var decision = InterviewRules.Decide(state, guide, command, await ActingOf(by, id), now);
            if (decision.Events.IsEmpty)
            {
                // A stale fold may not refuse: another process may have moved on.
                if (await IsHead(state))
                    return new Outcome(
                        decision.Refusal is null ? OutcomeKind.Done : OutcomeKind.Refused,
                        state,
                        decision.Refusal,
                        []
                    );
                _folds.Drop(id.Value);
                continue;
            }
            var after = InterviewFold.Commit(state, decision.Events, cause, now);
            var effects = Effect.ToOutbox(id, InterviewEffects.After(state, decision.Events, after), present);
            var commit = new Commit(
                id,
                state.Seq,
                now,
                cause.Text,
                EventJson.Write(decision.Events),
                effects,
                InterviewEffects.Rows(decision.Events, after),
                startKey,
                start?.Guide
            )
            {
                Won = () => _folds.Keep(id.Value, after),
            };
            switch (await log.Commit(commit))
            {
                case CommitOutcome.Won:
                    return new Outcome(OutcomeKind.Done, after, null, decision.Events);
                case CommitOutcome.Busy:
                    return new Outcome(OutcomeKind.Busy, state, null, []);
                default:
                    _folds.Drop(id.Value); // another process was faster: look again, decide again
                    break;
            }
        }
        return new Outcome(OutcomeKind.Busy, new Interview { Id = id }, null, []);
    }

    private async ValueTask<Acting> ActingOf(PersonId? by, StreamId id)
    {
        if (by is null)
            return Acting.Bot;
        var focus = await rows.Find(ReadRowKinds.Focus, by.ToString(), CancellationToken.None);
        return new Acting(by, focus is null || focus.Stream == id ? null : focus.Stream, focus is null);
    }

    private async ValueTask<Interview> Head(StreamId id, CancellationToken ct)
    {
        var state = await Load(id);
        if (await log.HeadSeq(id, ct) == state.Seq)
            return state;
        return await ReadOn(state);
    }

    private async ValueTask<bool> IsHead(Interview state) =>
        await log.HeadSeq(state.Id, CancellationToken.None) == state.Seq;

    private async ValueTask<Interview> Load(StreamId id)
    {
        if (_folds.Find(id.Value) is { } known)
            return known;
        return await ReadOn(new Interview { Id = id });
    }

    /// <summary>What was committed since; a commit that is durable and not kept yet is one row, not the whole stream.</summary>
    private async ValueTask<Interview> ReadOn(Interview state)
    {
        state = Folded(state, await log.Read(state.Id, state.Seq, CancellationToken.None));
        if (state.Seq > 0)
            _folds.Keep(state.Id.Value, state);
        return state;
    }

    private Interview Folded(Interview state, IEnumerable<StoredCommit> rows)
    {
        foreach (var row in rows)
        {
            var before = state;
            state = Unreadable.Fold(
                before.Id,
                () =>
                    InterviewFold.Commit(before, EventJson.ReadInterview(row.Events), new Cause(row.Cause), row.At) with
                    {
                        Seq = row.Seq,
                    }
            );
        }
        return state;
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
