namespace InterviewBot.Pictures.Drawing;

/// <summary>The shape of an arrow: rounded corners and a tip.</summary>
internal static class Arrow
{
    private const double Radius = 10;
    private const double Length = 9;
    private const double HalfWidth = 4.5;

    public static IEnumerable<(Spot Before, Spot Corner, Spot After)> Corners(Line line)
    {
        for (var i = 1; i < line.Points.Length - 1; i++)
        {
            var corner = line.Points[i];
            yield return (Towards(corner, line.Points[i - 1]), corner, Towards(corner, line.Points[i + 1]));
        }
    }

    /// <summary>Where the line itself ends: inside the tip, so that the tip stays sharp.</summary>
    public static Spot End(Line line) => Step(line.Points[^1], line.Points[^2], Length - 2);

    public static (Spot Tip, (Spot A, Spot B) Wings) Of(Line line)
    {
        var (tip, from) = (line.Points[^1], line.Points[^2]);
        var back = Step(tip, from, Length);
        var distance = Math.Max(Distance(tip, from), 0.01);
        var (dx, dy) = ((tip.X - from.X) / distance, (tip.Y - from.Y) / distance);
        return (
            tip,
            (
                new Spot(back.X - dy * HalfWidth, back.Y + dx * HalfWidth),
                new Spot(back.X + dy * HalfWidth, back.Y - dx * HalfWidth)
            )
        );
    }

    private static Spot Towards(Spot from, Spot to) => Step(from, to, Math.Min(Radius, Distance(from, to) / 2));

    private static Spot Step(Spot from, Spot to, double length)
    {
        var distance = Distance(from, to);
        return distance < 0.01
            ? from
            : new Spot(from.X + (to.X - from.X) * length / distance, from.Y + (to.Y - from.Y) * length / distance);
    }

    private static double Distance(Spot a, Spot b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
