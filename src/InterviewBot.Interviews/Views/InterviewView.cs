using System.Collections.Immutable;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Views;

/// <summary>
/// Everything a card needs, worked out from an interview and its guide by <c>InterviewViews.Of</c>. Plain data: cards decide how it looks, this what is true.
/// </summary>
/// <param name="Guide">The pinned guide; null when its text is not known any more, then <see cref="Asking"/>, <see cref="Branches"/> and choices are empty.</param>
/// <param name="Topics">All topics of the plan (preparation left out), in the guide's order.</param>
/// <param name="Preparation">Tips of the stages numbered 0, for the Prepare card.</param>
/// <param name="Asking">The question or fork on the card (the one looked back at, when looking back); null on pools and at the end.</param>
/// <param name="Branches">On a fork: where each answer leads, forks in a row answered together; yes first. Two to four.</param>
/// <param name="Choices">On a pool: its questions.</param>
/// <param name="More">Questions that the walk does not reach or has left open: this topic's first.</param>
/// <param name="CanUndo">There is a move or a rating to take back.</param>
/// <param name="CanLookBack">There is an earlier question.</param>
/// <param name="ClosingTopic">Key of the closing stage's first topic; null when the guide has none or it is done.</param>
public sealed record InterviewView(
    Interview Interview,
    Guide? Guide,
    ImmutableArray<TopicView> Topics,
    ImmutableArray<StageTip> Preparation,
    AskingView? Asking,
    ImmutableArray<BranchView> Branches,
    ImmutableArray<ChoiceView> Choices,
    ImmutableArray<ChoiceView> More,
    bool CanUndo,
    bool CanLookBack,
    string? ClosingTopic
)
{
    /// <summary>What of this interview has arrived where it goes; the rules cannot know it. By default what should be there is.</summary>
    public Arrived Arrived { get; init; } = new(true, true);
}

/// <param name="InChannel">Its summary stands in the channel.</param>
/// <param name="AtRecruiters">Each recruiter has the message.</param>
public sealed record Arrived(bool InChannel, bool AtRecruiters);

public sealed record StageTip(string Title, string Tip);

public enum Coverage
{
    /// <summary>Nothing of it was asked yet.</summary>
    Open,

    /// <summary>Being talked about now, or begun and left; nothing asked or answered in it yet.</summary>
    Begun,

    /// <summary>One question was asked or already answered; a pool: one was picked.</summary>
    Covered,
}

/// <param name="OpenQuestions">Questions on the present way through it that are still to be asked; for a pool those not picked.</param>
/// <param name="IsDone">It was walked to its end, or its rest was left out.</param>
/// <param name="IsCurrent">The card stands in it.</param>
/// <param name="Rating">The topic's own rating; null: not rated.</param>
public sealed record TopicView(
    string Key,
    string Title,
    string StageTitle,
    bool Required,
    bool IsClosing,
    bool IsPool,
    bool Planned,
    int Minutes,
    Coverage Coverage,
    int OpenQuestions,
    bool IsDone,
    bool IsCurrent,
    int? Rating
);

/// <summary>The question or fork to put to the candidate (or to the interviewer's own judgement).</summary>
/// <param name="Notes">What the author wrote about it.</param>
/// <param name="SayIndex">Which of <c>Notes.Say</c> is shown.</param>
/// <param name="Tip">The section's tip as plain text, "" when none. <paramref name="TipIsNew"/>: shown in full, as the topic was just entered.</param>
/// <param name="LeadIn">The author's sentence for entering the topic; null: use the guide language's default bridge.</param>
/// <param name="Number">1-based number among the topic's questions on this way; 0 for a fork.</param>
/// <param name="Shortest">Questions of the topic on the shortest way from here, those asked included; <paramref name="Longest"/> on the longest.</param>
/// <param name="TopicUntil">When the topic's share of the time ends; null before Begin.</param>
/// <param name="IsLastOfTopic">No further question of the topic can follow: the card offers the topic's rating.</param>
/// <param name="IsClosing">It stands in the closing stage: its tip stays on every card.</param>
/// <param name="Fork">Null for a question.</param>
/// <param name="Looking">An earlier question is being looked at.</param>
public sealed record AskingView(
    QuestionId Question,
    string Words,
    string TopicKey,
    string TopicTitle,
    QuestionNotes Notes,
    int SayIndex,
    string Tip,
    bool TipIsNew,
    string? LeadIn,
    int Number,
    int Shortest,
    int Longest,
    DateTimeOffset? TopicUntil,
    bool IsLastOfTopic,
    bool IsClosing,
    ForkKind? Fork,
    bool Looking,
    int? Rating,
    string? Link
);

/// <summary>Where answers to the fork(s) on the card lead.</summary>
/// <param name="Answers">One per fork in the row; what the button sends.</param>
/// <param name="Forks">The wordings of the forks answered, as many as answers.</param>
/// <param name="FirstQuestion">Words of the first question behind it; null when the topic ends there.</param>
/// <param name="NextTopic">Title of the topic that follows when this one ends there; null when there is a question, or nothing is left.</param>
/// <param name="Questions">Questions on the shortest way behind it within the topic.</param>
/// <param name="Minutes">Minutes for those (or for the next topic).</param>
public sealed record BranchView(
    ImmutableArray<bool> Answers,
    ImmutableArray<string> Forks,
    string? FirstQuestion,
    string? NextTopic,
    int Questions,
    int Minutes
)
{
    /// <summary>What the guide's author wrote beside each answer, <c>c(no@client)</c>; "" where nothing.</summary>
    public ImmutableArray<string> Names { get; init; } = [];
}

/// <summary>A question that can be picked. <paramref name="Passed"/>: it was asked before.</summary>
/// <param name="Fits">The words of a note that this question fits; null when none.</param>
public sealed record ChoiceView(QuestionId Question, string Words, string TopicTitle, bool Passed, string? Fits);
