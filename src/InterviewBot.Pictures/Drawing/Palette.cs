using InterviewBot.Guides.Flows;

namespace InterviewBot.Pictures.Drawing;

/// <summary>Colours on white; each text keeps a contrast of at least 4.5 : 1. Pages set their own by the classes in the SVG.</summary>
internal sealed record Paint(string Fill, string Edge, string Text, bool IsDashed)
{
    public const string Ink = "#1d1c1a";
    public const string Quiet = "#5d5952";
    public const string Arrow = "#6b665e";

    public static Paint Of(Box box) =>
        box.Standing switch
        {
            Standing.Asked => new("#dff0e8", "#1b6e4f", Ink, false),
            Standing.Skipped => new("#fbf0d5", "#8a5a00", Ink, false),
            Standing.NotTaken => new("#f4f3f1", "#8d887f", Quiet, true),
            Standing.Open => new("#ffffff", "#6b665e", Ink, true),
            _ => box switch
            {
                { IsFree: true } => new("#fbfaf7", "#6b665e", Ink, true),
                { Kind: NodeKind.Condition } => new("#fdf3dc", "#8a5a00", Ink, false),
                { Kind: NodeKind.Start or NodeKind.End } => new("#eeece7", "#6b665e", Ink, false),
                _ => new("#e7f1ef", "#0d5c56", Ink, false),
            },
        };

    /// <summary>The class of a box in an SVG: what it is, and how it stands.</summary>
    public static string Classes(Box box)
    {
        var kind = box.Kind switch
        {
            NodeKind.Condition => "fork",
            NodeKind.Start or NodeKind.End => "end",
            _ => "question",
        };
        var standing = box.Standing switch
        {
            Standing.Asked => " asked",
            Standing.Skipped => " skipped",
            Standing.NotTaken => " not-taken",
            Standing.Open => " open",
            _ => box.IsFree ? " free" : "",
        };
        return $"node {kind}{standing}";
    }
}
