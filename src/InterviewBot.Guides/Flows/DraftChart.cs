namespace InterviewBot.Guides.Flows;

/// <summary>The chart while it is read: one pass, definitions above the connections that use them (D9).</summary>
/// <param name="most">More definitions will not come.</param>
/// <param name="mayNameBranches">Whether an @ stands anywhere in the text.</param>
internal sealed class DraftChart(LineMap map, ProblemLog problems, int most, bool mayNameBranches) : IDisposable
{
    private readonly List<EdgeWords> _words = [default];
    private readonly List<Statement> _suspects = [];
    private readonly List<(string Id, int At, bool IsSource)> _undefined = [];
    private readonly Dictionary<int, string> _unknownTypes = [];
    private int _latest;

    /// <summary>Definitions and arrows of one flow; far above what anybody can ask, below what hurts.</summary>
    public const int MostSteps = 100_000;

    public int Arrows { get; private set; }

    public NodeTable Nodes { get; } = new(most);

    /// <summary>By the numbers of the nodes.</summary>
    public RentedList<DraftNode> Drafts { get; } = new(most);

    public RentedList<DraftEdge> Edges { get; } = new(most);

    /// <summary>An id is defined more than once (D8).</summary>
    public bool HasRedefinitions { get; private set; }

    /// <summary>The number of the node that the first connection leaves; 0 while there is none.</summary>
    public int Start { get; private set; }

    public int StartAt { get; private set; } = -1;

    public int FirstStatement { get; private set; } = -1;

    public bool HasConnections { get; private set; }

    /// <summary>The first id of the first connection is not defined, or another source: what follows from the graph is not what the author meant.</summary>
    public bool IsBroken { get; private set; }

    public bool IsTooLarge => Nodes.Count + Arrows > MostSteps;

    /// <summary>The number of the latest definition of that id; 0 when there is none.</summary>
    public int Find(ReadOnlySpan<char> id)
    {
        // Most connections begin where the one before has ended.
        if (_latest != 0 && id.SequenceEqual(Nodes[_latest].Id))
            return _latest;
        return _latest = Nodes.Find(id);
    }

    /// <summary>The id that an edge leads to, as written.</summary>
    public string TargetOf(in DraftEdge edge) => _words[edge.Words].Undefined ?? Nodes[edge.To].Id;

    /// <summary>The direction of an edge, as written; null when it has none.</summary>
    public string? DirectionOf(in DraftEdge edge) => _words[edge.Words].Direction;

    /// <summary>The name of the branch an edge takes; null when it has none.</summary>
    public string? BranchOf(in DraftEdge edge) => _words[edge.Words].Branch;

    /// <summary>The type as written, of a node whose <see cref="DraftNode.IsOfUnknownType"/> is set.</summary>
    public string UnknownTypeOf(int node) => _unknownTypes[node];

    public void Dispose()
    {
        Drafts.Dispose();
        Edges.Dispose();
    }

    public void Add(in Statement statement)
    {
        if (FirstStatement < 0)
            FirstStatement = statement.Start;
        switch (statement.Kind)
        {
            case StatementKind.Definition:
                Define(statement);
                break;
            case StatementKind.Connection:
                Connect(statement);
                break;
            case StatementKind.Style:
                LineStyles.Check(statement, this, problems);
                RemarkFinder.InConnection(statement, problems);
                break;
            default:
                RemarkFinder.InNoise(statement, problems);
                break;
        }
    }

    /// <summary>Reports what can be told only when all is read.</summary>
    public void Finish()
    {
        foreach (var statement in _suspects)
            RemarkFinder.BrokenArrows(statement, id => Nodes.Find(id) != 0, problems);
        if (_undefined.Count > 0)
            UndefinedIds.Report(_undefined, this, problems);
        if (HasConnections && Start == 0 && !IsBroken)
            problems.Error("no-connections", FirstStatement, "no connection is left, so the flow has no start");
        for (var node = 1; node <= Nodes.Count; node++)
        {
            if (Drafts[node].Kind == NodeKind.Parallel)
                Slots.Rescue(this, node, problems);
        }
    }

