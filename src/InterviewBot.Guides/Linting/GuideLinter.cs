using InterviewBot.Guides.Documents;

namespace InterviewBot.Guides.Linting;

/// <summary>
/// Reads a guide as <see cref="GuideReader"/> does and adds what an author wants to know beyond that: what contradicts itself, what will
/// not be used, what is missing. Separate from reading, as a starting bot needs none of it. Documents that use none of our
/// additions (the parts of a question, topic blocks) hear nothing of them.
/// </summary>
public static class GuideLinter
{
    /// <param name="name">File name without folder and ending.</param>
    public static GuideReading Read(string name, string text) => GuideReader.Read(name, text, Check);

    private static void Check(GuideDraft draft, DocumentProblems problems)
    {
        var advice = new Advice(draft, problems);
        GuideAdvice.Give(advice);
        TopicAdvice.Give(advice);
        QuestionAdvice.Give(advice);
        LabelAdvice.Give(advice);
        HiddenBlocks.Give(advice);
    }
}
