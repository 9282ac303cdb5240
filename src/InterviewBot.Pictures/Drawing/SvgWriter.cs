using System.Globalization;
using System.Text;
using InterviewBot.Guides.Flows;
using InterviewBot.Pictures.Layout;

namespace InterviewBot.Pictures.Drawing;

/// <summary>
/// A chart as SVG. Colours are attributes, as pages that forbid styles in the document still show them; a page's style sheet wins over
/// them by the classes. Text stays text: to be selected, searched, read aloud.
/// </summary>
public static class SvgWriter
{
    private const string Fonts =
        "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

    /// <param name="inline">For a page: no background of its own, and no width, so that the page decides.</param>
    public static string Write(Chart chart, bool inline = false)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var svg = new StringBuilder();
        var (width, height) = (N(Math.Ceiling(chart.Width)), N(Math.Ceiling(chart.Height)));
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{Escaped(chart.Title)}\" lang=\"{chart.Language}\" font-family=\"{Fonts}\" font-size=\"14\">"
        );
        if (!inline)
            svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        foreach (var line in chart.Lines)
            Append(svg, line);
        foreach (var box in chart.Boxes)
            Append(svg, box);
        // Above the boxes, which they never meet, and above arrows, which they may.
        foreach (var line in chart.Lines.Where(l => l.Label.Length > 0))
            Label(svg, line);
        foreach (var caption in chart.Captions)
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text class=\"caption\" x=\"{N(caption.X)}\" y=\"{N(caption.Y)}\" text-anchor=\"middle\" fill=\"{(caption.IsTitle ? Paint.Ink : Paint.Quiet)}\"{(caption.IsTitle ? " font-size=\"17\" font-weight=\"600\"" : " font-size=\"13\"")}>{Escaped(caption.Text)}</text>"
            );
        return svg.Append("</svg>").ToString();
    }

    private static void Append(StringBuilder svg, Line line)
    {
        var dash = line.IsTaken ? "" : " stroke-dasharray=\"4 4\" opacity=\".75\"";
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<path class=\"arrow{(line.IsTaken ? "" : " not-taken")}\" d=\"{Path(line)}\" fill=\"none\" stroke=\"{Paint.Arrow}\" stroke-width=\"1.6\"{dash}/>"
        );
        var (tip, wings) = Arrow.Of(line);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<path class=\"arrow-tip\" d=\"M{P(wings.A)}L{P(tip)}L{P(wings.B)}Z\" fill=\"{Paint.Arrow}\"/>"
        );
    }

    private static void Label(StringBuilder svg, Line line) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text class=\"way\" x=\"{N(line.LabelAt.X)}\" y=\"{N(line.LabelAt.Y)}\" font-size=\"13\" font-weight=\"600\" fill=\"{Paint.Quiet}\">{Escaped(line.Label)}</text>"
        );

    private static void Append(StringBuilder svg, Box box)
    {
        var paint = Paint.Of(box);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<g class=\"{Paint.Classes(box)}\"><title>{Escaped(box.Note.Length > 0 ? $"{box.Text} ({box.Note})" : box.Text)}</title>"
        );
        var look =
            $"fill=\"{paint.Fill}\" stroke=\"{paint.Edge}\" stroke-width=\"1.5\"{(paint.IsDashed ? " stroke-dasharray=\"5 4\"" : "")}";
        if (box.Kind == NodeKind.Condition)
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path class=\"shape\" d=\"M{N(box.Left)} {N(box.Y)}L{N(box.Left + Boxes.Point)} {N(box.Top)}H{N(box.Right - Boxes.Point)}L{N(box.Right)} {N(box.Y)}L{N(box.Right - Boxes.Point)} {N(box.Bottom)}H{N(box.Left + Boxes.Point)}Z\" {look}/>"
            );
        else
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect class=\"shape\" x=\"{N(box.Left)}\" y=\"{N(box.Top)}\" width=\"{N(box.Width)}\" height=\"{N(box.Height)}\" rx=\"{N(Corner(box))}\" {look}/>"
            );
        var y = FirstBaseline(box);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{N(box.X)}\" y=\"{N(y)}\" text-anchor=\"middle\" fill=\"{paint.Text}\">"
        );
        foreach (var (line, i) in box.Lines.Select((l, i) => (l, i)))
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<tspan x=\"{N(box.X)}\" y=\"{N(y + i * LabelText.LineHeight)}\">{Escaped(line)}</tspan>"
            );
        svg.Append("</text>");
        if (box.Note.Length > 0)
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text class=\"note\" x=\"{N(box.X)}\" y=\"{N(box.Bottom - 10)}\" text-anchor=\"middle\" font-size=\"12\" font-weight=\"600\" fill=\"{paint.Text}\">{Escaped(box.Note)}</text>"
            );
        svg.Append("</g>");
    }

    public const double Rounding = 8;

    internal static double Corner(Box box) => box.Kind is NodeKind.Start or NodeKind.End ? box.Height / 2 : Rounding;

    internal static double FirstBaseline(Box box)
    {
        var text = box.Lines.Length * LabelText.LineHeight;
        var room = box.Height - (box.Note.Length > 0 ? 18 : 0);
        return box.Top + (room - text) / 2 + LabelText.LineHeight * 0.72;
    }

    /// <summary>Corners are rounded as far as their sides are long enough.</summary>
    private static string Path(Line line)
    {
        var path = new StringBuilder($"M{P(line.Points[0])}");
        foreach (var (before, corner, after) in Arrow.Corners(line))
            path.Append(CultureInfo.InvariantCulture, $"L{P(before)}Q{P(corner)} {P(after)}");
        return path.Append(CultureInfo.InvariantCulture, $"L{P(Arrow.End(line))}").ToString();
    }

    private static string P(Spot spot) => $"{N(spot.X)} {N(spot.Y)}";

    private static string N(double number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Text of an author: no markup, and no control characters, which XML forbids.</summary>
    private static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(
                rune.Value switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    '\'' => "&#39;",
                    < 0x20 or 0x7F or 0xFFFE or 0xFFFF => " ",
                    _ => rune.ToString(),
                }
            );
        }
        return safe.ToString();
    }
}
