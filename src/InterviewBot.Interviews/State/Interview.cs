using System.Collections.Immutable;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Interviews.State;

public enum Phase
{
    /// <summary>The stream holds nothing yet.</summary>
    None,
    Preparing,
    Running,
    Paused,

    /// <summary>Over; the scorecard is a draft.</summary>
    Finished,

    /// <summary>The scorecard is in.</summary>
    Submitted,
    NoShow,
    Cancelled,
    Forgotten,
}

/// <summary>One interviewer with the candidate, following one guide: the fold of its stream. Immutable; knows nothing of clocks or guides.</summary>
public sealed record Interview
{
    public StreamId Id { get; init; }

    /// <summary>Commits folded so far.</summary>
    public long Seq { get; init; }

    /// <summary>Time of the newest commit; the next one is never earlier.</summary>
    public DateTimeOffset At { get; init; }

    public Phase Phase { get; init; }

    public StreamId Loop { get; init; }
    public string Organisation { get; init; } = "";
    public string GuideHash { get; init; } = "";
    public string GuideTitle { get; init; } = "";

    /// <summary>"en" or "zh-CN": the language of what is said.</summary>
    public string GuideLanguage { get; init; } = "en";
    public string? GuideFor { get; init; }
    public string? Candidate { get; init; }

    /// <summary>The name before the newest naming; null: there was none.</summary>
    public string? CandidateBefore { get; init; }

    /// <summary>How often the candidate was named or renamed since the start.</summary>
    public int Namings { get; init; }
    public PersonId Interviewer { get; init; } = new("", "", "");
    public string InterviewerName { get; init; } = "";

    /// <summary>"en" or "zh-CN": the language of the bot's own texts.</summary>
    public string Language { get; init; } = "en";

    /// <summary>IANA time zone.</summary>
    public string Zone { get; init; } = "UTC";
    public Place Dm { get; init; } = new("", "", "");
    public Place? Channel { get; init; }
    public string? ChannelName { get; init; }
    public ImmutableArray<Place> Recruiters { get; init; } = [];

    public int Minutes { get; init; }
    public ImmutableArray<PlannedTopic> Plan { get; init; } = [];

    public DateTimeOffset? BegunAt { get; init; }
    public DateTimeOffset? EndsAt { get; init; }
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>The last finished pause, for the Resume bridge; null when there was none.</summary>
    public DateTimeOffset? LastPauseBegan { get; init; }

