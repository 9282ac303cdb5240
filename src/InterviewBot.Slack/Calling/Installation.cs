using Microsoft.Extensions.Logging;

namespace InterviewBot.Slack.Calling;

/// <summary>Whether the workspace still lets us in. Once it does not, no more calls are made until the process starts with another token.</summary>
internal sealed class Installation(ILogger<Installation> logger)
{
    private string? death;

    public bool IsDead => death is not null;

    public static bool IsDeadly(string error) =>
        error
            is "invalid_auth"
                or "not_authed"
                or "token_expired"
                or "token_revoked"
                or "account_inactive"
                or "org_login_required"
                or "team_disabled"
                or "user_removed_from_team"
                or "app_uninstalled";

    public void Died(string error)
    {
        if (Interlocked.CompareExchange(ref death, error, null) is null)
            logger.InstallationDead(error);
    }
}
