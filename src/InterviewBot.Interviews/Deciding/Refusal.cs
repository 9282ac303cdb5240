namespace InterviewBot.Interviews.Deciding;

/// <summary>Why nothing changed. Each has a sentence in both languages (Conversation's texts, key <c>refusal.NAME</c>).</summary>
public enum Refusal
{
    /// <summary>The button stands on an old card: the interview has moved on.</summary>
    AlreadyMovedOn,

    /// <summary>A typed word older than the last move.</summary>
    TooLate,
    NotBegun,
    AlreadyBegun,
    IsPaused,
    NotPaused,
    InterviewIsOver,
    NotOver,
    AlreadySubmitted,
    NothingToUndo,
    NothingBefore,
    NoFork,
    NoPool,

    /// <summary>"next" or "skip" on a fork: it wants an answer.</summary>
    ForkAsks,

    /// <summary>"next" or "skip" on a pool: it wants a choice.</summary>
    PoolAsks,
    NoQuestion,
    UnknownTopic,

    /// <summary>Everything in that topic was asked; its questions can be looked at again.</summary>
    NothingOpenThere,

    /// <summary>The card stands in that topic already.</summary>
    AlreadyThere,
    UnknownQuestion,
    UnknownNote,
    NoSimplerWords,
    BadRating,
    NeedsPreview,
    NeedsRecommendation,

    /// <summary>A comment or a reason is too long (a bound, so that nothing grows for ever).</summary>
    TooMuch,
    NoteTooLong,

    /// <summary>The interview holds as many notes as it can; a shorter one would not fit either.</summary>
    TooManyNotes,
    NameTooLong,
    BadMinutes,
    NoClosingStage,
    NotYours,
    Gone,
    GuideMissing,
    NameMissing,

    /// <summary>The board stands in a channel already; moving it would leave names behind.</summary>
    BoardIsPosted,

    /// <summary>No channel of that name may hold a board.</summary>
    UnknownChannel,
}
