namespace InterviewBot.Guides.Documents;

/// <summary>Tells what each section is to an interview: the topics first, then what stands above them.</summary>
internal static class SectionKinds
{
    public static void Tell(List<OutlineSection> sections, DocumentProblems problems)
    {
        // The outline's children come after their parents, so the way back meets them first.
        for (var i = sections.Count - 1; i >= 0; i--)
        {
            var section = sections[i];
            var hasTopics = section.Children.Exists(c => c.Kind is SectionKind.Topic or SectionKind.Group);
            section.Kind =
                section.Level == 0 ? SectionKind.Preamble
                : section.Flows.Count > 0 ? SectionKind.Topic
                : hasTopics ? SectionKind.Group
                : section.IsMarkedAsStep ? SectionKind.Topic
                : SectionKind.Prose;
        }
        // "45 min backend interview" is a title; only a second heading of its kind makes a step of it.
        if (
            sections.FindAll(s => s.Level == 1) is [{ IsNumberedOrFlagged: false } document, .. var others]
            && !(document.Words.IsTimed && others.Exists(o => o.IsMarkedAsStep))
        )
            document.Kind = SectionKind.Document;
        foreach (var topic in sections.Where(IsTopic))
            QuestionSections.Find(topic, problems);
        Check(sections, problems);
    }

    /// <summary>A document with a flow right below its title is a topic as well.</summary>
    public static bool IsTopic(OutlineSection section) => section.Kind == SectionKind.Topic || section.Flows.Count > 0;

    private static void Check(List<OutlineSection> sections, DocumentProblems problems)
    {
        var seen = new Dictionary<(string?, string), OutlineSection>();
        foreach (var section in sections)
        {
            if (section.Words.IsConflicting)
                problems.FlagConflict(section);
            if (section.Question is not null || (section.Words.Number is null && !IsTopic(section)))
                continue;
            if (!seen.TryAdd((section.Words.Number, section.Words.Title), section))
                problems.DuplicateSection(section, seen[(section.Words.Number, section.Words.Title)]);
        }
    }
}
