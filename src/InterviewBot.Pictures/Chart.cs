using System.Collections.Immutable;
using InterviewBot.Guides.Flows;

namespace InterviewBot.Pictures;

/// <summary>Where a question or fork stands in an interview. A drawing says it by colour, by sign and by word: never by colour alone.</summary>
public enum Standing
{
    /// <summary>The guide alone, without an interview.</summary>
    None,
    Asked,
    Skipped,

    /// <summary>On the way that a fork did not take.</summary>
    NotTaken,

    /// <summary>Not reached yet, or left when the interview ended.</summary>
    Open,
}

/// <param name="Rating">1 to 4; null: not assessed.</param>
/// <param name="Answer">Of a fork: the way it took; null while it is open.</param>
public sealed record NodeMark(Standing Standing, int? Rating = null, bool? Answer = null);

/// <summary>Marks by block number and node id ("1/op3"); what is not listed has none.</summary>
public sealed class Marks(IReadOnlyDictionary<string, NodeMark> byNode)
{
    public static Marks None { get; } = new(ImmutableDictionary<string, NodeMark>.Empty);

    public NodeMark Of(int block, string node) =>
        byNode.TryGetValue($"{block}/{node}", out var mark) ? mark : new NodeMark(Standing.None);
}

internal readonly record struct Spot(double X, double Y);

/// <summary>A node where it is drawn; <paramref name="X"/> and <paramref name="Y"/> are its middle.</summary>
/// <param name="Note">The words of its mark, below the label; "" for none.</param>
/// <param name="IsFree">Nothing leads to it from the start.</param>
internal sealed record Box(
    NodeKind Kind,
    string Text,
    ImmutableArray<string> Lines,
    string Note,
    Standing Standing,
    bool IsFree,
    double X,
    double Y,
    double Width,
    double Height
)
{
    public double Left => X - Width / 2;
    public double Right => X + Width / 2;
    public double Top => Y - Height / 2;
    public double Bottom => Y + Height / 2;
}

/// <param name="Label">yes, no, ... in the picture's language; "" for none. It begins at <paramref name="LabelAt"/>.</param>
/// <param name="IsTaken">An interview went this way; always true without an interview.</param>
internal sealed record Line(ImmutableArray<Spot> Points, string Label, Spot LabelAt, bool IsTaken);

/// <summary>Words of their own: the title of a topic, a remark on free nodes.</summary>
internal sealed record Caption(string Text, bool IsTitle, double X, double Y);

/// <summary>A finished drawing, in units of one CSS pixel, before any format.</summary>
public sealed class Chart
{
    internal Chart(
        string title,
        string language,
        double width,
        double height,
        ImmutableArray<Box> boxes,
        ImmutableArray<Line> lines,
        ImmutableArray<Caption> captions
    ) =>
        (Title, Language, Width, Height, Boxes, Lines, Captions) = (
            title,
            language,
            width,
            height,
            boxes,
            lines,
            captions
        );

    public string Title { get; }

    /// <summary>Of the labels, for fonts and screen readers.</summary>
    public string Language { get; }

    public double Width { get; }

    public double Height { get; }

    internal ImmutableArray<Box> Boxes { get; }

    internal ImmutableArray<Line> Lines { get; }

    internal ImmutableArray<Caption> Captions { get; }

    internal Chart Moved(double right, double down) =>
        new(
            Title,
            Language,
            Width,
            Height,
            [.. Boxes.Select(b => b with { X = b.X + right, Y = b.Y + down })],
            [
                .. Lines.Select(l =>
                    l with
                    {
                        Points = [.. l.Points.Select(p => new Spot(p.X + right, p.Y + down))],
                        LabelAt = new Spot(l.LabelAt.X + right, l.LabelAt.Y + down),
                    }
                ),
            ],
            [.. Captions.Select(c => c with { X = c.X + right, Y = c.Y + down })]
        );
}
