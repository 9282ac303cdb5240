using InterviewBot.Interviews.Commands;

namespace InterviewBot.Conversation.Words;

/// <summary>What a typed line means. A closed set: the receiving room handles each of the five.</summary>
public abstract record WordReading
{
    private WordReading() { }

    /// <summary>A command for the current interview. <paramref name="Did"/> is the word as it stands in the table, for "did: next".</summary>
    public sealed record Command(InterviewCommand Do, string Did) : WordReading;

    /// <summary>A new interview. <paramref name="GuideQuery"/> is "" when no guide was named.</summary>
    public sealed record Start(string GuideQuery, string? Candidate) : WordReading;

    /// <summary>A question to the bot: answered privately, nothing is stored.</summary>
    public sealed record Ask(AskKind What) : WordReading;

    /// <summary>A note. <paramref name="Text"/> is what was typed, marks included, without a leading "for redis:"; <paramref name="AboutTopic"/> that topic's key, <paramref name="Meant"/> what else it may have been meant for.</summary>
    public sealed record Note(string Text, string? AboutTopic, Meant? Meant = null) : WordReading;

    /// <summary>Nothing is stored and nothing done; the person is told why.</summary>
    public sealed record Hint(HintKind Why) : WordReading;
}

public enum AskKind
{
    Help,
    Status,

    /// <summary>My interviews.</summary>
    List,

    /// <summary>What was asked and noted so far in this interview.</summary>
    History,

    /// <summary>Which of my interviews is the current one: the answer lists them as buttons.</summary>
    Switch,

    /// <summary>Where the board goes; the answer lets the person change it.</summary>
    Channel,
    Reveal,
    Join,

    /// <summary>The section's tip, follow-ups and warning signs of the question on the card.</summary>
    Tip,

    /// <summary>Whether to cancel what is prepared; pressed, never typed.</summary>
    Cancel,
}

public enum HintKind
{
    /// <summary>No interview is current: what was typed is not kept.</summary>
    NothingRunning,

    /// <summary>The line was empty.</summary>
    Empty,
}
