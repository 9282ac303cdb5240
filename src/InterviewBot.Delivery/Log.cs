using InterviewBot.Delivery.Pumping;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Delivery;

/// <summary>What Delivery logs. Ids and codes only: exception texts and platform texts may quote what people wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(401, LogLevel.Warning, "Lane {Lane} waits until {Until} after failure {Failures}")]
    public static partial void LaneWaits(this ILogger logger, LaneInLog lane, DateTimeOffset until, int failures);

    [LoggerMessage(402, LogLevel.Error, "Set aside {Name} of stream {Stream} on lane {Lane}: {Reason}")]
    public static partial void RowParked(
        this ILogger logger,
        string name,
        StreamId stream,
        LaneInLog lane,
        string reason
    );

    [LoggerMessage(403, LogLevel.Error, "Lane {Lane} is stopped: {Reason}")]
    public static partial void LaneDead(this ILogger logger, LaneInLog lane, string reason);

    [LoggerMessage(404, LogLevel.Warning, "Sending to lane {Lane} ended with {Exception}")]
    public static partial void SendingThrew(this ILogger logger, LaneInLog lane, string exception);

    [LoggerMessage(405, LogLevel.Error, "Work on lane {Lane} ended with {Exception}")]
    public static partial void WorkThrew(this ILogger logger, LaneInLog lane, string exception);

    [LoggerMessage(406, LogLevel.Error, "Drawing {Name} of stream {Stream} ended with {Exception}")]
    public static partial void DrawingThrew(this ILogger logger, string name, StreamId stream, string exception);

    [LoggerMessage(407, LogLevel.Error, "An errand of stream {Stream} ended with {Exception}")]
    public static partial void ErrandThrew(this ILogger logger, StreamId stream, string exception);

    [LoggerMessage(408, LogLevel.Error, "Looking for work ended with {Exception}")]
    public static partial void TakingThrew(this ILogger logger, string exception);

    [LoggerMessage(409, LogLevel.Warning, "The card {Name} of stream {Stream} was refused and went out as text only")]
    public static partial void TextOnly(this ILogger logger, string name, StreamId stream);

    [LoggerMessage(410, LogLevel.Warning, "Lane {Lane} was taken over while sending")]
    public static partial void LeaseLost(this ILogger logger, LaneInLog lane);

    [LoggerMessage(411, LogLevel.Warning, "The card left behind by {Name} of stream {Stream} stays as it is: {Reason}")]
    public static partial void LeftAsItIs(this ILogger logger, string name, StreamId stream, string reason);

    [LoggerMessage(421, LogLevel.Error, "Receiving {Reference} was not stored: {Trouble}")]
    public static partial void StoreFailed(this ILogger logger, string reference, StoreTrouble trouble);

    // The stack, not the message: it tells where, and quotes nobody.
    [LoggerMessage(420, LogLevel.Error, "Receiving {Reference} ended with {Exception} at {Where}")]
    private static partial void ReceptionThrew(this ILogger logger, string reference, string exception, string? where);

    public static void ReceptionThrew(this ILogger logger, string reference, string name, Exception e) =>
        logger.ReceptionThrew(reference, name, e.StackTrace);
}
