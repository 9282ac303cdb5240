namespace InterviewBot;

internal static partial class Log
{
    [LoggerMessage(
        EventId = 901,
        Level = LogLevel.Warning,
        Message = "The folder of the guides (Guides:Path) does not exist: {Folder}"
    )]
    public static partial void GuideFolderMissing(this ILogger logger, string folder);

    [LoggerMessage(
        EventId = 902,
        Level = LogLevel.Warning,
        Message = "{File} has {Errors} error(s); 'interviewbot lint' shows where"
    )]
    public static partial void GuideHasErrors(this ILogger logger, string file, int errors);

    [LoggerMessage(
        EventId = 909,
        Level = LogLevel.Warning,
        Message = "{File} cannot be started: no heading of it is numbered, flagged or has a flow, so there is nothing to ask"
    )]
    public static partial void GuideHasNothingToAsk(this ILogger logger, string file);

    [LoggerMessage(EventId = 903, Level = LogLevel.Error, Message = "A request ended with {Exception} at {Where}")]
    public static partial void RequestFailed(this ILogger logger, string exception, string? where);

    [LoggerMessage(EventId = 904, Level = LogLevel.Warning, Message = "{File} cannot be read now: {Exception}")]
    public static partial void GuideUnreadable(this ILogger logger, string file, string exception);

    [LoggerMessage(
        EventId = 905,
        Level = LogLevel.Warning,
        Message = "{File} was changed, but cannot be used so; its last good version stays in use"
    )]
    public static partial void GuideHeldBack(this ILogger logger, string file);

    [LoggerMessage(
        EventId = 906,
        Level = LogLevel.Information,
        Message = "{File} was changed; the next interview uses it"
    )]
    public static partial void GuideTaken(this ILogger logger, string file);

    [LoggerMessage(
        EventId = 907,
        Level = LogLevel.Warning,
        Message = "The folder of the guides cannot be looked at: {Exception}"
    )]
    public static partial void GuideFolderUnreadable(this ILogger logger, string exception);

    [LoggerMessage(
        EventId = 920,
        Level = LogLevel.Warning,
        Message = "{Key} is no key of this bot and changes nothing; README.md lists them"
    )]
    public static partial void UnknownKey(this ILogger logger, string key);
}
