using System.Collections.Immutable;
using GraphShape;
using GraphShape.Algorithms.Layout;
using InterviewBot.Guides.Flows;
using InterviewBot.Pictures.Texts;
using QuikGraph;

namespace InterviewBot.Pictures.Layout;

/// <summary>Places the nodes of a flow in layers, top down, by Sugiyama's method; free nodes stand below.</summary>
internal sealed class FlowLayout(Flow flow, Marks marks, PictureTexts texts)
{
    /// <summary>Nobody reads a larger drawing, and the placing would take long.</summary>
    public const int MostNodes = 300;

    public const double LayerGap = 46;
    private const double SliceGap = 36;
    private const double FreeGap = 14;

    private readonly Dictionary<string, Box> _boxes = new(StringComparer.Ordinal);

    public Chart Draw(string title, string language)
    {
        foreach (var node in flow.Nodes)
            _boxes[node.Id] = Boxes.Of(flow.Block, node, marks, texts, isFree: false);
        var ways = EdgeRoutes.Forward(flow);
        var routes = Place(ways);
        var lines = new EdgeRoutes(flow, _boxes, marks, texts).Lines(ways, routes);
        var (free, captions) = Free();
        return Framed(title, language, [.. flow.Nodes.Select(n => _boxes[n.Id]), .. free], lines, captions);
    }

    /// <returns>Points between the two ends, for arrows that pass other layers.</returns>
    private Dictionary<(string, string), Spot[]> Place(HashSet<(string From, string To)> ways)
    {
        var graph = new BidirectionalGraph<string, Edge<string>>(allowParallelEdges: false);
        graph.AddVertexRange(flow.Nodes.Select(n => n.Id));
        graph.AddEdgeRange(ways.Select(w => new Edge<string>(w.From, w.To)));
        if (flow.Nodes.Length == 1)
        {
            _boxes[flow.Start] = _boxes[flow.Start] with { X = 0, Y = 0 };
            return [];
        }
        var placing = new SugiyamaLayoutAlgorithm<string, Edge<string>, BidirectionalGraph<string, Edge<string>>>(
            graph,
            flow.Nodes.ToDictionary(n => n.Id, n => new Size(_boxes[n.Id].Width, _boxes[n.Id].Height)),
            new SugiyamaLayoutParameters
            {
                LayerGap = LayerGap,
                SliceGap = SliceGap,
                EdgeRouting = SugiyamaEdgeRouting.Traditional,
                // The first way of each node goes straight down: the common case is one column, what passes by stands beside it.
                PositionMode = 0,
                OptimizeWidth = false,
                MinimizeEdgeLength = true,
            }
        );
        placing.Compute();
        foreach (var node in flow.Nodes)
        {
            var at = placing.VerticesPositions[node.Id];
            _boxes[node.Id] = _boxes[node.Id] with { X = at.X, Y = at.Y };
        }
        return placing
            .EdgeRoutes.Where(r => r.Value is { Length: > 0 })
            .ToDictionary(r => (r.Key.Source, r.Key.Target), r => r.Value.Select(p => new Spot(p.X, p.Y)).ToArray());
    }

    /// <summary>What no arrow leads to stands in a column of its own below, with a word why.</summary>
    private (List<Box> Boxes, List<Caption> Captions) Free()
    {
        var free = flow.Unreachable.Where(n => n.Kind is not (NodeKind.Start or NodeKind.End)).ToList();
        var (boxes, captions) = (new List<Box>(), new List<Caption>());
        var y = _boxes.Values.Max(b => b.Bottom) + 2 * FreeGap;
        var x = _boxes[flow.Start].X;
        foreach (var (isPool, caption) in new[] { (true, texts["pool"]), (false, texts["unreached"]) })
        {
            var these = free.FindAll(n => n.Kind == NodeKind.Subroutine == isPool);
            if (these.Count == 0)
                continue;
            captions.Add(new Caption(caption, false, x, y += FreeGap));
            y += FreeGap;
            foreach (var node in these)
            {
                var box = Boxes.Of(flow.Block, node, marks, texts, isFree: true);
                boxes.Add(box with { X = x, Y = y + box.Height / 2 });
                y += box.Height + FreeGap;
            }
        }
        return (boxes, captions);
    }

    private static Chart Framed(
        string title,
        string language,
        ImmutableArray<Box> boxes,
        ImmutableArray<Line> lines,
        List<Caption> captions
    )
    {
        const double margin = 14;
        var labels = lines.Where(l => l.Label.Length > 0).ToList();
        double CaptionHalf(Caption c) => LabelText.Width(c.Text) / 2;
        var left = boxes
            .Select(b => b.Left)
            .Concat(lines.SelectMany(l => l.Points.Select(p => p.X)))
            .Concat(captions.Select(c => c.X - CaptionHalf(c)))
            .Concat(labels.Select(l => l.LabelAt.X))
            .Min();
        var right = boxes
            .Select(b => b.Right)
            .Concat(lines.SelectMany(l => l.Points.Select(p => p.X)))
            .Concat(captions.Select(c => c.X + CaptionHalf(c)))
            .Concat(labels.Select(l => l.LabelAt.X + LabelText.Width(l.Label)))
            .Max();
        var (top, bottom) = (boxes.Min(b => b.Top), boxes.Max(b => b.Bottom));
        return new Chart(
            title,
            language,
            right - left + 2 * margin,
            bottom - top + 2 * margin,
            boxes,
            lines,
            [.. captions]
        ).Moved(margin - left, margin - top);
    }
}
