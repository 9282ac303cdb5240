using System.Text;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;

namespace InterviewBot.Guides.Tests;

/// <summary>Writes a reading down, all of it, one fact a line.</summary>
internal static class Shown
{
    public static string Of(FlowReading reading)
    {
        var text = new StringBuilder();
        if (reading.Flow is { } flow)
            Append(text, flow, "");
        Append(text, reading.Problems);
        return text.ToString().TrimEnd('\n');
    }

    public static string Of(GuideReading reading)
    {
        var text = new StringBuilder();
        foreach (var s in reading.Sections)
        {
            Line(
                text,
                $"{s.Line} {new string('#', s.Level)}{(s.Level > 0 ? " " : "")}{s.Kind.ToString().ToLowerInvariant()} {s.Number ?? "-"} {Quote(s.Title)} {Flag(s.Required)}/{Flag(s.EffectiveRequired)} in {s.ParentLine?.ToString() ?? "-"}"
            );
            foreach (var f in s.Flows)
                Line(
                    text,
                    $"  flow {f.Line} [{f.Info}] {(f.Reading.Flow is null ? "rejected" : "from " + f.Reading.Flow.Start)}"
                );
        }
        foreach (var stage in reading.Guide?.Stages ?? [])
            Append(text, stage);
        Append(text, reading.Problems);
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, Stage stage)
    {
        var marks = $"{(stage.IsPreparation ? " preparation" : "")}{(stage.IsClosing ? " closing" : "")}";
        Line(text, $"stage {stage.Key} {Quote(stage.Title)} {Flag(stage.Required)}{marks}{Tip(stage.Tip)}");
        foreach (var t in stage.Topics)
        {
            var pool = t.IsPool ? $" pool {Quote(t.PoolLabel ?? "")}" : "";
            var priority = t.Priority == 2 ? "" : $" priority {t.Priority}";
            var lead = t.LeadIn is null ? "" : $" lead-in {Quote(t.LeadIn)}";
            var triggers = t.Triggers.IsEmpty ? "" : $" triggers {string.Join('|', t.Triggers)}";
            Line(
                text,
                $"  topic {t.Key} {Quote(t.Title)} {Flag(t.Required)} {t.Minutes} min{pool}{priority}{lead}{triggers}{Tip(t.Tip)}"
            );
            foreach (var (node, notes) in t.Notes.OrderBy(n => n.Key, StringComparer.Ordinal))
                Append(text, node, notes);
        }
    }

    private static void Append(StringBuilder text, string node, QuestionNotes notes)
    {
        Line(text, $"    {node}");
        foreach (
            var (name, parts) in new[]
            {
                ("say", notes.Say),
                ("listen", notes.ListenFor),
                ("follow", notes.FollowUp),
                ("flag", notes.RedFlags),
                ("anchor", notes.Anchors),
            }
        )
        {
            foreach (var part in parts)
                Line(text, $"      {name} {Quote(part)}");
        }
        if (notes.Fork is { } fork)
            Line(text, $"      fork {fork.ToString().ToLowerInvariant()}");
    }

    private static void Append(StringBuilder text, Flow flow, string indent)
    {
        foreach (var n in flow.Nodes)
            Line(
                text,
                $"{indent}{Quote(n.Id)} {n.Kind.Name()} {Quote(n.Text)}{(n.Link is null ? "" : $" link {Quote(n.Link)}")}"
            );
        foreach (var e in flow.Edges)
            Line(text, $"{indent}{Quote(e.From)} -{e.Way.Label()}-> {Quote(e.To)}");
        foreach (var n in flow.Unreachable)
            Line(text, $"{indent}unreachable {Quote(n.Id)} {n.Kind.Name()} {Quote(n.Text)}");
    }

    private static void Append(StringBuilder text, IEnumerable<Problem> problems)
    {
        foreach (var p in problems)
            Line(text, $"{p.Line}:{p.Column} {p.Level.ToString().ToLowerInvariant()} {p.Code}");
    }

    /// <summary>As <c>interviewbot lint</c> writes it, without the file.</summary>
    public static string Problems(IEnumerable<Problem> problems) =>
        string.Join(
            '\n',
            problems.Select(p =>
                $"{p.Line}:{p.Column} {p.Level.ToString().ToLowerInvariant()} {p.Code}: {p.Message}{(p.Hint is null ? "" : $" ({p.Hint})")}"
            )
        );

    private static string Tip(string tip) => tip.Length == 0 ? "" : $" tip {Quote(tip)}";

    private static string Flag(bool? required) =>
        required switch
        {
            true => "required",
            false => "optional",
            null => "-",
        };

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static string Quote(string text) =>
        $"\"{text.Replace("\n", "⏎", StringComparison.Ordinal).Replace("\r", "␍", StringComparison.Ordinal)}\"";
}
