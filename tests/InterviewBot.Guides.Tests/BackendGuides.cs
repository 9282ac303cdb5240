using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using Xunit;

namespace InterviewBot.Guides.Tests;

/// <summary>The guide we ship has the structure of the document the product grew from; that one is read too where it is there.</summary>
public sealed class BackendGuides
{
    public static TheoryData<string, int, string> Documents
    {
        get
        {
            var data = new TheoryData<string, int, string>
            {
                { Path.Combine(RepositoryRoot.Path, "flows", "backend-python.zh-CN.md"), 75, "3.6 sub1" },
            };
            if (File.Exists(RepositoryRoot.Seed))
                data.Add(RepositoryRoot.Seed, 74, "3.3 op9,3.6 sub1");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Have_thirteen_topics_and_eight_flows(string path, int connections, string unreachable)
    {
        var reading = Read(path);
        var guide = reading.Guide!;
        Assert.Equal(
            "0 1 2 3.1 3.2.1 3.2.2 3.2.3 3.3 3.4 3.5 3.6 4 5",
            string.Join(' ', guide.Topics.Select(t => t.Key))
        );
        Assert.Equal("0 1 2 3 4 5", string.Join(' ', guide.Stages.Select(s => s.Key)));
        var flows = reading.Sections.SelectMany(s => s.Flows).Select(f => f.Reading.Flow!).ToList();
        Assert.Equal(8, flows.Count);
        Assert.Equal(77, flows.Sum(f => f.Nodes.Length + f.Unreachable.Length));
        Assert.Equal(connections, flows.Sum(f => f.Edges.Length));
        Assert.Equal(
            unreachable,
            string.Join(
                ',',
                guide.Topics.SelectMany(t => t.Flows.SelectMany(f => f.Unreachable.Select(n => $"{t.Key} {n.Id}")))
            )
        );
        Assert.All(reading.Problems, p => Assert.Equal("unreachable-node", p.Code));
        Assert.Equal(unreachable.Split(',').Length, reading.Problems.Length);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Say_what_is_required(string path, int connections, string unreachable)
    {
        Assert.True(connections > 0 && unreachable.Length > 0);
        var guide = Read(path).Guide!;
        Assert.Equal("- + - + - +", string.Join(' ', guide.Stages.Select(s => s.Required == true ? "+" : "-")));
        Assert.Equal([null, true, false, true, false, true], guide.Stages.Select(s => s.Required));
        Assert.All(guide.Stages[3].Topics, t => Assert.True(t.Required));
        Assert.Equal(["0"], guide.Stages.Where(s => s.IsPreparation).Select(s => s.Key));
        Assert.Equal(["5"], guide.Stages.Where(s => s.IsClosing).Select(s => s.Key));
        Assert.Equal(["3.6"], guide.Topics.Where(t => t.IsPool).Select(t => t.Key));
        Assert.Equal(
            ["3.3"],
            guide
                .Topics.Where(t => t.LeadIn is not null && t.Tip.Contains(t.LeadIn, StringComparison.Ordinal))
                .Select(t => t.Key)
        );
        Assert.Equal("zh-CN", guide.Language);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Have_both_branches_at_every_condition(string path, int connections, string unreachable)
    {
        Assert.True(connections > 0 && unreachable.Length > 0);
        var flows = Read(path).Guide!.Topics.SelectMany(t => t.Flows).ToList();
        var conditions = flows
            .SelectMany(f => f.Nodes.Where(n => n.Kind == NodeKind.Condition).Select(n => (f, n.Id)))
            .ToList();
        Assert.Equal(7, conditions.Count);
        Assert.All(conditions, c => Assert.NotNull(c.f.Follow(c.Id, Way.Yes)));
        Assert.All(conditions, c => Assert.NotNull(c.f.Follow(c.Id, Way.No)));
        Assert.All(flows.Where(f => f.Nodes.Length > 1), f => Assert.Equal("end:e", FlowWalk.AllYes(f).Stop));
    }

    [Fact]
    public void Of_ours_every_question_has_words_to_say_and_points_to_listen_for()
    {
        var guide = Read(Path.Combine(RepositoryRoot.Path, "flows", "backend-python.zh-CN.md")).Guide!;
        var questions = guide
            .Topics.Where(t => t.Key != "0")
            .SelectMany(t =>
                t.Flows.SelectMany(f =>
                    f.Nodes.Where(n => n.Kind.IsQuestion()).Select(n => (t.Key, n.Id, Notes: t.About(f.Block, n.Id)))
                )
            )
            .ToList();
        Assert.Equal(57, questions.Count);
        Assert.Equal(
            [],
            questions.Where(q => q.Notes.Say.IsEmpty || q.Notes.ListenFor.Length < 2).Select(q => $"{q.Key} {q.Id}")
        );
        Assert.All(guide.Topics.Where(t => t.Key != "0"), t => Assert.NotNull(t.LeadIn));
        Assert.All(guide.Stages[3].Topics, t => Assert.NotEmpty(t.Triggers));
        Assert.All(guide.Topics.SelectMany(t => t.Triggers).GroupBy(t => t), g => Assert.InRange(g.Count(), 1, 2));
        Assert.Equal(60, guide.Minutes);
    }

    [Fact]
    public void Fit_for_an_hour_when_one_leaves_out_what_is_optional() =>
        // Chosen by the plan: opening, web, one store, the language, closing.
        Assert.InRange(
            Read(Path.Combine(RepositoryRoot.Path, "flows", "backend-python.zh-CN.md"))
                .Guide!.Topics.Where(t => t.Key is "1" or "3.1" or "3.2.1" or "3.3" or "5")
                .Sum(t => t.Minutes),
            40,
            60
        );

    private static GuideReading Read(string path) =>
        GuideReader.Read(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));
}
