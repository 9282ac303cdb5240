using System.Collections.Immutable;
using System.Text.RegularExpressions;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using InterviewBot.Guides.Linting;

namespace InterviewBot.Guides.Tests;

/// <summary>
/// What a guide of ours must have, and authors elsewhere need not: every part of every question, triggers in both languages, texts that
/// fit the smallest channel. Each fault is a word or two of what, and the place.
/// </summary>
internal sealed partial class GuideFaults
{
    /// <summary>An option of a menu shows 75 characters on Slack; anchors and questions stand there.</summary>
    private const int LongestOption = 75;

    private readonly Guide _guide;
    private readonly bool _isChinese;
    private readonly List<string> _found = [];

    private GuideFaults(Guide guide) => (_guide, _isChinese) = (guide, guide.Language == "zh-CN");

    public static IReadOnlyList<string> Of(string name, string text)
    {
        var reading = GuideLinter.Read(name, text);
        if (reading.Guide is not { } guide)
            return ["no guide"];
        var faults = new GuideFaults(guide);
        faults.Document(name);
        faults.Minutes();
        faults.Triggers();
        foreach (var topic in guide.Stages.Where(s => !s.IsPreparation).SelectMany(s => s.Topics))
            faults.Look(topic);
        faults.SaidTwice();
        // A pool is told as an info, as it is no arrow that somebody forgot.
        faults._found.AddRange(
            reading
                .Problems.Where(p => p is not { Level: ProblemLevel.Info, Code: "unreachable-node" })
                .Select(p => $"lint {p.Code}")
        );
        return faults._found;
    }

    private void Document(string name)
    {
        Unless(name.EndsWith("." + _guide.Language, StringComparison.Ordinal), "language", _guide.Language);
        Unless(_guide.For is not null, "for");
        Unless(_guide.Minutes is not null, "minutes");
        Unless(_guide.Title.Length is > 0 and <= 24, "title", _guide.Title);
        Unless(_guide.Stages[0] is { IsPreparation: true, Tip.Length: > 0 }, "preparation");
        Unless(_guide.Stages[^1] is { Required: true, Tip.Length: > 0 }, "closing");
    }

    private void Minutes()
    {
        var minutes = _guide.Minutes ?? 0;
        var asked = _guide.Stages.Where(s => !s.IsPreparation).SelectMany(s => s.Topics.Select(t => (s, t))).ToList();
        var kept = _guide.Kept.Sum(t => t.Minutes);
        Unless(kept <= minutes * 3 / 4, "minutes kept", $"{kept} of {minutes}");
        var planned = _guide.Kept.ToList();
        foreach (
            var (_, topic) in asked
                .OrderByDescending(x => _guide.IsRequired(x.s, x.t))
                .ThenBy(x => x.t.Priority)
                .Where(x => !planned.Contains(x.t))
                .ToList()
        )
        {
            if (planned.Sum(t => t.Minutes) + topic.Minutes <= minutes)
                planned.Add(topic);
        }
        var plan = planned.Sum(t => t.Minutes);
        Unless(plan >= minutes - 2, "minutes planned", $"{plan} of {minutes}");
        Unless(asked.Sum(x => x.t.Minutes) > minutes, "nothing to choose from");
        foreach (var (_, topic) in asked.Where(x => !x.t.IsPool))
        {
            var questions = topic.Flows.Sum(f => f.Questions(f.Start).Shortest);
            Unless(topic.Minutes >= questions && topic.Minutes <= 8 * questions, "minutes of topic", topic.Key);
        }
    }

    private void Triggers()
    {
        var all = _guide.Topics.SelectMany(t => t.Triggers.Select(w => (Topic: t.Key, Word: w))).ToList();
        foreach (var (topic, word) in all)
        {
            // In Chinese a word is found inside of others; in English it stands alone.
            var other = all.FirstOrDefault(o =>
                o.Topic != topic
                && (
                    Latin().IsMatch(word)
                        ? string.Equals(o.Word, word, StringComparison.OrdinalIgnoreCase)
                        : o.Word.Contains(word, StringComparison.Ordinal)
                )
            );
            Unless(other.Topic is null, "trigger twice", word);
        }
    }

    private void Look(Topic topic)
    {
        Unless(topic.LeadIn is { Length: >= 4 and <= 60 }, "lead-in", topic.Key);
        Unless(topic.Title.Length <= (_isChinese ? 12 : 24), "topic title", topic.Key);
        Unless(topic.Tip.Length <= (_isChinese ? 60 : 80), "tip", topic.Key);
        Unless(topic.Triggers.Any(t => Latin().IsMatch(t)), "triggers in English", topic.Key);
        Unless(topic.Triggers.Any(t => Han().IsMatch(t)), "triggers in Chinese", topic.Key);
        foreach (var flow in topic.Flows)
        {
            foreach (var node in flow.Nodes)
            {
                if (node.Kind == NodeKind.Condition)
                    Fork($"{topic.Key} {node.Id}", node, topic.About(flow.Block, node.Id));
                else if (node.Kind.IsQuestion())
                    Question($"{topic.Key} {node.Id}", node, topic.About(flow.Block, node.Id));
            }
        }
    }

    private void Question(string at, FlowNode node, QuestionNotes notes)
    {
        Said(at, node, notes);
        Unless(notes.ListenFor.Length is >= 3 and <= 6, "listen for", at);
        Sizes(at, "follow up", notes.FollowUp, 200, fewest: 1);
        Sizes(at, "red flags", notes.RedFlags, 200, fewest: 1);
        Sizes(at, "anchors", notes.Anchors, _isChinese ? 40 : LongestOption, fewest: 4);
        Unless(notes.Anchors.Distinct().Count() == 4, "anchors differ", at);
        Unless(notes.Fork is null, "fork", at);
    }

    private void Fork(string at, FlowNode node, QuestionNotes notes)
    {
        Unless(notes.Fork is not null, "fork", at);
        if (notes.Fork == ForkKind.Ask)
            Said(at, node, notes);
        else
            Unless(notes.Say.IsEmpty, "judgement is not said", at);
    }

    private void Said(string at, FlowNode node, QuestionNotes notes)
    {
        Sizes(at, "say", notes.Say, _isChinese ? 60 : 120, fewest: 2);
        Sizes(at, "listen for", notes.ListenFor, _isChinese ? 40 : 80, fewest: 1);
        Unless(node.Text.Length is > 0 and <= LongestOption / 2, "label", at);
        // Beside them a card holds the way so far, the person, the newest note: 170 characters in English, less in Chinese.
        var card =
            notes.Say.Select(s => s.Length).DefaultIfEmpty().Max()
            + node.Text.Length
            + notes.ListenFor.Sum(p => p.Length + 1);
        Unless(card <= (_isChinese ? 170 : 250), "card", at);
    }

    private void Sizes(string at, string what, ImmutableArray<string> texts, int longest, int fewest)
    {
        Unless(texts.Length >= fewest, what, at);
        Unless(texts.All(t => t.Length > 0 && t.Length <= longest), what + " size", at);
    }

    private void SaidTwice()
    {
        var said = _guide.Topics.SelectMany(t => t.Notes.Values).SelectMany(n => n.Say).CountBy(s => s);
        foreach (var (words, _) in said.Where(s => s.Value > 1))
            Unless(false, "said twice", words);
    }

    private void Unless(bool isGood, string what, string? at = null)
    {
        if (!isGood)
            _found.Add(at is null ? what : $"{what}: {at}");
    }

    [GeneratedRegex("[A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Latin();

    [GeneratedRegex(@"[\u3400-\u9FFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Han();
}
