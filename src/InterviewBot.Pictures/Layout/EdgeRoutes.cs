using System.Collections.Immutable;
using InterviewBot.Guides.Flows;
using InterviewBot.Pictures.Texts;

namespace InterviewBot.Pictures.Layout;

/// <summary>Draws arrows at right angles through the gaps between layers, so that none crosses a label.</summary>
internal sealed class EdgeRoutes(Flow flow, Dictionary<string, Box> boxes, Marks marks, PictureTexts texts)
{
    private const double Half = FlowLayout.LayerGap / 2;
    private readonly Dictionary<double, (double Top, double Bottom)> _layers = boxes
        .Values.GroupBy(b => Math.Round(b.Y, 1))
        .ToDictionary(g => g.Key, g => (g.Min(b => b.Top), g.Max(b => b.Bottom)));

    /// <summary>Pairs in the direction of the walk; ways that come back are drawn beside the layers and left out here.</summary>
    public static HashSet<(string From, string To)> Forward(Flow flow)
    {
        var place = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in FlowOrder.From(flow, flow.Start))
            place[node.Id] = place.Count;
        return [.. flow.Edges.Where(e => place[e.From] < place[e.To]).Select(e => (e.From, e.To))];
    }

    public ImmutableArray<Line> Lines(
        HashSet<(string From, string To)> forward,
        Dictionary<(string, string), Spot[]> routes
    )
    {
        var lines = ImmutableArray.CreateBuilder<Line>();
        var returning = 0;
        foreach (var pair in flow.Edges.GroupBy(e => (e.From, e.To)))
        {
            var (from, to) = (boxes[pair.Key.From], boxes[pair.Key.To]);
            var label = string.Join(" / ", pair.Select(e => texts.Way(e.Way)).Where(l => l.Length > 0));
            var isTaken = IsTaken([.. pair]);
            if (!forward.Contains(pair.Key))
                lines.Add(Back(from, to, label, isTaken, returning++));
            else
                lines.Add(Down(pair.Key, from, to, routes.GetValueOrDefault(pair.Key, []), label, isTaken));
        }
        return lines.DrainToImmutable();
    }

    private Line Down((string From, string To) pair, Box from, Box to, Spot[] via, string label, bool isTaken)
    {
        var firstX = via.Length > 0 ? via[0].X : to.X;
        var turn = LayerOf(to).Top - Half;
        var points = new List<Spot>();
        var aside = !Same(firstX, from.X) && HasStraightWay(pair.From) && IsFreeBeside(from, firstX);
        var labelAt = new Spot(from.X + 8, from.Bottom + 17);
        if (aside)
        {
            var right = firstX > from.X;
            points.Add(new Spot(right ? from.Right : from.Left, from.Y));
            points.Add(new Spot(firstX, from.Y));
            labelAt = new Spot(right ? from.Right + 6 : from.Left - 6 - LabelText.Width(label), from.Y - 7);
        }
        else
        {
            points.Add(new Spot(from.X, from.Bottom));
            if (!Same(firstX, from.X))
            {
                var below = LayerOf(from).Bottom + Half;
                points.Add(new Spot(from.X, below));
                points.Add(new Spot(firstX, below));
            }
        }
        var lastX = via.Length > 0 ? via[^1].X : firstX;
        if (!Same(lastX, to.X))
        {
            points.Add(new Spot(lastX, turn));
            points.Add(new Spot(to.X, turn));
        }
        points.Add(new Spot(to.X, to.Top));
        return new Line([.. points], label, labelAt, isTaken);
    }

    /// <summary>A way back: out on the left, up, and in from the left.</summary>
    private Line Back(Box from, Box to, string label, bool isTaken, int number)
    {
        var x = boxes.Values.Min(b => b.Left) - 22 - 14 * number;
        return new Line(
            [new Spot(from.Left, from.Y), new Spot(x, from.Y), new Spot(x, to.Y + 6), new Spot(to.Left, to.Y + 6)],
            label,
            new Spot(from.Left - 6 - LabelText.Width(label), from.Y - 7),
            isTaken
        );
    }

    private bool HasStraightWay(string from) =>
        flow.Edges.Any(e => e.From == from && Same(boxes[e.To].X, boxes[from].X));

    private bool IsFreeBeside(Box from, double x) =>
        !boxes.Values.Any(b =>
            b != from && Same(b.Y, from.Y) && b.Left < Math.Max(x, from.X) + 4 && b.Right > Math.Min(x, from.X) - 4
        );

    private (double Top, double Bottom) LayerOf(Box box) => _layers[Math.Round(box.Y, 1)];

    /// <summary>Of a fork that was answered only the way it took; what was not taken leads on to nothing.</summary>
    private bool IsTaken(FlowEdge[] edges)
    {
        var from = marks.Of(flow.Block, edges[0].From);
        return from.Standing switch
        {
            Standing.NotTaken => false,
            Standing.Asked when from.Answer is { } yes => edges.Any(e => e.Way == (yes ? Way.Yes : Way.No)),
            _ => true,
        };
    }

    private static bool Same(double a, double b) => Math.Abs(a - b) < 1;
}
