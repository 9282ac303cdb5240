namespace InterviewBot.Delivery.Pumping;

/// <summary>Why work on a lane ends before its rows do.</summary>
internal abstract record Halt
{
    /// <summary>Somebody else holds the lane: not another word from here.</summary>
    public sealed record Lost : Halt;

    /// <summary>The lease is too short for one more attempt, or the process stops: whoever takes the lane next goes on.</summary>
    public sealed record OutOfTime : Halt;

    /// <summary>It failed; the whole lane waits, so that its order holds.</summary>
    public sealed record Failed(TimeSpan? After) : Halt;

    /// <summary>The installation's gate for this method is closed.</summary>
    public sealed record Gated(DateTimeOffset Until) : Halt;

    /// <summary>The place is gone or closed to us.</summary>
    public sealed record Dead(string Reason) : Halt;
}
