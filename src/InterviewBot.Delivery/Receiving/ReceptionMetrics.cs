using System.Diagnostics.Metrics;
using InterviewBot.Interviews.Deciding;

namespace InterviewBot.Delivery.Receiving;

/// <summary>
/// Counts of what was said no to, by channel and reason, whichever platform it came from; ids of people and places never become tags.
/// A rise of <c>NotYours</c> or <c>UnknownPress</c> is somebody trying other people's cards.
/// </summary>
internal static class ReceptionMetrics
{
    public const string Refusals = "interviewbot.reception.refused";

    private static readonly Meter Meter = new("InterviewBot.Delivery");
    private static readonly Counter<long> RefusedCounter = Meter.CreateCounter<long>(
        Refusals,
        "{command}",
        "Commands and questions refused, by reason."
    );

    public static void Refused(Speaker by, Refusal why) => Refused(by, why.ToString());

    /// <summary>A press of another release or of nobody's making.</summary>
    public static void UnknownPress(Speaker by) => Refused(by, "UnknownPress");

    private static void Refused(Speaker by, string why) =>
        RefusedCounter.Add(1, new("channel", by.Person.Channel), new KeyValuePair<string, object?>("why", why));
}
