using InterviewBot.Interviews.Seams;

namespace InterviewBot.Delivery.Pumping;

/// <summary>A lease and how long it still lasts by the monotonic clock, counted from before it was asked for. Wall clocks of two machines never agree.</summary>
internal sealed class Term(Lease lease, TimeProvider clock, long askedAt)
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(8);

    // An attempt and the commit of its outcome have to end before anybody else may begin.
    private static readonly TimeSpan NeededToSend = TimeSpan.FromSeconds(10);

    public Lease Lease => lease;

    public bool AllowsSending => Length - clock.GetElapsedTime(askedAt) >= NeededToSend;
}
