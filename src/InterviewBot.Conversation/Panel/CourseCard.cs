using System.Collections.Immutable;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Panel;

/// <summary>
/// How an interview went through its flows, for the channel and the recruiters: drawn, and the same as a table. Depth, skips and ratings
/// are verdicts, so there is nothing of it before the last scorecard is in. The candidate's name stands in the summary above, not here.
/// </summary>
internal static class CourseCard
{
    public static Card? Of(LoopView loop, string surface)
    {
        if (Surfaces.ReportOf(surface) is not { } which || FlowReport.Open(loop, which.Interview) is not { } report)
            return null;
        var texts = Texts.In(report.Language);
        return new Card(
            texts["course.fallback"],
            report.Language,
            [
                new TextLine(Title(loop, which.Interview, texts), Tone.Title),
                .. report.Topics.Select(t => Table(report, t, texts)),
            ],
            [],
            Turn: 0
        );
    }

    public static Drawing.Drawn? Drawn(LoopView loop, string surface)
    {
        if (Surfaces.ReportOf(surface) is not { } which || FlowReport.Open(loop, which.Interview) is not { } report)
            return null;
        var texts = Texts.In(report.Language);
        var shown = report with { Topics = [.. report.Topics.Where(IsDrawn)] };
        return shown.Topics.IsEmpty
            ? null
            : new Drawing.Drawn(Title(loop, which.Interview, texts), Alt(shown.Topics, texts), Marks(shown))
            {
                Report = shown,
            };
    }

    private static TablePart Table(FlowReport report, FaredTopic topic, Texts texts) =>
        new(
            topic.Topic.Title,
            new TableRow(texts["course.question"], texts["course.how"]),
            [.. topic.Nodes.Select(n => new TableRow(n.Words, n.Says))],
            report.GuideLanguage,
            IsDrawn(topic) ? new Picture(Alt([topic], texts)) { Report = report with { Topics = [topic] } } : null
        );

    // A topic of one question has nothing to draw.
    private static bool IsDrawn(FaredTopic topic) =>
        topic.Topic.Flows.Any(f => f.Nodes.Length + f.Unreachable.Length > 1);

    private static string Title(LoopView loop, StreamId interview, Texts texts)
    {
        var of = loop.Interviews.First(i => i.Interview.Id == interview).Interview;
        return Pen.Dots(texts["course.title"], of.InterviewerName, of.GuideTitle);
    }

    private static string Alt(ImmutableArray<FaredTopic> topics, Texts texts) =>
        texts.With(
            "course.alt",
            string.Join("; ", topics.Select(t => texts.With("course.alt-topic", t.Topic.Title, Counts(t, texts))))
        );

    private static string Counts(FaredTopic topic, Texts texts) =>
        Pen.Dots(
            topic
                .Nodes.GroupBy(n => n.Fared)
                .OrderBy(g => g.Key)
                .Select(g => $"{FlowReport.Word(g.Key, texts)} {g.Count()}")
        );

    private static string Marks(FlowReport report) =>
        string.Join(
            ' ',
            report.Topics.SelectMany(t =>
                t.Nodes.Select(n => $"{t.Topic.Key}/{n.Block}/{n.Node}={n.Fared},{n.Answer},{n.Rating}")
            )
        );
}
