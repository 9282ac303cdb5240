using Microsoft.Extensions.Logging;

namespace InterviewBot.Web;

internal static partial class Log
{
    [LoggerMessage(
        EventId = 601,
        Level = LogLevel.Information,
        Message = "Local line {Message} waits: the bot is busy"
    )]
    public static partial void LineWaits(ILogger logger, long message);

    [LoggerMessage(
        EventId = 602,
        Level = LogLevel.Error,
        Message = "Local line {Message} could not be worked on yet: {Failure}"
    )]
    public static partial void LineFailed(ILogger logger, long message, string failure);
}
