using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Pictures;
using InterviewBot.Pictures.Drawing;

namespace InterviewBot.Teams.Cards;

/// <summary>
/// Pictures inside a card, as data URIs: nothing of an interview lies at an address that others could open. Microsoft does not count them
/// into the size of a message; as not every server is of that mind, they are counted here.
/// </summary>
internal static class CardPictures
{
    /// <summary>Teams shows none of more pixels a side.</summary>
    private const int MostPixels = 1_024;

    /// <summary>Characters of the element itself.</summary>
    private const int Around = 200;

    // From sharp to what can just be read.
    private static readonly float[] Scales = [1.25f, 1, 0.85f, 0.7f];

    /// <param name="room">Characters for all of them together.</param>
    /// <returns>What fits, as data URIs by table; a table that is not there has no picture.</returns>
    public static IReadOnlyDictionary<TablePart, string> Of(Card card, int room)
    {
        var fitting = new Dictionary<TablePart, string>(ReferenceEqualityComparer.Instance);
        try
        {
            var charts = card
                .Parts.OfType<TablePart>()
                .Select(part => (Part: part, Chart: Of(part)))
                .Where(p => p.Chart is not null)
                .ToList();
            foreach (var scale in Scales)
            {
                fitting = Fitting(charts, scale, room, all: scale > Scales[^1]);
                if (fitting.Count > 0)
                    break;
            }
        }
        catch (NoFontException)
        {
            // Without letters no picture; the tables say the same.
        }
        return fitting;
    }

    /// <param name="all">All or none; else as many as there is room for.</param>
    private static Dictionary<TablePart, string> Fitting(
        List<(TablePart Part, Chart? Chart)> charts,
        float scale,
        int room,
        bool all
    )
    {
        var fitting = new Dictionary<TablePart, string>(ReferenceEqualityComparer.Instance);
        foreach (var (part, chart) in charts)
        {
            var uri =
                Math.Max(chart!.Width, chart.Height) * scale > MostPixels
                    ? null
                    : Uri(PngPainter.PaintSmall(chart, scale));
            var takes = uri?.Length + part.Picture!.Alt.Length + Around;
            if (takes <= room)
            {
                room -= takes.Value;
                fitting[part] = uri!;
            }
            else if (all)
                return [];
        }
        return fitting;
    }

    public static string Uri(byte[] png) => $"data:image/png;base64,{Convert.ToBase64String(png)}";

    private static Chart? Of(TablePart part) =>
        part.Picture?.Report is { Topics: [var topic] } report ? ReportPictures.OfTopic(report, topic) : null;
}
