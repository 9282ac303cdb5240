using System.Collections.Immutable;

namespace InterviewBot.Guides.Documents;

/// <summary>Everything that is reported about one document, flows included.</summary>
internal sealed class DocumentProblems
{
    private readonly List<Problem> _problems = [];

    public ImmutableArray<Problem> Sorted => [.. _problems.OrderBy(p => p.Line).ThenBy(p => p.Column)];

    public void AddAll(IEnumerable<Problem> problems) => _problems.AddRange(problems);

    public void TooLarge(string message) => Add(ProblemLevel.Error, "too-large", 1, 1, message, "split the document");

    public void Unreadable((int Line, int Column) at) =>
        Warn(
            "unreadable-character",
            at.Line,
            at.Column,
            "a character could not be read here",
            "save the file as UTF-8"
        );

    public void FlowBeforeHeading(FlowFence fence) =>
        Warn(
            "flow-before-heading",
            fence.Line,
            fence.Column,
            "the flow stands before the first heading",
            "give it a heading: that is the topic's title"
        );

    public void LooseHeading(int line, int column) =>
        Warn(
            "loose-heading",
            line,
            column,
            "Markdown knows no heading without a plain blank behind its # signs; it is read as the heading it looks like",
            "write one blank between # and the words, and nothing before #"
        );

    public void UnclosedFence(FlowFence fence) =>
        Warn(
            "unclosed-fence",
            fence.Line,
            fence.Column,
            "the fence is never closed, so everything below it is part of it",
            fence.HasSpoiltClosing ? "after a closing fence only blanks and tabs may stand on the line" : null
        );

    public void FlowUnderOtherName(FlowFence fence) =>
        Warn(
            "flow-under-other-name",
            fence.Line,
            fence.Column,
            fence.Info.Length == 0
                ? "this looks like a flow, but the fence has no name"
                : $"this looks like a flow, but the fence is named {fence.Info}",
            "name it flow"
        );

    public void DuplicateSection(OutlineSection section, OutlineSection first) =>
        Warn("duplicate-section", section.Line, section.Column, $"number and title stand in line {first.Line} already");

    public void FlagConflict(OutlineSection section) =>
        Warn(
            "flag-conflict",
            section.Line,
            section.Column,
            "the heading is both required and optional; required stands"
        );

    public void UnknownNode(OutlineSection section, string id, string? nearest) =>
        Warn(
            "unknown-node",
            section.Line,
            section.Column,
            $"the section tells about a question, but the topic's flow has no node \"{id}\"",
            nearest is null ? "begin the heading with the id of a node" : $"did you mean \"{nearest}\"?"
        );

    public void DuplicateQuestion(OutlineSection section, string id) =>
        Warn(
            "duplicate-question",
            section.Line,
            section.Column,
            $"a section above tells about \"{id}\" already, so this one is not used",
            "put all parts of a question into one section"
        );

    public void BadYaml(string code, int line, int column, string message, string? hint = null) =>
        Warn(code, line, column, message, hint);

    /// <summary>What the linter finds beyond what the reader had to report.</summary>
    public void Advise(ProblemLevel level, string code, (int Line, int Column) at, string message, string? hint) =>
        Add(level, code, at.Line, at.Column, message, hint);

    private void Warn(string code, int line, int column, string message, string? hint = null) =>
        Add(ProblemLevel.Warning, code, line, column, message, hint);

    private void Add(ProblemLevel level, string code, int line, int column, string message, string? hint) =>
        _problems.Add(new Problem(ProblemScope.Document, level, code, line, column, message, hint));
}
