using Microsoft.Extensions.Logging;

namespace InterviewBot.Store;

/// <summary>No texts of exceptions: SQLite may quote values in them.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 501, Level = LogLevel.Information, Message = "Store open after {Took}")]
    public static partial void StoreOpened(this ILogger logger, TimeSpan took);

    [LoggerMessage(
        EventId = 502,
        Level = LogLevel.Warning,
        Message = "A batch of {Count} writes failed with code {Code} and is replayed one by one"
    )]
    public static partial void BatchUndone(this ILogger logger, int count, int code);

    [LoggerMessage(EventId = 503, Level = LogLevel.Error, Message = "A write failed: {Kind}, code {Code}")]
    public static partial void WriteFailed(this ILogger logger, string kind, int code);

    [LoggerMessage(
        EventId = 504,
        Level = LogLevel.Warning,
        Message = "The WAL could not be emptied after forgetting, a reader is in the way; tried again with the next write"
    )]
    public static partial void WalNotEmptied(this ILogger logger);

    [LoggerMessage(
        EventId = 505,
        Level = LogLevel.Warning,
        Message = "Other users of this computer may read {File}, and this user cannot change that"
    )]
    public static partial void ReadableByOthers(this ILogger logger, string file);

    [LoggerMessage(
        EventId = 506,
        Level = LogLevel.Critical,
        Message = "The store {File} was deleted or moved away while it is in use: nothing is written until it is back"
    )]
    public static partial void FileGone(this ILogger logger, string file);
}
