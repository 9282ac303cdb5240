using InterviewBot.Guides.Documents;
using Markdig.Syntax;

namespace InterviewBot.Guides.Linting;

/// <summary>What the checks look at, and where they report.</summary>
internal sealed class Advice(GuideDraft draft, DocumentProblems problems)
{
    public GuideDraft Draft { get; } = draft;

    public Guide Guide => Draft.Guide;

    /// <summary>Sections that are topics of the interview, preparation left out: it is read, not asked.</summary>
    public List<OutlineSection> Topics { get; } = AskedTopics(draft);

    /// <summary>The guide says something about at least one of its questions.</summary>
    public bool UsesParts { get; } =
        draft.Outline.Exists(s =>
            s.Question is not null || (s.Topic is { } topic && topic.Notes.Values.Any(n => n != QuestionNotes.None))
        );

    public bool UsesTopicBlocks { get; } = draft.Outline.Exists(s => s.SettingsAt.Count > 0);

    public void Warn(string code, (int Line, int Column) at, string message, string? hint = null) =>
        problems.Advise(ProblemLevel.Warning, code, at, message, hint);

    public void Info(string code, (int Line, int Column) at, string message, string? hint = null) =>
        problems.Advise(ProblemLevel.Info, code, at, message, hint);

    public (int Line, int Column) At(MarkdownObject syntax) => Draft.Source.Find(syntax.Span.Start);

    public static (int Line, int Column) At(OutlineSection section) => (section.Line, section.Column);

    private static List<OutlineSection> AskedTopics(GuideDraft draft)
    {
        var prepared = draft.Guide.Stages.Where(s => s.IsPreparation).SelectMany(s => s.Topics).ToHashSet();
        return draft.Outline.FindAll(s => s.Topic is { } topic && !prepared.Contains(topic));
    }
}
