using System.Collections.Immutable;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Dialogs;

/// <summary>
/// Moves an interview over its dialog stack and gathers the events of the move. The plan lies below the stack: when the stack is empty,
/// the first planned topic that is not closed comes next. Lives for one decision.
/// </summary>
internal sealed class Walker(Guide guide, Interview interview, DateTimeOffset now)
{
    private readonly ImmutableArray<InterviewEvent>.Builder _events = ImmutableArray.CreateBuilder<InterviewEvent>();
    private Interview _interview = interview;
    private string? _ended;

    private Progress Progress => _interview.Progress;

    public Walker Record(InterviewEvent e)
    {
        _events.Add(e);
        _interview = InterviewFold.Evolve(_interview, e, now);
        return this;
    }

    /// <summary>Leaves the question on the card.</summary>
    public Decision Pass(PassedAs how, string? reason)
    {
        if (
            Progress.Top is not { } frame
            || Progress.Spot is not { Kind: SpotKind.Question, Question: { } question } spot
        )
            return Progress.Spot.Kind switch
            {
                SpotKind.Fork => Refusal.ForkAsks,
                SpotKind.Pool => Refusal.PoolAsks,
                _ => Refusal.NoQuestion,
            };
        Record(new QuestionPassed(question, spot.Words, how, reason, frame.Kind == FrameKind.Pick));
        return frame.Kind == FrameKind.Pick ? Return(Below(Progress.Stack)) : Onward(frame, Way.Next);
    }

    /// <summary>Answers the fork on the card and those that follow it directly. More answers than forks in the row are refused.</summary>
    public Decision Answer(ImmutableArray<bool> answers)
    {
        var (top, spot) = (Progress.Top, Progress.Spot);
        if (answers.IsDefaultOrEmpty || top is null || spot is not { Kind: SpotKind.Fork, Question: { } fork })
            return Refusal.NoFork;
        if (Dialog(top.Topic) is not { } dialog)
            return Refusal.UnknownTopic;
        var frame = top;
        var words = spot.Words;
        for (var i = 0; ; i++)
        {
            Record(new ForkAnswered(fork, words, answers[i]));
            var stop = dialog.Leave(frame, answers[i] ? Way.Yes : Way.No, MeetIn(frame), AnswerOf);
            if (i == answers.Length - 1)
                return Arrive(frame, stop);
            if (stop is not { IsFork: true })
                return Refusal.NoFork;
            frame = At(frame, stop);
            (fork, words) = (dialog.IdOf(stop.Block, stop.Node), Spots.Words(stop.Node));
        }
    }

    /// <summary>Leaves out the rest of the topic on top of the stack.</summary>
    public Decision CloseTopic()
    {
        if (Progress.Top is not { } frame)
            return Refusal.NoQuestion;
        LeaveAsked();
        if (frame.Kind == FrameKind.Pick)
            return Return(Below(Progress.Stack));
        Close(frame, restSkipped: frame.Kind != FrameKind.Pool);
        return Return(Below(Progress.Stack));
    }

    public Decision Jump(string topic)
    {
        if (Dialog(topic) is null || _interview.Planned(topic) is null)
            return Refusal.UnknownTopic;
        if (Progress.Top is { Kind: not FrameKind.Pick } here && here.Topic == topic)
            return Refusal.AlreadyThere;
        var stack = LeaveAsked().RemoveAll(f => f.Kind == FrameKind.Pick);
        if (stack.FirstOrDefault(f => f.Topic == topic) is { } begun)
        {
            var rest = stack.Remove(begun);
            return Resume(rest, begun) is { } back
                ? Land(rest.Add(back.Frame), back.Spot, Arrival.Plain with { ReturnedTopic = true })
                : Enter(topic, rest, again: true) ?? Refusal.NothingOpenThere;
        }
        return Enter(topic, stack, again: true) ?? Refusal.NothingOpenThere;
    }

