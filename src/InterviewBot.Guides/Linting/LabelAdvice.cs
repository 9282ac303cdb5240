using InterviewBot.Guides.Documents;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InterviewBot.Guides.Linting;

/// <summary>Bold words with a colon that look like a label and are none, and labels where no question is.</summary>
internal static class LabelAdvice
{
    public static void Give(Advice advice)
    {
        if (!advice.UsesParts)
            return;
        foreach (var topic in advice.Topics)
        {
            if (topic.Flows.Count > 0)
                Stray(advice, topic);
            else if (QuestionParts.HasLabels(ProseLine.Of(topic.Blocks)))
                Unknown(advice, topic);
            foreach (var question in topic.Children.Where(c => c.Question is not null))
            {
                foreach (var section in question.All())
                {
                    Unknown(advice, section);
                    if (section != question && !PartLabels.IsLabel(section.Heading, out _))
                        Unknown(advice, Advice.At(section), section.Heading);
                }
            }
        }
    }

    private static void Stray(Advice advice, OutlineSection topic)
    {
        if (topic.Blocks.Find(b => QuestionParts.HasLabels(ProseLine.Of([b]))) is { } block)
            advice.Warn(
                "stray-part",
                advice.At(block),
                "this looks like a part of a question, but the section is a topic with a flow",
                "move it into a section whose heading begins with the id of a node"
            );
    }

    private static void Unknown(Advice advice, OutlineSection section)
    {
        foreach (var paragraph in Paragraphs(section))
        {
            foreach (var bold in Labels(paragraph))
            {
                var label = Text(bold).TrimEnd(':', '：', ' ');
                if (!PartLabels.IsKnown(label))
                    Unknown(advice, advice.At(bold), label);
            }
        }
    }

    private static void Unknown(Advice advice, (int Line, int Column) at, string label) =>
        advice.Warn(
            "unknown-part",
            at,
            $"\"{label}\" is no part of a question",
            "the parts are Say, Listen for, Follow up, Red flags, Anchors and Fork"
        );

    private static IEnumerable<ParagraphBlock> Paragraphs(OutlineSection section)
    {
        var pending = new Stack<Block>(section.Blocks.AsEnumerable().Reverse());
        while (pending.TryPop(out var block))
        {
            if (block is ParagraphBlock paragraph)
                yield return paragraph;
            else if (block is ContainerBlock container)
            {
                for (var i = container.Count - 1; i >= 0; i--)
                    pending.Push(container[i]);
            }
        }
    }

    /// <summary>What stands bold at the beginning of a line, with a colon inside or right behind.</summary>
    private static IEnumerable<EmphasisInline> Labels(ParagraphBlock paragraph)
    {
        var isFirst = true;
        foreach (var inline in paragraph.Inline ?? [])
        {
            if (isFirst && inline is EmphasisInline { DelimiterCount: 2 } bold && HasColon(bold))
                yield return bold;
            isFirst = inline is LineBreakInline;
        }
    }

    private static bool HasColon(EmphasisInline bold) =>
        Text(bold) is { Length: > 0 and <= 24 } text
        && (
            text[^1] is ':' or '：'
            || (
                bold.NextSibling is LiteralInline { Content.IsEmpty: false } next
                && next.Content.AsSpan().TrimStart() is [':' or '：', ..]
            )
        );

    private static string Text(EmphasisInline bold) =>
        string.Concat(bold.Descendants<LiteralInline>().Select(l => l.Content.ToString())).Trim();
}
