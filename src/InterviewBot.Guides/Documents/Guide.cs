using System.Collections.Immutable;
using InterviewBot.Guides.Flows;

namespace InterviewBot.Guides.Documents;

/// <summary>A guide: one Markdown document, read. A version of it is the hash of its text (<see cref="Hash"/>).</summary>
/// <param name="Name">The file name without its folder and ending, for example <c>backend-python.zh-CN</c>.</param>
/// <param name="Title">Front matter <c>title</c>, else the first level-1 heading, else the name.</param>
/// <param name="Hash">Lower-case hex SHA-256 of the UTF-8 text without byte order mark.</param>
/// <param name="Language"><c>en</c> or <c>zh-CN</c>: front matter <c>language</c>, else told from the letters of the text.</param>
/// <param name="For">For whom it is ("mid-level and up"), from front matter <c>for</c>; null when not said.</param>
/// <param name="Minutes">Planned length of an interview, from front matter <c>minutes</c>; null: 60.</param>
public sealed record Guide(
    string Name,
    string Title,
    string Hash,
    string Language,
    string? For,
    int? Minutes,
    ImmutableArray<Stage> Stages
)
{
    public IEnumerable<Topic> Topics => Stages.SelectMany(s => s.Topics);

    /// <summary>Whether anything is flagged. A guide without any flag means all of it.</summary>
    public bool HasFlags =>
        Stages.Any(s => !s.IsPreparation && (s.Required is not null || s.Topics.Any(t => t.Required is not null)));

    /// <summary>
    /// What a plan takes however short the time: the closing stage, required stages of one topic, and of each other
    /// required stage its strongest topic (lowest priority number, then the guide's order).
    /// </summary>
    public IEnumerable<Topic> Kept =>
        Stages
            .Where(s => !s.IsPreparation && !s.Topics.IsEmpty)
            .SelectMany(s =>
                s.IsClosing ? s.Topics
                : s.Topics.Where(t => IsRequired(s, t)).MinBy(t => t.Priority) is { } strongest ? [strongest]
                : []
            );

    public Topic? Find(string topicKey) => Topics.FirstOrDefault(t => t.Key == topicKey);

    public bool IsRequired(Stage stage, Topic topic) => !HasFlags || (topic.Required ?? stage.Required) == true;
}

/// <summary>A top level step of a guide. A stage without sub-topics holds exactly one topic of the same title.</summary>
/// <param name="Key">Its number ("3"), else a slug of its title; unique within the guide.</param>
/// <param name="Required">True, false, or null when the guide does not say.</param>
/// <param name="IsPreparation">Numbered 0 and before the opening: shown on the Prepare card, never asked, never counted.</param>
/// <param name="Tip">Its own prose as plain text ("" when none).</param>
/// <param name="IsClosing">The last stage, when it is for the candidate's questions (<c>ClosingTopics</c>): kept for the end, its reminders stay on every card.</param>
public sealed record Stage(
    string Key,
    string? Number,
    string Title,
    bool? Required,
    bool IsPreparation,
    bool IsClosing,
    string Tip,
    ImmutableArray<Topic> Topics
);

/// <summary>Something to talk about: one or more flows, or a single question (its title, as a flow of one node named <c>q</c>).</summary>
/// <param name="Key">Its number ("3.2.1"), else a slug of its title; unique within the guide and stable for one text.</param>
/// <param name="Required">The flag in force, own or inherited.</param>
/// <param name="Tip">The prose of the section as plain text, that of a parent group first on the group's first topic ("" when none).</param>
/// <param name="LeadIn">A sentence to say on entering: from the <c>topic</c> block, else a quoted sentence of the prose; null when none.</param>
/// <param name="Minutes">From the <c>topic</c> block, else estimated (2 per question on the shortest way, at least 3).</param>
/// <param name="Triggers">Words that make this topic fit, from the <c>topic</c> block; empty when not said.</param>
/// <param name="IsPool">An unconnected subroutine makes all questions free to pick; <paramref name="PoolLabel"/> is its label.</param>
public sealed record Topic(
    string Key,
    string? Number,
    string Title,
    bool? Required,
    string Tip,
    string? LeadIn,
    int Minutes,
    ImmutableArray<string> Triggers,
    bool IsPool,
    string? PoolLabel,
    ImmutableArray<Flow> Flows,
    ImmutableDictionary<string, QuestionNotes> Notes
)
{
    /// <summary>1 is planned first, 3 last, from the <c>topic</c> block; 2 when not said.</summary>
    public int Priority { get; init; } = 2;

    /// <summary>What the author wrote about a node, by block number and node id; never null.</summary>
    public QuestionNotes About(int block, string nodeId) =>
        Notes.GetValueOrDefault($"{block}/{nodeId}") ?? QuestionNotes.None;

    /// <summary>Whether the node is what makes the topic a pool; then it is no question of it.</summary>
    public bool IsPoolsLabel(Flow flow, FlowNode node)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(node);
        return IsPool && node.Kind == NodeKind.Subroutine && flow.Unreachable.Contains(node);
    }
}

/// <summary>The labelled parts of a question's section; each may be empty.</summary>
/// <param name="Say">Friendly words, best first, each simpler than the one before.</param>
/// <param name="Anchors">What an answer worth 1, 2, 3, 4 sounds like; empty, or four entries of which some may be "".</param>
/// <param name="Fork">How a condition is meant; null: told from its wording by <c>ForkWording</c>.</param>
public sealed record QuestionNotes(
    ImmutableArray<string> Say,
    ImmutableArray<string> ListenFor,
    ImmutableArray<string> FollowUp,
    ImmutableArray<string> RedFlags,
    ImmutableArray<string> Anchors,
    ForkKind? Fork
)
{
    public static QuestionNotes None { get; } = new([], [], [], [], [], null);
}

/// <summary>The two kinds of fork: the interviewer's own judgement ("go deeper into Redis?") and a question to the candidate ("have you used XML?").</summary>
public enum ForkKind
{
    Judgement,
    Ask,
}
