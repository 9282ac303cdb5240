using System.Diagnostics.Metrics;

namespace InterviewBot.Slack;

/// <summary>Counts of the Slack room; no ids of people or places in tags.</summary>
internal static class SlackMetrics
{
    public const string MeterName = "InterviewBot.Slack";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> DeliveryCounter = Meter.CreateCounter<long>(
        "interviewbot.slack.deliveries",
        "{delivery}",
        "What Slack sent, by kind."
    );
    private static readonly Counter<long> RefusedCounter = Meter.CreateCounter<long>(
        "interviewbot.slack.refused",
        "{delivery}",
        "Requests turned away, by reason."
    );
    private static readonly Counter<long> CallCounter = Meter.CreateCounter<long>(
        "interviewbot.slack.calls",
        "{call}",
        "Calls of the Web API, by method and outcome."
    );

    public static void Delivered(string kind) =>
        DeliveryCounter.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public static void Refused(string why) => RefusedCounter.Add(1, new KeyValuePair<string, object?>("why", why));

    public static void Called(string method, string outcome) =>
        CallCounter.Add(1, new("method", method), new KeyValuePair<string, object?>("outcome", outcome));
}
