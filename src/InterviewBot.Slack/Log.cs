using Microsoft.Extensions.Logging;

namespace InterviewBot.Slack;

/// <summary>What the Slack room logs: ids and codes; never a token, an address with a ticket, or what people wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(701, LogLevel.Warning, "Slack refused {Method}: {Error}; {Details}")]
    public static partial void CallRefused(this ILogger logger, string method, string error, string details);

    [LoggerMessage(702, LogLevel.Warning, "Slack did not answer {Method}: {Why}")]
    public static partial void CallUnanswered(this ILogger logger, string method, string why);

    [LoggerMessage(
        703,
        LogLevel.Critical,
        "The Slack workspace {Workspace} does not accept our token any more ({Error}): its jobs stop until the bot is installed again"
    )]
    public static partial void InstallationDead(this ILogger logger, string workspace, string error);

    [LoggerMessage(
        704,
        LogLevel.Critical,
        "Slack lacks the scope {Needed} for {Method}: add it to the app and install the app again"
    )]
    public static partial void ScopeMissing(this ILogger logger, string method, string needed);

    [LoggerMessage(705, LogLevel.Information, "Slack workspace {Team} is served")]
    public static partial void WorkspaceServed(this ILogger logger, string team);

    [LoggerMessage(706, LogLevel.Warning, "A Slack delivery was turned away: {Why}")]
    public static partial void TurnedAway(this ILogger logger, string why);

    [LoggerMessage(707, LogLevel.Error, "Work after a Slack delivery ended with {Exception}")]
    public static partial void AfterThrew(this ILogger logger, string exception);

    [LoggerMessage(708, LogLevel.Information, "Socket {Number} to Slack is open")]
    public static partial void SocketOpen(this ILogger logger, int number);

    [LoggerMessage(709, LogLevel.Warning, "Socket {Number} to Slack closed: {Why}")]
    public static partial void SocketClosed(this ILogger logger, int number, string why);

    [LoggerMessage(
        710,
        LogLevel.Critical,
        "Socket Mode is switched off for this app ({Why}): nothing arrives from Slack"
    )]
    public static partial void SocketsOff(this ILogger logger, string why);

    [LoggerMessage(711, LogLevel.Error, "Slack's delivery {Kind} ended with {Exception}")]
    public static partial void DeliveryThrew(this ILogger logger, string kind, string exception, Exception failure);

    [LoggerMessage(712, LogLevel.Warning, "Slack limits our events: more than it delivers per hour")]
    public static partial void EventsLimited(this ILogger logger);

    [LoggerMessage(
        713,
        LogLevel.Information,
        "Read {Lines} lines that were typed in a direct conversation while the bot was away"
    )]
    public static partial void CaughtUp(this ILogger logger, int lines);

    [LoggerMessage(
        714,
        LogLevel.Error,
        "The token of Slack workspace {Workspace} cannot be read, as the keys of Data Protection have changed: the app has to be installed there again"
    )]
    public static partial void TokenUnreadable(this ILogger logger, string workspace);

    [LoggerMessage(715, LogLevel.Warning, "An installation was not finished: {Why}")]
    public static partial void NotInstalled(this ILogger logger, string why);
}
