namespace InterviewBot.Guides.Flows;

/// <summary>The chart while it is read: one pass, definitions above the connections that use them (D9).</summary>
/// <param name="expected">About how many definitions will come.</param>
internal sealed class DraftChart(ProblemLog problems, int expected)
{
    private readonly Dictionary<string, FlowPlace> _table = new(expected, StringComparer.Ordinal);
    private readonly List<Statement> _suspects = [];
    private readonly List<(string Id, int At, bool IsSource)> _undefined = [];
    private readonly Slots _slots = new(problems);

    /// <summary>Definitions and arrows of one flow; far above what anybody can ask, below what hurts.</summary>
    public const int MostSteps = 100_000;

    public int Arrows { get; private set; }

    public List<DraftNode> Definitions { get; } = new(expected);

    /// <summary>An id is defined more than once (D8).</summary>
    public bool HasRedefinitions { get; private set; }

    public DraftNode? Start { get; private set; }

    public int StartAt { get; private set; } = -1;

    public int FirstStatement { get; private set; } = -1;

    public bool HasConnections { get; private set; }

    /// <summary>The first id of the first connection is not defined, or another source: what follows from the graph is not what the author meant.</summary>
    public bool IsBroken { get; private set; }

    public bool IsTooLarge => Definitions.Count + Arrows > MostSteps;

    public DraftNode? Find(ReadOnlySpan<char> id) =>
        _table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var place) ? place.Draft : null;

    /// <summary>The places of all ids, for the flow; the drafts are gone then.</summary>
    public Dictionary<string, FlowPlace> Places()
    {
        if (HasRedefinitions)
        {
            _table.Clear();
            foreach (var node in Definitions)
            {
                // Neither reached nor kept for its id: connections lead to another definition of it.
                if (node.Place.Node is not null)
                    _table.TryAdd(node.FlowId, node.Place);
            }
        }
        foreach (var node in Definitions)
            node.Place.Draft = null;
        return _table;
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
            RemarkFinder.BrokenArrows(statement, _table.ContainsKey, problems);
        if (_undefined.Count > 0)
            UndefinedIds.Report(_undefined, Definitions, problems);
        if (HasConnections && Start is null && !IsBroken)
            problems.Error("no-connections", FirstStatement, "no connection is left, so the flow has no start");
        foreach (var node in Definitions)
        {
            if (node.Kind == NodeKind.Parallel)
                _slots.Rescue(node);
        }
    }

    private void Define(in Statement statement)
    {
        var node = DefinitionReader.Read(statement, problems);
        Definitions.Add(node);
        if (!_table.TryAdd(node.Id, node.Place))
        {
            problems.Warn(
                "duplicate-definition",
                node.At,
                $"{ProblemLog.Quote(node.Id)} is defined again; connections above keep the earlier one",
                "give it an id of its own"
            );
            _table[node.Id] = node.Place;
            HasRedefinitions = true;
        }
        if (RemarkFinder.MayHideArrow(statement))
            _suspects.Add(statement);
    }

    private void Connect(in Statement original)
    {
        RemarkFinder.InConnection(original, problems);
        HasConnections = true;
        var statement = BranchName.Remove(original);
        var text = statement.Text;
        var from = 0;
        var arrow = ScriptText.ArrowIn(text, '-');
        if (arrow < 0)
        {
            Alone(original, text);
            return;
        }
        var isFirst = Start is null && !IsBroken;
        if (isFirst)
            StartAt = statement.Start;
        while (arrow >= 0)
        {
            Arrows++;
            var next = arrow + 2;
            var following = ScriptText.ArrowIn(text[next..], '-');
            var target = following < 0 ? text[next..] : text.Slice(next, following);
            var step = Step.Read(text[from..arrow]);
            var source = Find(step.Id);
            DraftNode? to = null;
            if (isFirst)
                (Start, isFirst) = (source, false);
            if (source is null)
            {
                _undefined.Add((step.Id.ToString(), statement.OffsetOf(from), true));
                IsBroken = true;
            }
            else
            {
                var id = Step.TargetId(target);
                to = Find(id);
                var at = statement.OffsetOf(from);
                _slots.Fill(new DraftEdge(source, to, to?.Id ?? id.ToString(), step.Direction, at), step.Slot);
            }
            if (following < 0 && to is null)
                CheckLast(statement, arrow, target);
            (from, arrow) = (next, following < 0 ? -1 : next + following);
        }
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
        if (Start is not null || IsBroken || Find(Step.Read(left).Id) is not { } only)
            return;
        (Start, StartAt) = (only, statement.Start);
    }

    /// <summary>An id that is only reached may be undefined (C2); one that is left too is reported as a source.</summary>
    private void CheckLast(in Statement statement, int arrow, ReadOnlySpan<char> target)
    {
        var id = Step.TargetId(target);
        if (Find(id) is not null)
            return;
        if (ScriptText.Trim(target).IsEmpty)
            problems.Warn("dangling-arrow", statement.OffsetOf(arrow), "nothing stands after ->");
        else
            _undefined.Add((id.ToString(), statement.OffsetOf(arrow + 2), false));
    }
}
