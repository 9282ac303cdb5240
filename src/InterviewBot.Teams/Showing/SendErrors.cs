using InterviewBot.Delivery.Channels;
using InterviewBot.Teams.Calling;

namespace InterviewBot.Teams.Showing;

/// <summary>What an answer of the Connector means for what was to be shown. Codes go on, texts of the platform never.</summary>
internal static class SendErrors
{
    public const string Closed = "closed";

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
            { Status: 429 } => new SendResult.Retry(answer.RetryAfter),
            { Status: 408 or 412 or >= 500 and not 501 } => new SendResult.Retry(answer.RetryAfter),
            { Status: >= 300 and < 400 } => new SendResult.PlaceFault("redirected"),
            { Status: 413 } => new SendResult.RowFault("MessageSizeTooBig"),
            _ => new SendResult.RowFault(answer.Code.Length > 0 ? answer.Code : $"http-{answer.Status}"),
        };
}
