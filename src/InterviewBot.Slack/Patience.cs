namespace InterviewBot.Slack;

/// <summary>How long we wait for Slack, and Slack for us. One set of figures; tests on a busy machine wait longer.</summary>
internal sealed record Patience
{
    /// <summary>Slack hangs up after 3 s; what takes longer is finished all the same, and its next copy finds it done.</summary>
    public TimeSpan Acknowledge { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>For a question that an acknowledgement waits for.</summary>
    public TimeSpan Question { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>For one try of any other question.</summary>
    public TimeSpan Try { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For a message on its way out; below the 8 s that the pump gives an attempt.</summary>
    public TimeSpan Sending { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Between tries of what failed at the start.</summary>
    public TimeSpan Again { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A silence after which requests may have been lost: Slack repeats one at once, after a minute and after five.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromMinutes(5);
}
