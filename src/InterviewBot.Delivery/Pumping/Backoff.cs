namespace InterviewBot.Delivery.Pumping;

/// <summary>How long a lane waits after a failure. Pure.</summary>
internal static class Backoff
{
    private const int PatientAttempts = 12;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    // Platforms ask for seconds, at times for a minute or two. A day, or 68 years, is a fault of somebody's, and nobody may wait for it.
    private static readonly TimeSpan LongestAsked = TimeSpan.FromMinutes(10);

    /// <summary>A place that refused is tried again after so long, should nobody act there sooner.</summary>
    public static TimeSpan BetweenTries => Hourly;

    /// <param name="failures">Failures in a row, this one included.</param>
    /// <param name="failingFor">Time since the first of them.</param>
    /// <param name="after">What the platform asked for; kept to the letter, up to ten minutes.</param>
    /// <param name="dice">From 0 up to 1: spreads lanes that failed together.</param>
    public static TimeSpan Wait(int failures, TimeSpan failingFor, TimeSpan? after, double dice)
    {
        if (failures >= PatientAttempts || failingFor >= Hourly)
            return Hourly;
        if (after is { } asked)
            return asked < TimeSpan.Zero ? TimeSpan.Zero : Min(asked, LongestAsked);
        var full = Min(Longest, TimeSpan.FromSeconds(Math.Pow(2, failures)));
        var spread = full * (0.5 + dice / 2);
        return spread < Shortest ? Shortest : spread;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
