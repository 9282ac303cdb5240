using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;

namespace InterviewBot.Guides.Linting;

/// <summary>The parts of each question and fork, in guides that use parts at all.</summary>
internal static class QuestionAdvice
{
    private static readonly Part[] Wanted = [Part.Say, Part.ListenFor, Part.FollowUp, Part.RedFlags, Part.Anchors];

    public static void Give(Advice advice)
    {
        if (!advice.UsesParts)
            return;
        foreach (var topic in advice.Topics)
        {
            foreach (var flow in topic.Topic!.Flows)
            {
                foreach (var node in flow.Nodes.Concat(flow.Unreachable))
                    Node(advice, topic, flow, node);
            }
        }
    }

    private static void Node(Advice advice, OutlineSection topic, Flow flow, FlowNode node)
    {
        var isFork = node.Kind == NodeKind.Condition;
        var isQuestion = node.Kind.IsQuestion() && !string.IsNullOrWhiteSpace(node.Text);
        if (topic.Topic!.IsPoolsLabel(flow, node) || !(isFork || isQuestion))
            return;
        var sections = topic.Children.FindAll(c => c.Question == $"{flow.Block}/{node.Id}");
        // The parts of a topic's only question may stand right below its heading.
        if (topic.Flows.Count == 0 && QuestionParts.HasLabels(ProseLine.Of(topic.Blocks)))
            sections.Add(topic);
        var parts = new QuestionParts();
        foreach (var section in sections)
        {
            if (section == topic)
                parts.Add(ProseLine.Of(topic.Blocks));
            else
                parts.AddSection(section);
        }
        var at =
            sections.Count > 0 ? Advice.At(sections[0])
            : topic.Flows.Count == 0 ? Advice.At(topic)
            : (node.Line, 1);
        if (isFork)
            Fork(advice, at, node, parts);
        else if (sections.Count == 0)
            advice.Info(
                "missing-section",
                at,
                $"nothing is written about {Name(node)}",
                topic.Flows.Count == 0
                    ? "write Say:, Listen for: ... below the heading"
                    : $"add a section whose heading begins with {node.Id}"
            );
        else
            Question(advice, at, node, parts);
    }

    private static void Question(Advice advice, (int, int) at, FlowNode node, QuestionParts parts)
    {
        var missing = Array.FindAll(Wanted, p => !parts.Has(p) && !parts.Labels.Contains(p));
        if (missing.Length > 0)
            advice.Info(
                "missing-part",
                at,
                $"{Name(node)} has no {string.Join(", ", missing.Select(p => p.Name()))}",
                "each part is optional; each helps whoever asks"
            );
        Empty(advice, at, node, parts);
        if (parts.Has(Part.Fork))
            advice.Warn(
                "fork-on-question",
                at,
                $"{Name(node)} is a question, so Fork means nothing here",
                "only a condition is a fork"
            );
        PartSizes.Give(advice, at, node, parts.ToNotes());
        Anchors(advice, at, node, parts);
    }

    private static void Empty(Advice advice, (int, int) at, FlowNode node, QuestionParts parts)
    {
        foreach (var part in parts.Labels.Distinct().Where(p => !parts.Has(p)))
            advice.Warn(
                "empty-part",
                at,
                $"{part.Name()} of {Name(node)} is empty",
                "write it, or leave the label out"
            );
    }

    private static void Anchors(Advice advice, (int, int) at, FlowNode node, QuestionParts parts)
    {
        if (!parts.Has(Part.Anchors))
            return;
        var anchors = parts.ToNotes().Anchors;
        var missing = Enumerable.Range(0, 4).Where(i => anchors.IsEmpty || anchors[i].Length == 0).ToList();
        if (missing.Count > 0)
            advice.Warn(
                "anchors-incomplete",
                at,
                $"the anchors of {Name(node)} do not say what {string.Join(", ", missing.Select(i => $"{i + 1}"))} sound like",
                "begin each with its number: 1 poor: ... · 2 mixed: ... · 3 good: ... · 4 excellent: ..."
            );
    }

    private static void Fork(Advice advice, (int, int) at, FlowNode node, QuestionParts parts)
    {
        Empty(advice, at, node, parts);
        var kind = parts.ToNotes().Fork;
        if (parts.Has(Part.Fork) && kind is null)
            advice.Warn(
                "unknown-fork",
                at,
                $"the fork {Name(node)} is of no kind that is known",
                "Fork: ask (a question to the candidate) or Fork: your call (for the interviewer)"
            );
        if (!parts.Has(Part.Fork) && ForkWording.Told(node.Text) is null)
            advice.Info(
                "fork-by-default",
                at,
                $"the wording of {Name(node)} does not tell whom it is for; it is taken as the interviewer's own call",
                "say Fork: ask or Fork: your call in its section"
            );
    }

    /// <summary>The id; of a topic's only question, whose id nobody wrote, its words.</summary>
    public static string Name(FlowNode node) =>
        node.Id == QuestionSections.OnlyQuestion ? $"\"{node.Text}\"" : $"\"{node.Id}\"";
}
