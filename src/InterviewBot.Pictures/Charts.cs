using System.Collections.Immutable;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using InterviewBot.Pictures.Layout;
using InterviewBot.Pictures.Texts;

namespace InterviewBot.Pictures;

/// <summary>Draws the flows of a topic or a guide, with the marks of an interview or without.</summary>
public static class Charts
{
    private const double Gap = 30;
    private const double TitleHeight = 34;
    private const double BetweenColumns = 44;
    private const double TallAsAPhone = 2;

    /// <summary>One flow; null when it has more nodes than anybody reads in a picture (300).</summary>
    public static Chart? OfFlow(Flow flow, string title, string language, Marks? marks = null)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return flow.Nodes.Length + flow.Unreachable.Length > FlowLayout.MostNodes
            ? null
            : new FlowLayout(flow, marks ?? Marks.None, PictureTexts.In(language)).Draw(title, language);
    }

    /// <summary>All flows of a topic, one below the other. Null when none can be drawn.</summary>
    public static Chart? OfTopic(Topic topic, string language, Marks? marks = null)
    {
        ArgumentNullException.ThrowIfNull(topic);
        var charts = topic.Flows.Select(f => OfFlow(f, topic.Title, language, marks)).OfType<Chart>().ToList();
        return charts.Count == 0 ? null : Stack(topic.Title, language, charts, titles: false);
    }

    /// <summary>All topics of a guide under their titles; topics of one question have nothing to draw and are left out.</summary>
    public static Chart? OfGuide(Guide guide)
    {
        ArgumentNullException.ThrowIfNull(guide);
        var charts = guide.Topics.Where(HasFlow).Select(t => OfTopic(t, guide.Language)).OfType<Chart>().ToList();
        return charts.Count == 0 ? null : Stack(guide.Title, guide.Language, charts, titles: true);
    }

    /// <summary>
    /// The topics of an interview with their marks, under their titles, in as many columns as make it about as tall as a phone: a strip
    /// would be too thin to see anything in it. Null when there is nothing to draw.
    /// </summary>
    public static Chart? OfTopics(string title, string language, IEnumerable<(Topic Topic, Marks Marks)> topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        var charts = topics
            .Where(t => HasFlow(t.Topic))
            .Select(t => OfTopic(t.Topic, language, t.Marks))
            .OfType<Chart>()
            .ToList();
        if (charts.Count == 0)
            return null;
        for (var columns = 1; ; columns++)
        {
            var chart = Beside(
                title,
                language,
                InColumns(charts, columns).Select(c => Stack(title, language, c, titles: true))
            );
            if (columns == charts.Count || chart.Height <= TallAsAPhone * chart.Width)
                return chart;
        }
    }

    /// <summary>Whether a topic has more than its one question.</summary>
    public static bool HasFlow(Topic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topic.Flows.Any(f => f.Nodes.Length + f.Unreachable.Length > 1);
    }

    /// <summary>In their order, down the first column, then the next: a column ends where the next chart would pass its share of the height.</summary>
    private static IEnumerable<List<Chart>> InColumns(List<Chart> charts, int columns)
    {
        var share = charts.Sum(c => c.Height + TitleHeight + Gap) / columns;
        var column = new List<Chart>();
        var (height, left) = (0.0, columns);
        foreach (var chart in charts)
        {
            var takes = chart.Height + TitleHeight + Gap;
            if (column.Count > 0 && left > 1 && height + takes / 2 > share)
            {
                yield return column;
                (column, height, left) = ([], 0, left - 1);
            }
            column.Add(chart);
            height += takes;
        }
        yield return column;
    }

    private static Chart Beside(string title, string language, IEnumerable<Chart> columns)
    {
        var moved = new List<Chart>();
        var x = 0.0;
        foreach (var column in columns)
        {
            moved.Add(column.Moved(x, 0));
            x += column.Width + BetweenColumns;
        }
        return new Chart(
            title,
            language,
            x - BetweenColumns,
            moved.Max(c => c.Height),
            [.. moved.SelectMany(c => c.Boxes)],
            [.. moved.SelectMany(c => c.Lines)],
            [.. moved.SelectMany(c => c.Captions)]
        );
    }

    private static Chart Stack(string title, string language, List<Chart> charts, bool titles)
    {
        if (charts.Count == 1 && !titles)
            return charts[0];
        var width = charts.Max(c => Math.Max(c.Width, titles ? LabelText.Width(c.Title) * 1.25 + 28 : 0));
        var boxes = ImmutableArray.CreateBuilder<Box>();
        var lines = ImmutableArray.CreateBuilder<Line>();
        var captions = ImmutableArray.CreateBuilder<Caption>();
        var y = 0.0;
        foreach (var chart in charts)
        {
            if (titles)
            {
                captions.Add(new Caption(chart.Title, true, width / 2, y + 26));
                y += TitleHeight;
            }
            var moved = chart.Moved((width - chart.Width) / 2, y);
            boxes.AddRange(moved.Boxes);
            lines.AddRange(moved.Lines);
            captions.AddRange(moved.Captions);
            y += chart.Height + (chart == charts[^1] ? 0 : Gap);
        }
        return new Chart(title, language, width, y, boxes.ToImmutable(), lines.ToImmutable(), captions.ToImmutable());
    }
}
