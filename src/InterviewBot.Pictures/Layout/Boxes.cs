using InterviewBot.Guides.Flows;
using InterviewBot.Pictures.Texts;

namespace InterviewBot.Pictures.Layout;

/// <summary>How large a node is, before it has a place.</summary>
internal static class Boxes
{
    private const double TextWidth = 196;
    private const double PadX = 16;
    private const double PadY = 10;
    private const double NoteHeight = 18;

    /// <summary>A fork's two points, which hold no text.</summary>
    public const double Point = 22;

    public static Box Of(int block, FlowNode node, Marks marks, PictureTexts texts, bool isFree)
    {
        var isEdge = node.Kind is NodeKind.Start or NodeKind.End;
        var words = node.Text.Trim().Length > 0 ? node.Text.Trim() : Unnamed(node, texts);
        var mark = isEdge ? new NodeMark(Standing.None) : marks.Of(block, node.Id);
        var note = Notes.Of(mark, texts);
        var lines = LabelText.Wrap(words, isEdge ? TextWidth - 40 : TextWidth);
        var widest = lines.Select(LabelText.Width).Append(LabelText.Width(note) * 0.9).Max();
        var width = isEdge ? Math.Max(84, widest + 2 * PadX) : TextWidth + 2 * PadX;
        if (node.Kind == NodeKind.Condition)
            width += 2 * (Point - PadX / 2);
        var height = Math.Max(1, lines.Length) * LabelText.LineHeight + 2 * PadY + (note.Length > 0 ? NoteHeight : 0);
        return new Box(
            node.Kind,
            words,
            lines,
            note,
            mark.Standing,
            isFree,
            0,
            0,
            Math.Ceiling(width),
            isEdge ? Math.Max(34, height - 6) : height
        );
    }

    private static string Unnamed(FlowNode node, PictureTexts texts) =>
        node.Kind switch
        {
            NodeKind.Start => texts["start"],
            NodeKind.End => texts["end"],
            NodeKind.Parallel => texts["parallel"],
            _ => node.Id,
        };
}
