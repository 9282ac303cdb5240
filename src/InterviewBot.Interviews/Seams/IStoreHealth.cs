namespace InterviewBot.Interviews.Seams;

/// <summary>Whether the store does its work now.</summary>
public interface IStoreHealth
{
    /// <summary>False while it reads but cannot write, as on a full disk. Writes something itself only when the last write has failed.</summary>
    Task<bool> CanWrite(CancellationToken ct);
}
