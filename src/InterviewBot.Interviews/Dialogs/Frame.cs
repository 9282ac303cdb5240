using System.Collections.Immutable;

namespace InterviewBot.Interviews.Dialogs;

public enum FrameKind
{
    /// <summary>A topic being walked along its flows.</summary>
    Walk,

    /// <summary>The list of a pool, waiting for a pick.</summary>
    Pool,

    /// <summary>One question picked from a pool or from "more questions"; returns by itself.</summary>
    Pick,
}

/// <summary>A place on the dialog stack. The guide's own sequence lies below the stack and needs no frame: it is the plan.</summary>
/// <param name="Node">Where the walk stands: the node on the card. "" for a pool's list.</param>
/// <param name="Pending">Paths of parallels still to walk, the next one first; at most a few, as an open parallel is not entered again.</param>
/// <param name="Since">How many questions had been passed when the topic was entered: what was passed before is passed over, what comes again since then is a ring and asked again.</param>
public sealed record Frame(
    FrameKind Kind,
    string Topic,
    string TopicTitle,
    int Block,
    string Node,
    ImmutableArray<PendingPath> Pending,
    int Since = 0
);

/// <summary>A path to walk once the present one ends.</summary>
/// <param name="Owner">The parallel it belongs to.</param>
/// <param name="Node">Its first node.</param>
/// <param name="Join">The first node all paths of the owner have in common; reaching it ends a path. Null when they never meet.</param>
public sealed record PendingPath(string Owner, string Node, string? Join);

public enum SpotKind
{
    Question,
    Fork,
    Pool,

    /// <summary>Everything planned was passed; the card offers the topic list and Finish.</summary>
    NothingLeft,
}

/// <summary>What the card shows. Words and title are kept so that folding and drawing never depend on a guide.</summary>
public sealed record Spot(SpotKind Kind, QuestionId? Question, string Words, string Topic, string TopicTitle)
{
    public static Spot NothingLeft { get; } = new(SpotKind.NothingLeft, null, "", "", "");
}

/// <summary>How the last move arrived, for the bridge line.</summary>
/// <param name="EnteredTopic">The move entered another topic for the first time.</param>
/// <param name="ReturnedTopic">A jump or pick ended and this topic goes on.</param>
/// <param name="EndedTopic">Title of the topic that ended with this move; null when none did.</param>
public sealed record Arrival(bool EnteredTopic, bool ReturnedTopic, string? EndedTopic)
{
    public static Arrival Plain { get; } = new(false, false, null);
}
