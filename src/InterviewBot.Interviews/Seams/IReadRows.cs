using InterviewBot.Interviews.Identity;

namespace InterviewBot.Interviews.Seams;

/// <summary>Look-ups over the read rows. Kinds in use: <see cref="ReadRowKinds"/>.</summary>
public interface IReadRows
{
    ValueTask<ReadRow?> Find(string kind, string key, CancellationToken ct);

    /// <summary>Rows of a person, newest first, at most <paramref name="limit"/>; of everybody in the organisation when person is null.</summary>
    ValueTask<IReadOnlyList<ReadRow>> List(
        string kind,
        string organisation,
        PersonId? person,
        int limit,
        CancellationToken ct
    );

    /// <summary>All rows of an organisation that have one of these statuses, without a limit: for work that may leave nobody out.</summary>
    ValueTask<IReadOnlyList<ReadRow>> WithStatus(
        string kind,
        string organisation,
        IReadOnlyList<string> statuses,
        CancellationToken ct
    );
}

public static class ReadRowKinds
{
    /// <summary>Key: stream id. Person: the interviewer. Status: the phase. Data: candidate, guide title, loop.</summary>
    public const string Interview = "interview";

    /// <summary>Key: person id. Stream: the interview that typed lines of this person go to.</summary>
    public const string Focus = "focus";

    /// <summary>Key: loop id. Data: the hiring channel.</summary>
    public const string Loop = "loop";

    /// <summary>Key: person id. Data: the hiring channel this person used last.</summary>
    public const string LastChannel = "last-channel";
}
