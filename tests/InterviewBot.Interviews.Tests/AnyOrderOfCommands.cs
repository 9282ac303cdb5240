using System.Collections.Immutable;
using System.Text;
using CsCheck;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Tests.Harness;
using Xunit;

namespace InterviewBot.Interviews.Tests;

/// <summary>Whatever people press and type, on whatever flow: the log replays to the same state, nothing throws, nothing grows, there is always a way on.</summary>
public sealed class AnyOrderOfCommands
{
    private static readonly string[] Types =
    [
        "operation",
        "condition",
        "parallel",
        "subroutine",
        "start",
        "end",
        "inputoutput",
    ];
    private static readonly string[] Selectors =
    [
        "",
        "(yes)",
        "(no)",
        "(path1, right)",
        "(path2, right)",
        "(path3, right)",
    ];

    // Any graph of up to nine nodes: rings, dead ends, silent rings, parallels within parallels.
    private static readonly Gen<string> AnyFlow = Gen.Select(
        Gen.Int[0, Types.Length - 1].Array[1, 9],
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, Selectors.Length - 1], Gen.Int[0, 8]).Array[1, 24],
        (types, edges) =>
        {
            var text = new StringBuilder();
            for (var i = 0; i < types.Length; i++)
                text.Append($"n{i}=>{Types[types[i]]}: Words {i}?\n");
            foreach (var (from, way, to) in edges)
                text.Append($"n{from % types.Length}{Selectors[way]}->n{to % types.Length}\n");
            return text.ToString();
        }
    );

    private static readonly Gen<Guide> AnyGuide = Gen.Select(
            AnyFlow.Array[1, 3],
            Gen.Bool.Array[3],
            (flows, pools) => (flows, pools)
        )
        .Where(x => x.flows.All(f => FlowReader.Read(f).Flow is not null))
        .Select(x =>
            GuideOf.Topics([.. x.flows.Select((f, i) => GuideOf.Topic($"{i + 1}", f, pool: x.pools[i] && i > 0))])
        );

    private static readonly Gen<(int Kind, int Pick, bool Old)[]> AnyActs = Gen.Select(
        Gen.Int[0, 34],
        Gen.Int[0, 50],
        Gen.Int[0, 9].Select(n => n == 0)
    ).Array[1, 120];

    [Fact]
    public void The_stored_events_replay_to_the_same_state() =>
        Gen.Select(AnyGuide, AnyActs)
            .Sample(
                (guide, acts) =>
                {
                    var table = Play(guide, acts);
                    return Picture(table.Replayed()) == Picture(table.Interview);
                },
                iter: 400
            );

    [Fact]
    public void The_stack_and_what_undo_remembers_stay_small() =>
        Gen.Select(AnyGuide, AnyActs)
            .Sample(
                (guide, acts) =>
                {
                    var table = Table.Begun(guide);
                    foreach (var act in acts)
                    {
                        Act(table, act);
                        var progress = table.Interview.Progress;
                        Assert.True(progress.Stack.Length <= guide.Topics.Count() + 1, "The stack grew.");
                        Assert.True(progress.Stack.All(f => f.Pending.Length <= 4 * 9), "The paths to walk piled up.");
                        Assert.True(table.Interview.Past.Count <= Interview.UndoLimit);
                        Assert.True(table.Interview.Timeline.Count <= Interview.TimelineLimit);
                    }
                },
                iter: 400
            );

    [Fact]
    public void The_card_always_offers_a_way_on() =>
        Gen.Select(AnyGuide, AnyActs)
            .Sample(
                (guide, acts) =>
                {
                    var table = Play(guide, acts);
                    if (table.Interview.Phase != Phase.Running)
                        return;
                    // Whatever was done before, going on comes to the end of the plan or round a ring, and never gets stuck.
                    for (var i = 0; i < 60 && table.Interview.Spot.Kind != SpotKind.NothingLeft; i++)
                    {
                        var step = table.Interview.Step;
                        Onward(table, i);
                        Assert.Null(table.Last.Refusal);
                        Assert.Equal(step + 1, table.Interview.Step);
                    }
                },
                iter: 400
            );

    [Fact]
    public void Every_question_of_a_guide_can_be_asked() =>
        AnyGuide.Sample(
            guide =>
            {
                foreach (var topic in guide.Topics)
                {
                    var dialog = new TopicDialog(topic);
                    foreach (var (id, node) in PoolQuestions.Of(dialog))
                    {
                        var table = Table.Begun(guide);
                        table.Do(new PickQuestion(id, table.Interview.Step, null)).Shows(id.ToString());
                        Assert.Equal(node.Text, table.Interview.Spot.Words);
                    }
                }
            },
            iter: 200
        );

    [Fact]
    public void Every_reachable_question_is_reached_by_some_answers() =>
        AnyFlow
            .Where(f => FlowReader.Read(f).Flow is { } flow && !flow.Nodes.Any(n => n.Kind is NodeKind.Parallel))
            .Sample(
                text =>
                {
                    var guide = GuideOf.Topics(GuideOf.Topic("1", text));
                    var wanted = FlowReader
                        .Read(text)
                        .Flow!.Nodes.Where(TopicDialog.IsQuestion)
                        .Select(n => n.Id)
                        .ToHashSet();
                    Assert.Superset(wanted, Reached(guide));
                },
                iter: 300
            );

    // Breadth first over what is on the card.
    private static HashSet<string> Reached(Guide guide)
    {
        var reached = new HashSet<string>();
        var cards = new HashSet<string>();
        var queue = new Queue<ImmutableList<bool?>>([
            [],
        ]);
        while (queue.TryDequeue(out var path))
        {
            var table = Table.Begun(guide);
            foreach (var act in path)
                _ = act is { } answer ? table.Answer(answer) : table.Next();
            if (table.Interview.Spot.Question is not { } question || !cards.Add(table.OnCard))
                continue;
            if (table.Interview.Spot.Kind == SpotKind.Fork)
            {
                queue.Enqueue(path.Add(true));
                queue.Enqueue(path.Add(false));
            }
            else
            {
                reached.Add(question.Node);
                queue.Enqueue(path.Add(null));
            }
        }
        return reached;
    }

    private static Table Play(Guide guide, (int, int, bool)[] acts)
    {
        var table = Table.Prepared(guide);
        foreach (var act in acts)
            Act(table, act);
        return table;
    }

    private static void Onward(Table table, int i) =>
        _ = table.Interview.Spot.Kind switch
        {
            SpotKind.Question => table.Next(),
            SpotKind.Fork => table.Answer(i % 3 == 0),
            _ => table.Do(new LeavePool(table.Interview.Step, null)),
        };

    private static void Act(Table table, (int Kind, int Pick, bool Old) act)
    {
        var step = table.Interview.Step - (act.Old ? 1 : 0);
        var topics = table.Guide.Topics.ToList();
        var topic = topics[act.Pick % topics.Count];
        var flow = topic.Flows[0];
        var nodes = flow.Nodes.Concat(flow.Unreachable).ToList();
        var question = new QuestionId(topic.Key, 1, nodes[act.Pick % nodes.Count].Id);
        table.After(act.Pick / 10.0);
        InterviewCommand command = act.Kind switch
        {
            0 or 1 => new BeginInterview(null, null),
            < 9 => new Next(step, null),
            < 13 => new AnswerFork([act.Pick % 2 == 0], step, null),
            13 => new AnswerFork([act.Pick % 2 == 0, act.Pick % 3 == 0], step, null),
            14 => new Skip((SkipKind)(act.Pick % 3), "why", step, null),
            15 or 16 => new JumpTo(topic.Key, step, null),
            17 or 18 => new PickQuestion(question, step, null),
            19 => new LeavePool(step, null),
            20 or 21 => new Undo(step, null),
            22 => new LookBack(act.Pick % 2 == 0 ? null : question),
            23 => new RateQuestion(question, act.Pick % 6),
            24 => new RateTopic(topic.Key, act.Pick % 5),
            25 => new TakeNote($"n{act.Pick}", "+ words", table.Now - TimeSpan.FromMinutes(act.Pick % 7)),
            26 => new EditNote($"n{act.Pick}", "// other", table.Now),
            27 => new DeleteNote($"n{act.Pick}", table.Now),
            28 => new Pause(),
            29 => new Resume(),
            30 => new WrapUp("late", step, null),
            31 => act.Pick % 4 == 0 ? new Finish("enough") : new ProposeFinish(),
            32 => new Reopen(),
            33 => new Rang("idle", table.Interview.Timers.GetValueOrDefault("idle")),
            _ => new PlanTopic(topic.Key, act.Pick % 2 == 0),
        };
        table.Do(command, byBot: command is Rang);
    }

    // Immutable collections have no value equality: the JSON of a state is its picture.
    private static string Picture(Interview interview) =>
        string.Join(
            '\n',
            interview with
            {
                Progress = Progress.Empty,
                Past = [],
                Timeline = [],
                Plan = [],
                Notes = ImmutableDictionary<string, Note>.Empty,
                Causes = [],
                Recruiters = [],
                SaidIndex = ImmutableDictionary<QuestionId, int>.Empty,
                Timers = ImmutableDictionary<string, int>.Empty,
            },
            Picture(interview.Progress),
            string.Join('|', interview.Past.Select(Picture)),
            string.Join('|', interview.Timeline),
            string.Join('|', interview.Plan),
            string.Join('|', interview.Notes.Values.OrderBy(n => n.Number)),
            string.Join('|', interview.Causes.Order()),
            string.Join('|', interview.Timers.OrderBy(t => t.Key))
        );

    private static string Picture(Progress progress) =>
        string.Join(
            ';',
            string.Join(
                ',',
                progress.Stack.Select(f =>
                    $"{f.Kind} {f.Topic} {f.Block} {f.Node} {f.Since} {string.Join(' ', f.Pending)}"
                )
            ),
            progress.Spot,
            progress.Arrival,
            string.Join(',', progress.Order),
            string.Join(',', progress.Passed.OrderBy(p => p.Key.ToString())),
            string.Join(',', progress.Forks.OrderBy(p => p.Key.ToString())),
            string.Join(',', progress.Ratings.OrderBy(p => p.Key.ToString())),
            string.Join(',', progress.TopicRatings.OrderBy(p => p.Key)),
            string.Join(',', progress.Topics.OrderBy(p => p.Key)),
            progress.PassCount,
            progress.WrappedUp
        );
}
