using InterviewBot.Conversation.Cards;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Walking;

/// <summary>
/// Somebody who wants to see all of a guide: each topic, both ways of each fork, each question of a pool once, over as few interviews as that
/// takes. Presses only what stands on the card. Linked into the tests of both channels.
/// </summary>
internal sealed class EveryWay(Guide guide)
{
    private readonly HashSet<string> asked = [];
    private readonly HashSet<(QuestionId, bool)> answered = [];
    private readonly Dictionary<string, int> pressed = [];

    /// <summary>What no interview has come to yet.</summary>
    public IReadOnlyList<string> Missing =>
        [
            .. guide.Stages.Where(s => !s.IsPreparation).SelectMany(s => s.Topics).Select(t => t.Key).Except(asked),
            .. guide
                .Topics.Where(t => !t.IsPool)
                .SelectMany(t =>
                    t.Flows.SelectMany(f =>
                        f.Nodes.Where(n => n.Kind == NodeKind.Condition)
                            .Select(n => new QuestionId(t.Key, f.Block, n.Id))
                    )
                )
                .SelectMany(q => new[] { (q, true), (q, false) })
                .Except(answered)
                .Select(a => $"{a.Item1} {(a.Item2 ? "yes" : "no")}"),
        ];

    /// <summary>What to press next; null: everything planned was talked about.</summary>
    public Press? Choose(InterviewView view, IEnumerable<Press> onCard)
    {
        var presses = onCard.ToList();
        var wanted = view.Interview.Spot.Kind switch
        {
            SpotKind.Fork => Rarest(Presses.Verbs.Fork),
            SpotKind.Pool when view.Choices.All(c => !c.Passed) => Rarest(Presses.Verbs.Pick),
            SpotKind.Pool => Rarest(Presses.Verbs.LeavePool),
            SpotKind.Question => Rarest(Presses.Verbs.Next),
            _ => null,
        };
        if (wanted is not null)
            pressed[Name(wanted)] = pressed.GetValueOrDefault(Name(wanted)) + 1;
        return wanted;

        Press? Rarest(string verb) =>
            presses.Where(p => p.Verb == verb).MinBy(p => pressed.GetValueOrDefault(Name(p)))
            ?? throw new InvalidOperationException($"No {verb} on the card of {view.Interview.Spot}.");

        string Name(Press press) => $"{view.Interview.Spot.Question} {press.Verb} {press.Argument}";
    }

    public void Learn(Progress progress)
    {
        asked.UnionWith(progress.Passed.Keys.Select(q => q.Topic));
        answered.UnionWith(progress.Forks.Select(f => (f.Key, f.Value.Yes)));
    }

    /// <summary>The largest line of the card that belongs there now: what is to be asked, or decided.</summary>
    public static string Largest(InterviewView view, DateTimeOffset now)
    {
        var card = ((Drawing.Shown)Drawings.Of(Surfaces.Prompt, view, now)).Card;
        return card.Parts.OfType<SayLine>().FirstOrDefault()?.Text
            ?? card.Parts.OfType<TextLine>().First(t => t.Tone == Tone.Title).Text;
    }

    /// <summary>The guides of the repository.</summary>
    public static IEnumerable<Guide> Shipped(string root) =>
        Directory
            .GetFiles(Path.Combine(root, "flows"), "*.md")
            .Order(StringComparer.Ordinal)
            .Select(file => GuideReader.Read(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)).Guide!);
}
