namespace InterviewBot;

internal static partial class Log
{
    [LoggerMessage(
        EventId = 901,
        Level = LogLevel.Warning,
        Message = "The folder of the guides (Guides:Path) does not exist"
    )]
    public static partial void GuideFolderMissing(this ILogger logger);

    [LoggerMessage(
        EventId = 902,
        Level = LogLevel.Warning,
        Message = "{File} has {Errors} error(s); 'interviewbot lint' shows where"
    )]
    public static partial void GuideHasErrors(this ILogger logger, string file, int errors);

    [LoggerMessage(EventId = 903, Level = LogLevel.Error, Message = "A request ended with {Exception} at {Where}")]
    public static partial void RequestFailed(this ILogger logger, string exception, string? where);

    [LoggerMessage(EventId = 904, Level = LogLevel.Warning, Message = "{File} cannot be read now: {Exception}")]
    public static partial void GuideUnreadable(this ILogger logger, string file, string exception);
}
