using System.Collections.Immutable;
using InterviewBot.Guides.Flows;

namespace InterviewBot.Guides.Documents;

/// <summary>Makes a topic of a section: its flows, its tip, what is told about its questions.</summary>
internal static class TopicBuilder
{
    private const int MinutesPerQuestion = 2;
    private const int FewestMinutes = 3;

    public static Topic Build(OutlineSection section, string key, string title, List<ProseLine> group)
    {
        var flows = section.Flows.Select(f => f.Reading.Flow).OfType<Flow>().ToImmutableArray();
        var isOneQuestion = flows.IsEmpty;
        if (isOneQuestion)
            flows = [OneQuestion(title, section.Line)];
        var notes = new Notes(isOneQuestion);
        notes.Read(section);
        var pool = flows.SelectMany(f => f.Unreachable).FirstOrDefault(n => n.Kind == NodeKind.Subroutine);
        var settings = section.Settings;
        return new Topic(
            key,
            section.Words.Number,
            title,
            section.EffectiveRequired,
            ProseLine.Join([.. group, .. notes.Prose]),
            settings?.LeadIn ?? LeadIn(notes.Prose) ?? LeadIn(group),
            settings?.Minutes ?? Estimate(flows),
            settings?.Triggers ?? [],
            pool is not null,
            pool?.Text,
            flows,
            notes.ByNode
        )
        {
            Priority = settings?.Priority ?? 2,
        };
    }

    /// <summary>What a section says itself; the labelled parts of a single question are not prose.</summary>
    public static List<ProseLine> Prose(OutlineSection section) =>
        IsOneQuestion(section) ? new QuestionParts().Add(Lines(section)) : Lines(section);

    /// <summary>A block with an error is not loaded; the section can still be asked about by its title.</summary>
    private static bool IsOneQuestion(OutlineSection section) =>
        section.Kind == SectionKind.Topic && section.Flows.TrueForAll(f => f.Reading.Flow is null);

    private static List<ProseLine> Lines(OutlineSection section) => ProseLine.Of(section.Blocks);

    private static string? LeadIn(List<ProseLine> prose) =>
        LeadIns.Find(ProseLine.Join(prose.Where(l => l.Kind != ProseKind.Code)));

    private static Flow OneQuestion(string title, int line) =>
        Flow.OfOne(new FlowNode(QuestionSections.OnlyQuestion, NodeKind.Operation, title, null, line));

    private static int Estimate(ImmutableArray<Flow> flows) =>
        Math.Max(FewestMinutes, MinutesPerQuestion * flows.Sum(f => f.Questions(f.Start).Shortest));

    private sealed class Notes(bool isOneQuestion)
    {
        private readonly Dictionary<string, QuestionParts> _parts = new(StringComparer.Ordinal);

        public List<ProseLine> Prose { get; } = [];

        public ImmutableDictionary<string, QuestionNotes> ByNode =>
            _parts.ToImmutableDictionary(p => p.Key, p => p.Value.ToNotes(), StringComparer.Ordinal);

        public void Read(OutlineSection topic)
        {
            var own = ProseLine.Of(topic.Blocks);
            // A topic of one question needs no section for it: the labels may stand right below its heading.
            Prose.AddRange(
                isOneQuestion && QuestionParts.HasLabels(own)
                    ? Parts($"1/{QuestionSections.OnlyQuestion}").Add(own)
                    : own
            );
            foreach (var section in topic.Children)
            {
                if (section.Question is { } question)
                    Parts(question).AddSection(section);
                else if (section.Kind == SectionKind.Prose && section.Flows.Count == 0)
                    Prose.AddRange(section.All().SelectMany(WithHeading));
            }
        }

        // A sub-heading keeps its text apart from the text above it.
        private static IEnumerable<ProseLine> WithHeading(OutlineSection section) =>
            ProseLine
                .Of(section.Blocks)
                .Prepend(new ProseLine(ProseKind.Paragraph, section.Heading, 0))
                .Where(l => l.Text.Length > 0);

        private QuestionParts Parts(string question)
        {
            if (!_parts.TryGetValue(question, out var parts))
                _parts[question] = parts = new QuestionParts();
            return parts;
        }
    }
}
