namespace InterviewBot.Interviews.Seams;

/// <summary>Whether the store does its work now.</summary>
public interface IStoreHealth
{
    /// <summary>What keeps it from writing, as on a full disk. Writes something itself only when the last write has failed.</summary>
    Task<StoreTrouble> Trouble(CancellationToken ct);
}