    private void Define(in Statement statement)
    {
        var node = DefinitionReader.Read(statement, map.LineAt(statement.Line), problems, out var unknownType);
        _latest = Nodes.Add(node, out var isSecond);
        if (isSecond)
        {
            problems.Warn(
                "duplicate-definition",
                statement.Start,
                $"{ProblemLog.Quote(node.Id)} is defined again; connections above keep the earlier one",
                "give it an id of its own"
            );
            HasRedefinitions = true;
        }
        if (unknownType is not null)
            _unknownTypes.Add(_latest, unknownType);
        ref var draft = ref Drafts.Add();
        draft.At = statement.Start;
        draft.Line = statement.Line;
        draft.Kind = node.Kind;
        draft.IsOfUnknownType = unknownType is not null;
        if (RemarkFinder.MayHideArrow(statement))
            _suspects.Add(statement);
    }

    private void Connect(in Statement original)
    {
        RemarkFinder.InConnection(original, problems);
        HasConnections = true;
        if (mayNameBranches && BranchName.MayBeIn(original.Text))
            Connect(BranchName.Remove(original), original, BranchName.In(original.Text).Trim().ToString());
        else
            Connect(original, original, "");
    }

    private void Connect(in Statement statement, in Statement original, string branch)
    {
        var text = statement.Text;
        var branchAt = branch.Length == 0 ? -1 : text.IndexOf('(');
        var from = 0;
        var isSingle = statement.Arrow >= 0;
        var arrow = isSingle ? statement.Arrow : ScriptText.ArrowIn(text, '-');
        if (arrow < 0)
        {
            Alone(original, text);
            return;
        }
        var isFirst = Start == 0 && !IsBroken;
        if (isFirst)
            StartAt = statement.Start;
        var hasSelector = text.Contains(')');
        while (arrow >= 0)
        {
            Arrows++;
            var next = arrow + 2;
            var following = isSingle ? -1 : ScriptText.ArrowIn(text[next..], '-');
            var target = following < 0 ? text[next..] : text.Slice(next, following);
            var step = hasSelector ? Step.Read(text[from..arrow]) : Step.Plain(text[from..arrow]);
            var source = Find(step.Id);
            var to = 0;
            if (isFirst)
                (Start, isFirst) = (source, false);
            if (source == 0)
            {
                _undefined.Add((step.Id.ToString(), statement.OffsetOf(from), true));
                IsBroken = true;
            }
            else
            {
                var id = hasSelector ? Step.TargetId(target) : target;
                to = FindTarget(id);
                var words = Words(
                    to == 0 ? id.ToString() : null,
                    step.Direction,
                    branchAt >= from && branchAt < arrow ? branch : null
                );
                ref var edge = ref Edges.Add();
                edge.From = source;
                edge.To = to;
                edge.At = statement.OffsetOf(from);
                edge.Words = words;
                Slots.Fill(this, Edges.Count, step.Slot, problems);
            }
            if (following < 0 && to == 0)
                CheckLast(statement, arrow, target);
            (from, arrow) = (next, following < 0 ? -1 : next + following);
        }
    }

    /// <summary>Most connections lead to what is defined next.</summary>
    private int FindTarget(ReadOnlySpan<char> id)
    {
        var next = _latest + 1;
        return _latest =
            next <= Nodes.Count && !HasRedefinitions && id.SequenceEqual(Nodes[next].Id) ? next : Nodes.Find(id);
    }

    private int Words(string? undefined, string? direction, string? branch)
    {
        if (undefined is null && direction is null && branch is null)
            return 0;
        _words.Add(new EdgeWords(undefined, direction, branch));
        return _words.Count - 1;
    }

    /// <summary>C8 reads from the start of the line where an opening parenthesis is missing: the name it removes may hold all the arrows.</summary>
    private void Alone(in Statement statement, ReadOnlySpan<char> left)
    {
        problems.Warn(
            "connection-ignored",
            statement.Start,
            "its arrows are read as part of a branch name",
            "an opening parenthesis is missing"
        );
        if (Start != 0 || IsBroken || Find(Step.Read(left).Id) is var only && only == 0)
            return;
        (Start, StartAt) = (only, statement.Start);
    }

    /// <summary>An id that is only reached may be undefined (C2); one that is left too is reported as a source.</summary>
    private void CheckLast(in Statement statement, int arrow, ReadOnlySpan<char> target)
    {
        var id = Step.TargetId(target);
        if (Find(id) != 0)
            return;
        if (ScriptText.Trim(target).IsEmpty)
            problems.Warn("dangling-arrow", statement.OffsetOf(arrow), "nothing stands after ->");
        else
            _undefined.Add((id.ToString(), statement.OffsetOf(arrow + 2), false));
    }
}
