using InterviewBot.Guides.Flows;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace InterviewBot.Guides.Documents;

/// <summary>Cuts a document into sections by its headings and finds the flows wherever they stand.</summary>
internal sealed class OutlineReader(SourceText source, DocumentProblems problems)
{
    private readonly List<OutlineSection> _sections = [];
    private OutlineSection? _current;

    public FrontMatter FrontMatter { get; private set; } = FrontMatter.None;

    public List<OutlineSection> Read()
    {
        var footnotes = new List<LinkReferenceDefinition>();
        foreach (var block in Parse(source.Marked))
        {
            switch (block)
            {
                case YamlFrontMatterBlock yaml:
                    FrontMatter = FrontMatter.Read(yaml.Lines.ToString(), yaml.Line + 2, problems);
                    break;
                case HeadingBlock heading:
                    Open(heading);
                    break;
                case LinkReferenceDefinitionGroup links:
                    footnotes.AddRange(
                        links.OfType<LinkReferenceDefinition>().Where(l => l.Label?.StartsWith('^') == true)
                    );
                    break;
                default:
                    Fences(block);
                    _current?.Blocks.Add(block);
                    break;
            }
        }
        Put(footnotes);
        return _sections;
    }

    /// <summary>Markdown takes "[^1]: word" for the address of a link and keeps all of them in one place; here each goes back to its own.</summary>
    private void Put(List<LinkReferenceDefinition> footnotes)
    {
        var next = 0;
        foreach (var footnote in footnotes.OrderBy(f => f.Line))
        {
            while (next < _sections.Count && _sections[next].Line <= footnote.Line + 1)
                next++;
            if (next > 0)
                _sections[next - 1].Blocks.Add(footnote);
        }
        // What is left of the paragraph that a definition was taken from still begins where it did.
        foreach (var section in footnotes.Count == 0 ? [] : _sections)
            section.Blocks.Sort((a, b) => Place(a).CompareTo(Place(b)));

        static (int, bool) Place(Block block) => (block.Span.Start, block is not LinkReferenceDefinition);
    }

    private static MarkdownDocument Parse(string text)
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseYamlFrontMatter();
        builder.BlockParsers.InsertAfter<HeadingBlockParser>(new LooseHeadingParser());
        builder.InlineParsers.Replace<LinkInlineParser>(new BoundedLinkParser());
        return Markdown.Parse(text, builder.Build());
    }

    private void Open(HeadingBlock block)
    {
        var (line, column) = source.Find(block.Span.Start);
        if (block.Parser is LooseHeadingParser)
            problems.LooseHeading(line, column);
        var parent = _current;
        while (parent is not null && parent.Level >= block.Level)
            parent = parent.Parent;
        if (parent is { Level: 0 })
            parent = null;
        _current = new OutlineSection(line, column, block.Level, PlainText.Of(block), parent);
        parent?.Children.Add(_current);
        _sections.Add(_current);
    }

    /// <summary>Fences stand in quotes and list items too; not in HTML comments, which Markdig keeps as blocks of their own.</summary>
    private void Fences(Block block)
    {
        var pending = new Stack<Block>();
        pending.Push(block);
        while (pending.TryPop(out var next))
        {
            if (next is FencedCodeBlock fence)
                Add(new FlowFence(fence, source));
            else if (next is ContainerBlock container)
            {
                for (var i = container.Count - 1; i >= 0; i--)
                    pending.Push(container[i]);
            }
        }
    }

    private void Add(FlowFence fence)
    {
        if (!fence.IsClosed)
            problems.UnclosedFence(fence);
        if (fence.IsFlow)
            AddFlow(fence);
        else if (fence.IsTopic)
            AddSettings(fence);
        else if (fence.IsFlowByAnotherName)
            problems.FlowUnderOtherName(fence);
    }

    private void AddFlow(FlowFence fence)
    {
        if (_current is null)
        {
            _current = new OutlineSection(fence.Line, fence.Column, 0, "", null);
            _sections.Add(_current);
            problems.FlowBeforeHeading(fence);
        }
        var flow = new SectionFlow(fence.Line, fence.Info, fence.Read(_current.Flows.Count + 1));
        _current.Flows.Add(flow);
        problems.AddAll(flow.Reading.Problems.Select(p => MakesPool(flow.Reading.Flow, p) ? AsInfo(p) : p));
    }

    /// <summary>
    /// In a drawing an unconnected subroutine is lost, and a plain document is warned. A document with front matter was written for this
    /// program, where that is how an author makes a pool: nothing has to be mended.
    /// </summary>
    private bool MakesPool(Flow? flow, Problem problem) =>
        problem.Code == "unreachable-node"
        && !ReferenceEquals(FrontMatter, FrontMatter.None)
        && flow is not null
        && flow.Unreachable.Any(n => n.Kind == NodeKind.Subroutine && n.Line == problem.Line);

    private static Problem AsInfo(Problem problem) => problem with { Level = ProblemLevel.Info };

    private void AddSettings(FlowFence fence)
    {
        var settings = TopicBlock.Read(fence.Text, out var problem);
        if (problem is not null)
            problems.BadYaml("bad-topic-block", fence.Line, fence.Column, problem);
        if (_current is null)
            return;
        _current.Settings = settings ?? _current.Settings;
        _current.SettingsAt.Add((fence.Line, fence.Column));
    }
}
