using Markdig.Syntax;

namespace InterviewBot.Guides.Documents;

internal enum ProseKind
{
    Paragraph,

    /// <summary>A further line of the paragraph above it.</summary>
    Continuation,
    Item,

    /// <summary>A line of code: shown as it is, never a label, never something to say.</summary>
    Code,
}

/// <summary>One line of a section's prose.</summary>
/// <param name="Order">The number of an item in an ordered list; 0 elsewhere.</param>
internal readonly record struct ProseLine(ProseKind Kind, string Text, int Order)
{
    /// <summary>Paragraphs, list items, code and the words of HTML, one after the other. Drawings in code say nothing to an interviewer.</summary>
    public static List<ProseLine> Of(IEnumerable<Block> blocks)
    {
        var lines = new List<ProseLine>();
        var pending = new Stack<(Block Block, ProseKind Kind, int Order)>();
        foreach (var block in blocks.Reverse())
            pending.Push((block, ProseKind.Paragraph, 0));
        while (pending.TryPop(out var next))
        {
            switch (next.Block)
            {
                case ListItemBlock item:
                    PushAll(pending, item, ProseKind.Item, item.Order);
                    break;
                case ContainerBlock container:
                    PushAll(pending, container, next.Kind, next.Order);
                    break;
                case ParagraphBlock paragraph:
                    Add(lines, PlainText.Of(paragraph, "\n"), next.Kind, next.Order);
                    break;
                case HeadingBlock heading:
                    Add(lines, PlainText.Of(heading), next.Kind, next.Order);
                    break;
                case CodeBlock code when ShownCode.Is(code):
                    lines.AddRange(ShownCode.Lines(code).Select(l => new ProseLine(ProseKind.Code, l, 0)));
                    break;
                case HtmlBlock html:
                    foreach (var line in Split(HtmlText.Of(html.Lines.ToString())))
                        Add(lines, line, next.Kind, next.Order);
                    break;
                case LinkReferenceDefinition { Label: ['^', .. var name] } footnote:
                    Add(lines, $"[{name}]: {footnote.Url} {footnote.Title}", next.Kind, next.Order);
                    break;
            }
        }
        return lines;
    }

    /// <summary>As plain text: a line for each paragraph and item, the lines of a paragraph joined.</summary>
    public static string Join(IEnumerable<ProseLine> lines)
    {
        var text = new System.Text.StringBuilder();
        foreach (var line in lines)
        {
            var isJoined = line.Kind == ProseKind.Continuation;
            if (text.Length > 0)
                text.Append(isJoined ? Joint(text[^1], line.Text[0]) : "\n");
            if (line.Kind == ProseKind.Item)
                text.Append(line.Order > 0 ? $"{line.Order}. " : "- ");
            text.Append(line.Text);
        }
        return text.ToString();
    }

    private static void PushAll(
        Stack<(Block, ProseKind, int)> pending,
        ContainerBlock container,
        ProseKind kind,
        int order
    )
    {
        for (var i = container.Count - 1; i >= 0; i--)
            pending.Push((container[i], kind, order));
    }

    private static void Add(List<ProseLine> lines, string text, ProseKind kind, int order)
    {
        foreach (var (line, isRow) in ProseMarks.Without(Split(text)))
        {
            lines.Add(
                new ProseLine(isRow && kind == ProseKind.Continuation ? ProseKind.Item : kind, line, isRow ? 0 : order)
            );
            kind = ProseKind.Continuation;
        }
    }

    private static string[] Split(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Joint(char before, char after) =>
        Script.IsChinese(before) && Script.IsChinese(after) ? "" : " ";
}
