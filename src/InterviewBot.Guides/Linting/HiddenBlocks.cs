using InterviewBot.Guides.Documents;
using Markdig.Syntax;

namespace InterviewBot.Guides.Linting;

/// <summary>What stands below a topic and on no card: drawings, pictures, and code among the parts of a question.</summary>
internal static class HiddenBlocks
{
    private static readonly string[] Media = ["<img", "<video", "<audio", "<iframe", "<object", "<embed", "<svg"];

    public static void Give(Advice advice)
    {
        foreach (var topic in advice.Draft.Outline.Where(s => s.Topic is not null))
        {
            Look(advice, topic.Blocks, isQuestion: false);
            foreach (var child in topic.Children)
            {
                if (child.Question is not null || (child.Kind == SectionKind.Prose && child.Flows.Count == 0))
                    Look(advice, child.All().SelectMany(s => s.Blocks), child.Question is not null);
            }
        }
    }

    private static void Look(Advice advice, IEnumerable<Block> blocks, bool isQuestion)
    {
        var pending = new Stack<Block>(blocks.Reverse());
        while (pending.TryPop(out var block))
        {
            if (block is ContainerBlock container)
            {
                for (var i = container.Count - 1; i >= 0; i--)
                    pending.Push(container[i]);
            }
            else if (block is CodeBlock code && isQuestion && ShownCode.Is(code))
                Tell(
                    advice,
                    block,
                    "code among the parts of a question",
                    "put it below the heading of the topic, or into words"
                );
            else if (
                (block is CodeBlock lost && ShownCode.IsLost(lost)) || (block is HtmlBlock html && IsPicture(html))
            )
                Tell(advice, block, "a drawing or picture", "say in words what an interviewer needs of it");
        }
    }

    private static void Tell(Advice advice, Block block, string what, string hint) =>
        advice.Warn("not-shown", advice.At(block), $"{what} is shown on no card", hint);

    private static bool IsPicture(HtmlBlock html) =>
        html.Type != HtmlBlockType.Comment
        && html.Lines.ToString() is var text
        && Array.Exists(Media, m => text.Contains(m, StringComparison.OrdinalIgnoreCase))
        && string.IsNullOrWhiteSpace(HtmlText.Of(text));
}