    /// <summary>Asks one question now; the dialog comes back by itself.</summary>
    public Decision Pick(QuestionId question)
    {
        if (
            Dialog(question.Topic) is not { } dialog
            || dialog.Find(question) is not { } node
            || !TopicDialog.IsQuestion(node)
        )
            return Refusal.UnknownQuestion;
        if (_interview.Planned(question.Topic) is null)
            return Refusal.UnknownQuestion;
        var stack = Progress.Stack.RemoveAll(f => f.Kind == FrameKind.Pick);
        var frame = new Frame(FrameKind.Pick, question.Topic, dialog.Topic.Title, question.Block, question.Node, []);
        NoteEntry(dialog.Topic);
        return Land(stack.Add(frame), Spots.Ask(dialog.Topic, question, node), Arrival.Plain);
    }

    /// <summary>The first topic, or the next when the stack has nothing to go back to.</summary>
    public Decision Sequence(ImmutableArray<Frame> stack)
    {
        foreach (var planned in _interview.Plan)
        {
            if (!planned.Planned || (Progress.WrappedUp && !planned.IsClosing) || IsClosed(planned.Key))
                continue;
            if (Enter(planned.Key, stack, again: false) is { } there)
                return there;
            // Nothing in it waits for a person, or all of it was asked elsewhere: it is done.
            Record(new TopicClosed(planned.Key, planned.Title, false));
        }
        return Land(stack, Spot.NothingLeft, Arrival.Plain);
    }

    /// <summary>Drops the stack for the closing stage.</summary>
    public Decision WrapUp(string? reason)
    {
        if (!_interview.Plan.Any(t => t.IsClosing && !IsClosed(t.Key)))
            return Refusal.NoClosingStage;
        if (Progress.Top is { } top && _interview.Planned(top.Topic) is { IsClosing: true } && Progress.WrappedUp)
            return Refusal.AlreadyThere;
        foreach (var closing in _interview.Plan.Where(t => t is { IsClosing: true, Planned: false }))
            Record(new PlanMade(_interview.Minutes, _interview.Plan.Replace(closing, closing with { Planned = true })));
        LeaveAsked();
        Record(new WrappedUp(reason));
        return Sequence([]);
    }

    // What was noted or rated was asked: it counts, stands in the history, and is not asked again when the dialog comes back.
    private ImmutableArray<Frame> LeaveAsked()
    {
        var stack = Progress.Stack;
        if (Asked.Leaving(_interview) is not { } asked)
            return stack;
        Record(asked);
        return stack[^1].Kind == FrameKind.Walk
            ? stack.SetItem(stack.Length - 1, stack[^1] with { Since = Progress.PassCount })
            : stack;
    }

    private Decision Onward(Frame frame, Way way) =>
        Dialog(frame.Topic) is { } dialog
            ? Arrive(frame, dialog.Leave(frame, way, MeetIn(frame), AnswerOf))
            : Return(Below(Progress.Stack));

    private Decision Arrive(Frame frame, Stop? stop)
    {
        var below = Below(Progress.Stack);
        if (stop is not null)
            return Land(below.Add(At(frame, stop)), Spots.Of(guide.Find(frame.Topic)!, stop), Arrival.Plain);
        Close(frame, restSkipped: false);
        return Return(below);
    }

    /// <summary>A topic ended: back to what lies below, else on along the plan.</summary>
    private Decision Return(ImmutableArray<Frame> stack)
    {
        while (!stack.IsEmpty)
        {
            var frame = stack[^1];
            stack = stack.RemoveAt(stack.Length - 1);
            if (Resume(stack, frame) is { } back)
                return Land(stack.Add(back.Frame), back.Spot, new Arrival(false, true, _ended));
            if (frame.Kind != FrameKind.Pick)
                Close(frame, restSkipped: false);
        }
        return Sequence(stack);
    }

    // The frame as it stands now: what was asked meanwhile is passed over.
    private (Frame Frame, Spot Spot)? Resume(ImmutableArray<Frame> below, Frame frame)
    {
        if (Dialog(frame.Topic) is not { } dialog)
            return null;
        switch (frame.Kind)
        {
            case FrameKind.Pool:
                return HasUnpicked(dialog) ? (frame, Spots.Pool(dialog.Topic)) : null;
            case FrameKind.Pick:
                var id = new QuestionId(frame.Topic, frame.Block, frame.Node);
                return Progress.Passed.ContainsKey(id) || dialog.Find(id) is not { } node
                    ? null
                    : (frame, Spots.Ask(dialog.Topic, id, node));
            default:
                var stop = dialog.Settle(frame.Block, frame.Node, frame.Pending, MeetIn(frame), AnswerOf);
                return stop is null ? null : (At(frame, stop), Spots.Of(dialog.Topic, stop));
        }
    }

