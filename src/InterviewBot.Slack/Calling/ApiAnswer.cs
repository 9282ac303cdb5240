using System.Text.Json;

namespace InterviewBot.Slack.Calling;

/// <summary>What came of a call. HTTP says 200 even to failures: <see cref="Error"/> is Slack's code, or one of ours.</summary>
/// <param name="Error">Null: it worked.</param>
/// <param name="RetryAfter">With <see cref="RateLimited"/>: how long Slack wants to be left alone by this method.</param>
internal sealed record ApiAnswer(JsonElement Body, string? Error, TimeSpan? RetryAfter = null)
{
    public const string RateLimited = "ratelimited";

    /// <summary>Refused at the door, 5xx: it was not done.</summary>
    public const string Unavailable = "service_unavailable";

    /// <summary>No answer came: nobody knows whether it was done.</summary>
    public const string Unanswered = "no-answer";

    /// <summary>Not called at all: the workspace does not let us in.</summary>
    public const string Dead = "installation-dead";

    public bool Ok => Error is null;

    public bool IsPassing =>
        Error
            is RateLimited
                or Unavailable
                or Unanswered
                or "fatal_error"
                or "internal_error"
                or "request_timeout"
                or "team_added_to_org"
                or "access_denied_temporarily";
}
