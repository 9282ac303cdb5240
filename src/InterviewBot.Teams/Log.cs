using Microsoft.Extensions.Logging;

namespace InterviewBot.Teams;

internal static partial class Log
{
    [LoggerMessage(
        EventId = 701,
        Level = LogLevel.Warning,
        Message = "The keys of Teams could not be fetched ({Kind})"
    )]
    public static partial void KeysNotFetched(this ILogger logger, string kind);

    [LoggerMessage(EventId = 702, Level = LogLevel.Warning, Message = "Turned a Teams request away: {Why}")]
    public static partial void TurnedAway(this ILogger logger, string why);

    [LoggerMessage(
        EventId = 703,
        Level = LogLevel.Error,
        Message = "A Teams activity could not be worked on: reference {Reference}, {Kind}"
    )]
    public static partial void ActivityFailed(this ILogger logger, string reference, string kind);

    [LoggerMessage(EventId = 704, Level = LogLevel.Warning, Message = "A private answer in Teams was lost: {Kind}")]
    public static partial void AnswerLost(this ILogger logger, string kind);

    [LoggerMessage(
        EventId = 705,
        Level = LogLevel.Error,
        Message = "Teams did not take a call: {Method} {Status} {Code}"
    )]
    public static partial void CallRefused(this ILogger logger, string method, int status, string code);

    [LoggerMessage(
        EventId = 708,
        Level = LogLevel.Warning,
        Message = "The channels of a team could not be read ({Kind}); tried again when something is said there"
    )]
    public static partial void ChannelsNotRead(this ILogger logger, string kind);

    [LoggerMessage(
        EventId = 709,
        Level = LogLevel.Information,
        Message = "Was away from {From} until {Until}; the next card of {People} people says so"
    )]
    public static partial void WasAway(this ILogger logger, DateTimeOffset from, DateTimeOffset until, int people);

    [LoggerMessage(EventId = 706, Level = LogLevel.Error, Message = "No token for Teams could be got: {Kind} {Code}")]
    public static partial void NoToken(this ILogger logger, string kind, string code);

    [LoggerMessage(
        EventId = 707,
        Level = LogLevel.Error,
        Message = "Would not send to {Host}: it is none of Teams' hosts"
    )]
    public static partial void UntrustedHost(this ILogger logger, string host);
}