    private Decision? Enter(string topic, ImmutableArray<Frame> stack, bool again)
    {
        if (Dialog(topic) is not { } dialog)
            return null;
        var arrival = new Arrival(true, false, _ended);
        if (dialog.Topic.IsPool)
        {
            if (!HasUnpicked(dialog))
                return null;
            NoteEntry(dialog.Topic);
            return Land(
                stack.Add(new Frame(FrameKind.Pool, topic, dialog.Topic.Title, 0, "", [])),
                Spots.Pool(dialog.Topic),
                arrival
            );
        }
        var frame = new Frame(FrameKind.Walk, topic, dialog.Topic.Title, 0, "", [], Progress.PassCount);
        var stop = dialog.Enter(MeetIn(frame), AnswerOf);
        // All along the old answers is asked; a fork may be taken the other way now.
        if (stop is null && again)
            stop = dialog.Enter((id, node) => OpensMore(dialog, id, node), AnswerOf);
        if (stop is null)
            return null;
        NoteEntry(dialog.Topic);
        return Land(stack.Add(At(frame, stop)), Spots.Of(dialog.Topic, stop), arrival);
    }

    private Meeting OpensMore(TopicDialog dialog, QuestionId id, FlowNode node) =>
        node.Kind == NodeKind.Condition
        && new[] { Way.Yes, Way.No }.Any(way =>
            dialog.Settle(
                id.Block,
                dialog.FlowOf(id.Block)?.Follow(id.Node, way)?.Id,
                [],
                (q, n) => n.Kind == NodeKind.Condition || !IsOpen(q) ? Meeting.PassOver : Meeting.Halt,
                AnswerOf
            )
                is not null
        )
            ? Meeting.Halt
            : Meeting.PassOver;

    /// <summary>What was passed before this visit is passed over; what this visit meets again is a ring, and asked again.</summary>
    private Func<QuestionId, FlowNode, Meeting> MeetIn(Frame frame) =>
        (id, node) =>
            node.Kind == NodeKind.Condition
                ? Progress.Forks.TryGetValue(id, out var taken) && taken.Number <= frame.Since
                    ? Meeting.PassOver
                    : Meeting.Halt
                : Progress.Passed.TryGetValue(id, out var passed)
                && passed.As != PassedAs.NotNow
                && (passed.Picked || passed.Number <= frame.Since)
                    ? Meeting.PassOver
                    : Meeting.Halt;

    private bool IsOpen(QuestionId id) =>
        !Progress.Passed.TryGetValue(id, out var passed) || passed.As == PassedAs.NotNow;

    private bool AnswerOf(QuestionId fork) => Progress.Forks.TryGetValue(fork, out var taken) && taken.Yes;

    private bool HasUnpicked(TopicDialog dialog) => PoolQuestions.Of(dialog).Any(q => IsOpen(q.Id));

    private bool IsClosed(string topic) =>
        Progress.Topics.TryGetValue(topic, out var status) && status is TopicStatus.Done or TopicStatus.RestSkipped;

    private void NoteEntry(Topic topic)
    {
        if (!Progress.Topics.ContainsKey(topic.Key))
            Record(new TopicEntered(topic.Key, topic.Title));
    }

    private void Close(Frame frame, bool restSkipped)
    {
        Record(new TopicClosed(frame.Topic, frame.TopicTitle, restSkipped));
        _ended ??= frame.TopicTitle;
    }

    private Decision Land(ImmutableArray<Frame> stack, Spot spot, Arrival arrival)
    {
        Record(new Moved(_interview.Step + 1, stack, spot, arrival with { EndedTopic = _ended }));
        return new Decision(_events.ToImmutable(), null);
    }

    private TopicDialog? Dialog(string topic) => guide.Find(topic) is { } found ? new TopicDialog(found) : null;

    private static Frame At(Frame frame, Stop stop) =>
        frame with
        {
            Block = stop.Block,
            Node = stop.Node.Id,
            Pending = stop.Pending,
        };

    private static ImmutableArray<Frame> Below(ImmutableArray<Frame> stack) =>
        stack.IsEmpty ? stack : stack.RemoveAt(stack.Length - 1);
}
