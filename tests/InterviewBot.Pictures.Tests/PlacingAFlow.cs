using System.Globalization;
using CsCheck;
using InterviewBot.Guides.Flows;
using Xunit;

namespace InterviewBot.Pictures.Tests;

/// <summary>Whatever the flow, no box lies on another and no arrow runs through a box.</summary>
public sealed class PlacingAFlow
{
    [Fact]
    public void Every_node_and_every_arrow_is_drawn_within_the_picture()
    {
        var chart = Reading.Chart(Reading.Deeper);
        Assert.Equal(9, chart.Boxes.Length);
        Assert.Equal(9, chart.Lines.Length);
        Assert.Equal(["no", "no", "yes", "yes"], chart.Lines.Select(l => l.Label).Where(l => l.Length > 0).Order());
        Check(chart);
    }

    [Fact]
    public void The_same_flow_is_the_same_picture() =>
        Assert.Equal(
            Drawing.SvgWriter.Write(Reading.Chart(Reading.Deeper)),
            Drawing.SvgWriter.Write(Reading.Chart(Reading.Deeper))
        );

    /// <summary>Chains with forks that leave out a part, go back, or end at once: the shapes that guides have.</summary>
    [Fact]
    public void Any_chain_with_forks_is_placed_cleanly() =>
        Gen.Int[0, 3]
            .Array[1, 14]
            .Select(Script)
            .Sample(
                text =>
                {
                    var flow = FlowReader.Read(text).Flow!;
                    var chart = Charts.OfFlow(flow, "t", "en")!;
                    Assert.Equal(flow.Nodes.Length, chart.Boxes.Length);
                    Check(chart);
                },
                iter: 60
            );

    [Fact]
    public void What_nobody_could_read_is_not_drawn()
    {
        var chain = string.Join("->", Enumerable.Range(0, 400).Select(i => $"n{i}"));
        var nodes = string.Concat(Enumerable.Range(0, 400).Select(i => $"n{i}=>operation: {i}\n"));
        Assert.Null(Charts.OfFlow(FlowReader.Read(nodes + chain).Flow!, "t", "en"));
    }

    [Theory]
    [InlineData("a=>operation: alone\nb=>end: b\na->b")]
    [InlineData("a=>start: a\na->a")]
    [InlineData("a=>start: a\nb=>operation: b\nc=>condition: c\na->b->c\nc(yes)->b\nc(no)->a")]
    [InlineData("c=>condition: both\ne=>end: e\nc(yes)->e\nc(no)->e")]
    [InlineData(
        "a=>start: a\np=>parallel: p\nx=>operation: x\ny=>operation: y\ne=>end: e\na->p\np(path1, bottom)->x->e\np(path2, right)->y->e"
    )]
    public void Odd_flows_are_drawn_too(string text)
    {
        var flow = FlowReader.Read(text).Flow!;
        var chart = Charts.OfFlow(flow, "t", "en")!;
        Assert.Equal(flow.Nodes.Length, chart.Boxes.Length);
        Assert.All(chart.Lines, l => Assert.True(l.Points.Length >= 2));
    }

    /// <summary>0 asks; 1 forks over the next node; 2 forks to the end; 3 forks two ways that meet.</summary>
    private static string Script(int[] kinds)
    {
        var (nodes, links) = ("st=>start: Start\n", "");
        var last = "st";
        for (var i = 0; i < kinds.Length; i++)
        {
            var name = i.ToString(CultureInfo.InvariantCulture);
            switch (kinds[i])
            {
                case 0:
                    nodes += $"q{name}=>operation: question {name} 有关的问题\n";
                    links += $"{last}->q{name}\n";
                    last = $"q{name}";
                    break;
                case 1:
                    nodes +=
                        $"c{name}=>condition: deeper {name}?\nq{name}=>operation: depth {name}\nj{name}=>operation: joint {name}\n";
                    links += $"{last}->c{name}\nc{name}(yes)->q{name}->j{name}\nc{name}(no)->j{name}\n";
                    last = $"j{name}";
                    break;
                case 2:
                    nodes += $"c{name}=>condition: go on {name}?\nq{name}=>operation: on {name}\n";
                    links += $"{last}->c{name}\nc{name}(yes)->q{name}\nc{name}(no)->e\n";
                    last = $"q{name}";
                    break;
                default:
                    nodes +=
                        $"c{name}=>condition: which {name}?\na{name}=>operation: one {name}\nb{name}=>operation: two {name}\nj{name}=>operation: joint {name}\n";
                    links += $"{last}->c{name}\nc{name}(yes)->a{name}->j{name}\nc{name}(no)->b{name}->j{name}\n";
                    last = $"j{name}";
                    break;
            }
        }
        return $"{nodes}e=>end: End\n{links}{last}->e\n";
    }

    private static void Check(Chart chart)
    {
        foreach (var (a, i) in chart.Boxes.Select((b, i) => (b, i)))
        {
            Assert.True(
                a.Left >= 0 && a.Top >= 0 && a.Right <= chart.Width && a.Bottom <= chart.Height,
                $"{a.Text} is outside"
            );
            foreach (var b in chart.Boxes.Skip(i + 1))
                Assert.False(
                    a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom,
                    $"{a.Text} lies on {b.Text}"
                );
        }
        foreach (var line in chart.Lines)
        {
            for (var i = 1; i < line.Points.Length; i++)
            {
                var (from, to) = (line.Points[i - 1], line.Points[i]);
                Assert.True(Math.Abs(from.X - to.X) < 1 || Math.Abs(from.Y - to.Y) < 1, "an arrow runs askew");
                foreach (var box in chart.Boxes)
                    Assert.False(RunsThrough(from, to, box), $"an arrow runs through {box.Text}");
            }
        }
    }

    /// <summary>Within the box by more than its edge; arrows end on edges.</summary>
    private static bool RunsThrough(Spot from, Spot to, Box box) =>
        Math.Max(from.X, to.X) > box.Left + 2
        && Math.Min(from.X, to.X) < box.Right - 2
        && Math.Max(from.Y, to.Y) > box.Top + 2
        && Math.Min(from.Y, to.Y) < box.Bottom - 2;
}
