using InterviewBot.Delivery.Channels;
using InterviewBot.Slack.Calling;

namespace InterviewBot.Slack.Showing;

/// <summary>What Slack's error codes mean for a sending (section 8 of the fact sheet).</summary>
internal static class SendErrors
{
    /// <summary>Shown to the starter of the interview.</summary>
    public const string NotInvited = "not-in-channel (/invite @interviewbot)";

    /// <summary>Nothing is sent by a dead installation, and nothing is lost: with a new token its lanes go on.</summary>
    public static SendResult Dead { get; } = new SendResult.Retry(TimeSpan.FromMinutes(5));

    /// <param name="gate">What is limited per workspace by this method.</param>
    public static SendResult Of(ApiAnswer answer, string? gate) =>
        answer.Error switch
        {
            ApiAnswer.RateLimited => new SendResult.Retry(answer.RetryAfter, gate),
            "message_not_found"
            or "cant_update_message"
            or "edit_window_closed"
            or "is_inactive"
            or "thread_not_found"
            or "invalid_thread_ts" => new SendResult.Missing(),
            "channel_not_found" or "not_in_channel" => new SendResult.PlaceFault(NotInvited),
            "is_archived" => new SendResult.PlaceFault("archived"),
            "user_not_found"
            or "user_disabled"
            or "user_not_visible"
            or "messages_tab_disabled"
            or "cannot_dm_bot"
            or "restricted_action" => new SendResult.PlaceFault(answer.Error.Replace('_', '-')),
            { } error when error.StartsWith("restricted_action", StringComparison.Ordinal) => new SendResult.PlaceFault(
                "restricted-action"
            ),
            // Mended by the operator, not by a person in the chat: the lanes wait, the log says what is missing.
            ApiAnswer.Dead or "missing_scope" or "not_allowed_token_type" or "access_denied" => Dead,
            { } error when Workspace.IsDeadly(error) => Dead,
            _ when answer.IsPassing || answer.Ok => new SendResult.Retry(null),
            { } error => new SendResult.RowFault(error),
            _ => new SendResult.Retry(null),
        };
}
