namespace InterviewBot.Interviews.Seams;

/// <summary>
/// What a channel has to remember to reach people and conversations: Teams tells the address of a conversation with what it sends, and
/// nowhere else. No candidate's data.
/// </summary>
/// <param name="Installation">The workspace or tenant.</param>
/// <param name="Kind">The channel's own; lists are made by it.</param>
/// <param name="Data">JSON, the channel's own.</param>
public sealed record Address(
    string Channel,
    string Installation,
    string Kind,
    string Key,
    string Data,
    DateTimeOffset At
);

public interface IAddressBook
{
    /// <summary>Inserts or replaces by (channel, installation, kind, key). Returns whether it was not there before.</summary>
    Task<bool> Keep(Address address);

    ValueTask<Address?> Find(string channel, string installation, string kind, string key, CancellationToken ct);

    /// <summary>All of a kind, by key.</summary>
    ValueTask<IReadOnlyList<Address>> List(string channel, string installation, string kind, CancellationToken ct);

    /// <summary>Returns whether it was there.</summary>
    Task<bool> Drop(string channel, string installation, string kind, string key);
}
