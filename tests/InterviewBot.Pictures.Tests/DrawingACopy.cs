using System.Xml.Linq;
using InterviewBot.Pictures.Drawing;
using InterviewBot.Pictures.Layout;
using SkiaSharp;
using Xunit;

namespace InterviewBot.Pictures.Tests;

/// <summary>SVG, PNG and Mermaid of one chart.</summary>
public sealed class DrawingACopy
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Marks Marks = new(
        new Dictionary<string, NodeMark>
        {
            ["1/op1"] = new(Standing.Asked, 3),
            ["1/c1"] = new(Standing.Asked, null, false),
            ["1/op2"] = new(Standing.NotTaken),
            ["1/op3"] = new(Standing.NotTaken),
            ["1/c2"] = new(Standing.Asked, null, true),
            ["1/op4"] = new(Standing.Skipped),
        }
    );

    [Fact]
    public void The_svg_is_well_formed_and_holds_every_label_as_text()
    {
        var svg = XDocument.Parse(SvgWriter.Write(Reading.Chart(Reading.Deeper)));
        Assert.Equal("img", svg.Root!.Attribute("role")!.Value);
        var text = string.Concat(svg.Descendants(Svg + "tspan").Select(t => t.Value))
            .Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("redis的常用数据类型", text, StringComparison.Ordinal);
        Assert.Contains("Cluster", text, StringComparison.Ordinal);
        // Pages forbid styles within the document.
        Assert.Empty(svg.Descendants(Svg + "style"));
        Assert.DoesNotContain(svg.Descendants(), e => e.Attribute("style") is not null);
    }

    [Fact]
    public void What_an_author_writes_stays_text()
    {
        var nasty = Reading.Deeper.Replace("Cluster", "</text><script>\u0001\"&'", StringComparison.Ordinal);
        var svg = XDocument.Parse(SvgWriter.Write(Reading.Chart(nasty)));
        Assert.Empty(svg.Descendants(Svg + "script"));
        Assert.Contains(svg.Descendants(Svg + "title"), t => t.Value.Contains("<script>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mark_is_a_word_and_a_sign_beside_its_colour()
    {
        var svg = XDocument.Parse(SvgWriter.Write(Reading.Chart(Reading.Deeper, Marks)));
        var notes = svg.Descendants(Svg + "text")
            .Where(t => (string?)t.Attribute("class") == "note")
            .Select(t => t.Value);
        Assert.Equal(
            ["– not taken", "– not taken", "» skipped", "✓ asked · 3 good", "✓ no", "✓ yes"],
            notes.Order(StringComparer.Ordinal).OrderBy(n => n[0] == '✓').ThenBy(n => n[0] == '»')
        );
        Assert.Equal(4, svg.Descendants(Svg + "path").Count(p => (string?)p.Attribute("class") == "arrow not-taken"));
    }

    [Fact]
    public void The_small_png_has_the_same_size_fewer_bytes_and_colours_that_still_tell_marks_apart()
    {
        var chart = Reading.Chart(Reading.Deeper, Marks);
        var small = PngPainter.PaintSmall(chart, 1);
        Assert.InRange(small.Length, 1_000, PngPainter.Paint(chart, scale: 1).Length / 2);
        using var png = SKBitmap.Decode(small);
        Assert.Equal((Math.Ceiling(chart.Width), Math.Ceiling(chart.Height)), (png.Width, png.Height));
        Assert.InRange(png.Pixels.Distinct().Count(), 5, 16);
        var fills = chart
            .Boxes.Where(b => !b.IsFree)
            .Select(b => (b.Standing, Colour: png.GetPixel((int)b.X, (int)b.Top + 4)))
            .Distinct()
            .ToList();
        // Start and end, asked, skipped, not taken: one colour each.
        Assert.Equal(4, fills.Count);
        Assert.Equal(4, fills.Select(f => f.Colour).Distinct().Count());
    }

    [Fact]
    public void Many_topics_stand_in_columns_and_none_is_lost()
    {
        var topic = Reading.Guide(Reading.Deeper).Topics.First(Charts.HasFlow);
        var one = Charts.OfTopics("t", "en", [(topic, Marks)])!;
        var nine = Charts.OfTopics("t", "en", Enumerable.Repeat((topic, Marks), 9))!;
        Assert.Equal(9 * one.Boxes.Length, nine.Boxes.Length);
        Assert.Equal(9, nine.Captions.Count(c => c.IsTitle));
        Assert.InRange(nine.Height / nine.Width, 0.4, 2);
        foreach (var (a, b) in nine.Boxes.SelectMany((x, i) => nine.Boxes.Skip(i + 1).Select(y => (x, y))))
            Assert.False(
                a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom,
                "Two boxes meet."
            );
    }

    [Fact]
    public void The_png_has_the_size_of_the_chart_and_letters_in_it()
    {
        var chart = Reading.Chart(Reading.Deeper, Marks);
        using var png = SKBitmap.Decode(PngPainter.Paint(chart, scale: 1));
        Assert.Equal((Math.Ceiling(chart.Width), Math.Ceiling(chart.Height)), (png.Width, png.Height));
        var box = chart.Boxes.First(b => b.Text.StartsWith("redis", StringComparison.Ordinal));
        var dark = 0;
        for (var y = (int)box.Top + 4; y < box.Bottom - 4; y++)
        {
            for (var x = (int)box.Left + 4; x < box.Right - 4; x++)
                dark += png.GetPixel(x, y).Red < 0x60 ? 1 : 0;
        }
        // Some 45 letters at 14 pixels; a font without them would leave the box empty.
        Assert.InRange(dark, 500, 8_000);
    }

    [Fact]
    public void A_large_chart_is_kept_within_what_chats_show()
    {
        var chain = string.Join("->", Enumerable.Range(0, 200).Select(i => $"n{i}"));
        var nodes = string.Concat(Enumerable.Range(0, 200).Select(i => $"n{i}=>operation: {i}\n"));
        var chart = Reading.Chart($"# G\n## 1. A\n```flow\n{nodes}{chain}\n```\n");
        using var png = SKBitmap.Decode(PngPainter.Paint(chart));
        Assert.InRange(png.Height, 1_000, 8_001);
    }

    [Fact]
    public void A_font_that_is_none_is_told()
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.Throws<NoFontException>(() => PngPainter.Paint(Reading.Chart(Reading.Deeper), font: file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Mermaid_gets_ids_of_our_own_and_quoted_labels()
    {
        var text = MermaidWriter.Write(
            [.. Reading.Guide(Reading.Deeper.Replace("Cluster", "a \"b\" #1", StringComparison.Ordinal)).Topics],
            "en"
        );
        Assert.StartsWith("flowchart TD\n  subgraph t1[\"Redis\"]\n", text, StringComparison.Ordinal);
        Assert.Contains("[\"a #quot;b#quot; #35;1\"]", text, StringComparison.Ordinal);
        Assert.Contains("-->|yes|", text, StringComparison.Ordinal);
        Assert.DoesNotContain("end=>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redis的集群搭建，redis高可用", 196)]
    [InlineData("What happens to a key when its time to live has run out, and who removes it?", 196)]
    [InlineData("averyveryveryverylongwordwithoutanyblankinitatallthatnobodywouldwrite", 120)]
    public void Lines_keep_their_width_and_lose_nothing(string label, double width)
    {
        var lines = LabelText.Wrap(label, width);
        Assert.All(lines, l => Assert.True(LabelText.Width(l) <= width + 1, l));
        Assert.Equal(
            label.Replace(" ", "", StringComparison.Ordinal),
            string.Concat(lines).Replace(" ", "", StringComparison.Ordinal)
        );
        Assert.All(lines.Skip(1), l => Assert.DoesNotContain(l[0], "，。？"));
    }
}
