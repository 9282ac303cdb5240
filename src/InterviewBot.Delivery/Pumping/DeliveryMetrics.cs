using System.Diagnostics.Metrics;

namespace InterviewBot.Delivery.Pumping;

/// <summary>Counts of the pump, by channel; ids of people and places never become tags.</summary>
internal static class DeliveryMetrics
{
    public const string MeterName = "InterviewBot.Delivery";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> SentCounter = Meter.CreateCounter<long>(
        "interviewbot.delivery.sent",
        "{message}",
        "Posts, edits and deletions the platform took."
    );
    private static readonly Counter<long> RetriedCounter = Meter.CreateCounter<long>(
        "interviewbot.delivery.retried",
        "{attempt}",
        "Attempts that have to be made again."
    );
    private static readonly Counter<long> ParkedCounter = Meter.CreateCounter<long>(
        "interviewbot.delivery.parked",
        "{row}",
        "Rows set aside because the platform does not take their content."
    );
    private static readonly Counter<long> DeadCounter = Meter.CreateCounter<long>(
        "interviewbot.delivery.dead",
        "{lane}",
        "Lanes stopped because their place is gone."
    );

    public static void Sent(string channel, string method) =>
        SentCounter.Add(1, new("channel", channel), new KeyValuePair<string, object?>("method", method));

    public static void Retried(string lane) => RetriedCounter.Add(1, ChannelOf(lane));

    public static void Parked(string lane) => ParkedCounter.Add(1, ChannelOf(lane));

    public static void Dead(string lane) => DeadCounter.Add(1, ChannelOf(lane));

    // "slack:T1:C1" is of channel slack; "stream:7" of stream, which is our own.
    private static KeyValuePair<string, object?> ChannelOf(string lane) => new("channel", lane.Split(':', 2)[0]);
}