    /// <summary>The other interview this one was set aside for; null when paused by hand.</summary>
    public StreamId? PausedFor { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? EndReason { get; init; }
    public bool EndedByItself { get; init; }

    /// <summary>The Finish card is open.</summary>
    public bool FinishOpen { get; init; }

    /// <summary>Since when typed lines of the interviewer come here; null once it was set aside.</summary>
    public DateTimeOffset? CurrentSince { get; init; }

    /// <summary>Asked once "is it over?"; cleared by any act.</summary>
    public bool IdleAsked { get; init; }

    /// <summary>It was time for the closing stage; a new planned end clears it.</summary>
    public bool ClosingDue { get; init; }

    /// <summary>Counts moves, undo included; never reused.</summary>
    public int Step { get; init; }

    /// <summary>Time of the newest move.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>The platform's time of the newest typed move; older ones are late.</summary>
    public DateTimeOffset? TypedMoveAt { get; init; }

    /// <summary>Time of the newest move that was not typed; null: none yet.</summary>
    public DateTimeOffset? PressedMoveAt { get; init; }

    /// <summary>Time of the newest act of a person.</summary>
    public DateTimeOffset? ActedAt { get; init; }

    public Progress Progress { get; init; } = Progress.Empty;

    /// <summary>What Undo goes back to, newest last; at most <see cref="UndoLimit"/>.</summary>
    public ImmutableList<Progress> Past { get; init; } = [];

    /// <summary>What stood on the card from when on, newest last, at most <see cref="TimelineLimit"/>: a note's own time finds its question here.</summary>
    public ImmutableList<OnCard> Timeline { get; init; } = [];

    /// <summary>The earlier question being looked at; null: the present one.</summary>
    public QuestionId? Looking { get; init; }

    public ImmutableDictionary<QuestionId, int> SaidIndex { get; init; } = ImmutableDictionary<QuestionId, int>.Empty;

    /// <summary>Notes by their id, tombstones included.</summary>
    public ImmutableDictionary<string, Note> Notes { get; init; } = ImmutableDictionary<string, Note>.Empty;
    public int NotesTaken { get; init; }

    public Recommendation? Recommendation { get; init; }
    public string Comment { get; init; } = "";
    public bool PreviewOpen { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }

    public DateTimeOffset? CardCalledAt { get; init; }

    /// <summary>The commit that last asked for the card at the bottom; 0: none. Clocks step back, commits do not.</summary>
    public long CardCalledSeq { get; init; }

    /// <summary>When the card last turned to something else without a move: a pause, the question whether to finish, a look back, and back again.</summary>
    public DateTimeOffset? TurnedAt { get; init; }

    public bool Hidden { get; init; }

    public ImmutableDictionary<string, int> Timers { get; init; } = ImmutableDictionary<string, int>.Empty;
    public ImmutableHashSet<ulong> Causes { get; init; } = [];

    public const int UndoLimit = 100;
    public const int TimelineLimit = 200;

    public bool IsLive => Phase is Phase.Running or Phase.Paused;

    public bool IsOver =>
        Phase is Phase.Finished or Phase.Submitted or Phase.NoShow or Phase.Cancelled or Phase.Forgotten;

    /// <summary>Whether a typed word is older than the newest move, typed or pressed: it was meant for another card than the present one.</summary>
    public bool IsLate(DateTimeOffset? typedAt) => typedAt < TypedMoveAt || typedAt < PressedMoveAt;

    public bool HasSeen(Cause cause) => Causes.Contains(cause.Hash);

    /// <summary>What the card shows: the present spot.</summary>
    public Spot Spot => Progress.Spot;

    /// <summary>The question that Rate and notes mean now: the one looked at, else the one on the card; null on pools and at the end.</summary>
    public QuestionId? AtHand => Looking ?? (Spot.Kind is SpotKind.Question or SpotKind.Fork ? Spot.Question : null);

    /// <summary>Living notes in the order in which they were said.</summary>
    public IEnumerable<Note> LivingNotes =>
        Notes.Values.Where(n => n.DeletedAt is null).OrderBy(n => n.SaidAt).ThenBy(n => n.Number);

    public PlannedTopic? Planned(string topic) => Plan.FirstOrDefault(t => t.Key == topic);
}

/// <summary>The part of an interview that moves and ratings change and Undo restores.</summary>
public sealed record Progress
{
    /// <summary>The dialog stack, top last.</summary>
    public ImmutableArray<Frame> Stack { get; init; } = [];
    public Spot Spot { get; init; } = Spot.NothingLeft;
    public Arrival Arrival { get; init; } = Arrival.Plain;
    public ImmutableDictionary<QuestionId, Passed> Passed { get; init; } =
        ImmutableDictionary<QuestionId, Passed>.Empty;

    /// <summary>Passed questions in order, each once, newest last.</summary>
    public ImmutableList<QuestionId> Order { get; init; } = [];
    public ImmutableDictionary<QuestionId, ForkTaken> Forks { get; init; } =
        ImmutableDictionary<QuestionId, ForkTaken>.Empty;

    /// <summary>Questions passed and forks answered so far, repeats included.</summary>
    public int PassCount { get; init; }
    public ImmutableDictionary<QuestionId, int> Ratings { get; init; } = ImmutableDictionary<QuestionId, int>.Empty;
    public ImmutableDictionary<string, int> TopicRatings { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Topics entered so far and how they stand.</summary>
    public ImmutableDictionary<string, TopicStatus> Topics { get; init; } =
        ImmutableDictionary<string, TopicStatus>.Empty;
    public ImmutableDictionary<string, DateTimeOffset> EnteredAt { get; init; } =
        ImmutableDictionary<string, DateTimeOffset>.Empty;
    public bool WrappedUp { get; init; }
    public string? WrapUpReason { get; init; }

    public static Progress Empty { get; } = new();

    public Frame? Top => Stack.Length == 0 ? null : Stack[^1];
}

/// <param name="Number">Which of all passes it was, counted from 1; the newest when it was asked again.</param>
public sealed record Passed(
    string Words,
    PassedAs As,
    DateTimeOffset At,
    string? Reason,
    int Number = 0,
    bool Picked = false
);

public sealed record ForkTaken(bool Yes, int Number);

public enum TopicStatus
{
    Begun,
    Done,

    /// <summary>Its rest was left out on purpose.</summary>
    RestSkipped,
}

public sealed record OnCard(DateTimeOffset From, QuestionId? Question);

/// <summary>A note as it is now. <paramref name="Number"/> counts from 1 in the order in which they came.</summary>
/// <param name="Private">Not published: marked so when typed (<paramref name="ForEver"/>), or kept back in the preview.</param>
/// <param name="NewestEdit">Time of the newest edit or deletion seen; older ones change nothing.</param>
public sealed record Note(
    string Id,
    int Number,
    QuestionId? Question,
    string Text,
    NoteMark Mark,
    bool Private,
    DateTimeOffset SaidAt,
    bool WrittenAfter,
    DateTimeOffset? NewestEdit,
    DateTimeOffset? DeletedAt,
    bool HadFiles,
    bool ForEver = false
);
