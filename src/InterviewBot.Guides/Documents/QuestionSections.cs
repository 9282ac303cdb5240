using System.Buffers;
using InterviewBot.Guides.Flows;

namespace InterviewBot.Guides.Documents;

/// <summary>Finds the sections below a topic whose heading starts with a node id: they tell about a question and are no topics.</summary>
internal static class QuestionSections
{
    /// <summary>The node of a topic without a flow.</summary>
    public const string OnlyQuestion = "q";

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t:：,，、·—–(（");

    public static void Find(OutlineSection topic, DocumentProblems problems)
    {
        var flows = topic.Flows.Select(f => f.Reading.Flow).ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in topic.Children.Where(c => c.Flows.Count == 0))
        {
            var id = FirstWord(section.Heading);
            section.Question = Question(flows, id, taken);
            if (section.Question is not null)
            {
                foreach (var part in section.All())
                    part.Kind = SectionKind.Prose;
            }
            else if (
                flows.Count > 0
                && flows.TrueForAll(f => f is not null)
                && section.Kind == SectionKind.Prose
                && QuestionParts.HasLabels(ProseLine.Of(section.Blocks))
            )
            {
                if (flows.Exists(f => f!.Find(id) is not null))
                    problems.DuplicateQuestion(section, id);
                else
                    problems.UnknownNode(section, id, Nearest(flows, id));
            }
        }
    }

    /// <summary>Ids repeat from block to block: the second section of an id tells about the second block that has it.</summary>
    private static string? Question(List<Flow?> flows, string id, HashSet<string> taken)
    {
        if (flows.Count == 0)
            return id == OnlyQuestion && taken.Add(id) ? $"1/{id}" : null;
        for (var block = 1; block <= flows.Count; block++)
        {
            var question = $"{block}/{id}";
            if (flows[block - 1]?.Find(id) is not null && taken.Add(question))
                return question;
        }
        return null;
    }

    /// <summary>The id of a question or fork that was probably meant: the same but for case, or one sign off.</summary>
    private static string? Nearest(List<Flow?> flows, string id) =>
        flows
            .SelectMany(f => f!.Nodes.Concat(f.Unreachable))
            .Where(n => n.Kind.IsQuestion() || n.Kind == NodeKind.Condition)
            .Select(n => n.Id)
            .FirstOrDefault(known =>
                string.Equals(known, id, StringComparison.OrdinalIgnoreCase) || IsOneSignOff(known, id)
            );

    private static bool IsOneSignOff(string known, string id)
    {
        if (known.Length < 2 || Math.Abs(known.Length - id.Length) > 1)
            return false;
        var same = known.AsSpan().CommonPrefixLength(id);
        var a = known.AsSpan(same);
        var b = id.AsSpan(same);
        return a.Length == b.Length ? a[1..].SequenceEqual(b[1..])
            : a.Length > b.Length ? a[1..].SequenceEqual(b)
            : b[1..].SequenceEqual(a);
    }

    /// <summary>The heading up to a blank or a sign that ends a word; an id itself may hold dots and dashes.</summary>
    private static string FirstWord(string heading)
    {
        var end = heading.AsSpan().IndexOfAny(WordEnds);
        return (end < 0 ? heading : heading[..end]).TrimEnd('.', '-');
    }
}
