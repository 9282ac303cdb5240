using System.Diagnostics.Metrics;

namespace InterviewBot.Teams;

/// <summary>Counts of the Teams room; no ids of people or places in tags.</summary>
internal static class TeamsMetrics
{
    public const string MeterName = "InterviewBot.Teams";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> ArrivedCounter = Meter.CreateCounter<long>(
        "interviewbot.teams.activities",
        "{activity}",
        "Activities taken, by type."
    );
    private static readonly Counter<long> TurnedAwayCounter = Meter.CreateCounter<long>(
        "interviewbot.teams.turned_away",
        "{activity}",
        "Requests turned away, by reason."
    );
    private static readonly Counter<long> CallCounter = Meter.CreateCounter<long>(
        "interviewbot.teams.calls",
        "{call}",
        "Calls of the Connector, by method and status."
    );

    /// <param name="type">One of the types the room knows; everything else is "other", so that a stranger cannot make tags.</param>
    public static void Arrived(string type) => ArrivedCounter.Add(1, new KeyValuePair<string, object?>("type", type));

    public static void TurnedAway(string why) =>
        TurnedAwayCounter.Add(1, new KeyValuePair<string, object?>("why", why));

    public static void Called(string method, int status) =>
        CallCounter.Add(1, new("method", method), new KeyValuePair<string, object?>("status", status));
}
