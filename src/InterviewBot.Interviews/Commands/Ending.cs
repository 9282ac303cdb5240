namespace InterviewBot.Interviews.Commands;

public sealed record Pause : InterviewCommand;

public sealed record Resume : InterviewCommand;

/// <summary>Moves the planned end by so many minutes from now.</summary>
public sealed record ChangeEnd(int MinutesFromNow) : InterviewCommand;

/// <summary>Shows the Finish card: what is not covered, and why.</summary>
public sealed record ProposeFinish : InterviewCommand;

/// <summary>Not yet: back to the question.</summary>
public sealed record GoOn : InterviewCommand;

/// <summary>Ends the interview. Publishes nothing. <paramref name="Reason"/>: "no-time", "enough-seen", "all-covered", or the person's own words.</summary>
public sealed record Finish(string? Reason) : InterviewCommand;

/// <summary>Takes Finish back, until the reveal.</summary>
public sealed record Reopen : InterviewCommand;

public enum Recommendation
{
    StrongYes,
    Yes,
    No,
    StrongNo,
}

public sealed record Recommend(Recommendation? Value) : InterviewCommand;

/// <summary>The scorecard's own comment, replaced as a whole.</summary>
public sealed record WriteComment(string Text) : InterviewCommand;

/// <summary>Opens (or leaves) the preview, in which each note can be kept private.</summary>
public sealed record PreviewScorecard(bool Open) : InterviewCommand;

/// <summary>Publishes the scorecard. Accepted from the preview only.</summary>
public sealed record SubmitScorecard : InterviewCommand;
