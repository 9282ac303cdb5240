using InterviewBot.Delivery.Channels;
using InterviewBot.Teams.Calling;

namespace InterviewBot.Teams.Showing;

/// <summary>What an answer of the Connector means for what was to be shown. Codes go on, texts of the platform never.</summary>
internal static class SendErrors
{
    public const string Closed = "closed";
    private const string Unknown = "audience-unknown";

    /// <summary>A platform that asks for a day is asked again all the same: what is shown late helps nobody in an interview.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    // How Teams says that the app is not (or no longer) where it should speak.
    private static readonly string[] NotThere = ["", "BotNotInConversationRoster", "MessageWritesBlocked", "209"];

    /// <param name="closed">What a place is called that the app is not in.</param>
    public static SendResult ResultOf(ConnectorAnswer answer, string closed = Closed) =>
        answer switch
        {
            { Status: 0 } => new SendResult.PlaceFault(answer.Code),
            { Status: 404, Code: "ActivityNotFoundInConversation" } => new SendResult.Missing(),
            { Status: 403 or 404 or 410 } => new SendResult.PlaceFault(
                NotThere.Contains(answer.Code) ? closed : answer.Code
            ),
            // A token that is refused though it is fresh is a matter of configuration: the log says it, and nothing is lost meanwhile.
            { Status: 401 } => new SendResult.Retry(TimeSpan.FromMinutes(1)),
            { Status: 429 } => new SendResult.Retry(Bounded(answer.RetryAfter)),
            { Status: 408 or 412 or >= 500 and not 501 } => new SendResult.Retry(Bounded(answer.RetryAfter)),
            // Something between the bot and Teams; it is not followed, as a token goes with the call.
            { Status: >= 300 and < 400 } => new SendResult.Retry(TimeSpan.FromMinutes(1)),
            { Status: 413 } => new SendResult.RowFault("MessageSizeTooBig"),
            _ => new SendResult.RowFault(answer.Code.Length > 0 ? answer.Code : $"http-{answer.Status}"),
        };

    /// <summary>Who reads in a channel could not be had: whatever the platform calls it, it is not the channel that is gone.</summary>
    public static SendResult OfRoster(ConnectorAnswer answer) =>
        ResultOf(answer, Unknown) is SendResult.Retry retry ? retry : new SendResult.PlaceFault(Unknown);

    private static TimeSpan? Bounded(TimeSpan? wait) => wait > LongestWait ? LongestWait : wait;
}
