using System.Globalization;
using InterviewBot.Guides.Flows;
using InterviewBot.Pictures.Layout;
using SkiaSharp;

namespace InterviewBot.Pictures.Drawing;

/// <summary>A chart as PNG, on white, for places that show no SVG.</summary>
public static class PngPainter
{
    /// <summary>Slack and Teams take large pictures, but show none of more than so many pixels a side.</summary>
    private const int MostPixels = 8_000;

    /// <param name="scale">Pixels per unit; less where the picture would become too large.</param>
    /// <param name="font">A font file; null: the first known one on this machine.</param>
    /// <exception cref="NoFontException">No font with Chinese letters is to be had.</exception>
    public static byte[] Paint(Chart chart, float scale = 2, string? font = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        using var bitmap = Bitmap(
            chart,
            Math.Min(scale, MostPixels / (float)Math.Max(chart.Width, chart.Height)),
            font
        );
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>In sixteen colours, for places that count every byte.</summary>
    /// <exception cref="NoFontException">No font with Chinese letters is to be had.</exception>
    public static byte[] PaintSmall(Chart chart, float scale, string? font = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        using var bitmap = Bitmap(chart, scale, font);
        return SmallPng.Write(bitmap);
    }

    private static SKBitmap Bitmap(Chart chart, float scale, string? font)
    {
        var face = ChartFont.Load(font);
        var bitmap = new SKBitmap((int)Math.Ceiling(chart.Width * scale), (int)Math.Ceiling(chart.Height * scale));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale(scale);
        foreach (var line in chart.Lines)
            Draw(canvas, line);
        foreach (var box in chart.Boxes)
            Draw(canvas, box, face);
        foreach (var line in chart.Lines.Where(l => l.Label.Length > 0))
            Text(
                canvas,
                face,
                line.Label,
                line.LabelAt.X,
                line.LabelAt.Y,
                13,
                Drawing.Paint.Quiet,
                bold: true,
                SKTextAlign.Left
            );
        foreach (var c in chart.Captions)
            Text(
                canvas,
                face,
                c.Text,
                c.X,
                c.Y,
                c.IsTitle ? 17 : 13,
                c.IsTitle ? Drawing.Paint.Ink : Drawing.Paint.Quiet,
                c.IsTitle
            );
        return bitmap;
    }

    private static void Draw(SKCanvas canvas, Line line)
    {
        using var stroke = Stroke(Drawing.Paint.Arrow, 1.6f, line.IsTaken ? null : [4, 4]);
        using var path = new SKPathBuilder();
        path.MoveTo(P(line.Points[0]));
        foreach (var (before, corner, after) in Arrow.Corners(line))
        {
            path.LineTo(P(before));
            path.QuadTo(P(corner), P(after));
        }
        path.LineTo(P(Arrow.End(line)));
        using (var drawn = path.Detach())
            canvas.DrawPath(drawn, stroke);
        var (tip, wings) = Arrow.Of(line);
        using var head = new SKPathBuilder();
        head.AddPoly([P(wings.A), P(tip), P(wings.B)], close: true);
        using var fill = Fill(Drawing.Paint.Arrow);
        using var drawnHead = head.Detach();
        canvas.DrawPath(drawnHead, fill);
    }

    private static void Draw(SKCanvas canvas, Box box, SKTypeface face)
    {
        var paint = Drawing.Paint.Of(box);
        using var fill = Fill(paint.Fill);
        using var edge = Stroke(paint.Edge, 1.5f, paint.IsDashed ? [5, 4] : null);
        if (box.Kind == NodeKind.Condition)
        {
            using var shape = new SKPathBuilder();
            shape.AddPoly(
                [
                    new((float)box.Left, (float)box.Y),
                    new((float)(box.Left + Boxes.Point), (float)box.Top),
                    new((float)(box.Right - Boxes.Point), (float)box.Top),
                    new((float)box.Right, (float)box.Y),
                    new((float)(box.Right - Boxes.Point), (float)box.Bottom),
                    new((float)(box.Left + Boxes.Point), (float)box.Bottom),
                ],
                close: true
            );
            using var drawn = shape.Detach();
            canvas.DrawPath(drawn, fill);
            canvas.DrawPath(drawn, edge);
        }
        else
        {
            var rect = new SKRect((float)box.Left, (float)box.Top, (float)box.Right, (float)box.Bottom);
            var corner = (float)SvgWriter.Corner(box);
            canvas.DrawRoundRect(rect, corner, corner, fill);
            canvas.DrawRoundRect(rect, corner, corner, edge);
        }
        var y = SvgWriter.FirstBaseline(box);
        foreach (var (line, i) in box.Lines.Select((l, i) => (l, i)))
            Text(canvas, face, line, box.X, y + i * LabelText.LineHeight, 14, paint.Text);
        if (box.Note.Length > 0)
            Text(canvas, face, box.Note, box.X, box.Bottom - 10, 12, paint.Text, bold: true);
    }

    private static void Text(
        SKCanvas canvas,
        SKTypeface face,
        string text,
        double x,
        double y,
        float size,
        string colour,
        bool bold = false,
        SKTextAlign align = SKTextAlign.Center
    )
    {
        using var font = new SKFont(face, size)
        {
            Embolden = bold,
            Subpixel = true,
            Edging = SKFontEdging.Antialias,
        };
        using var paint = Fill(colour);
        canvas.DrawText(text, (float)x, (float)y, align, font, paint);
    }

    private static SKPaint Fill(string colour) => new() { Color = Colour(colour), IsAntialias = true };

    private static SKPaint Stroke(string colour, float width, float[]? dash) =>
        new()
        {
            Color = Colour(colour),
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            PathEffect = dash is null ? null : SKPathEffect.CreateDash(dash, 0),
        };

    private static SKColor Colour(string hex) =>
        new(0xFF000000 | uint.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static SKPoint P(Spot spot) => new((float)spot.X, (float)spot.Y);
}
