namespace InterviewBot.Slack.Calling;

/// <summary>
/// One installation of the app: in a workspace (<c>T…</c>), or across an organisation of Enterprise Grid (<c>E…</c>), where one token serves all its
/// workspaces and a person has one id in all of them.
/// </summary>
/// <param name="id">The installation of places and persons: the workspace, or the organisation it is installed across.</param>
/// <param name="botUser">What the bot is mentioned by.</param>
/// <param name="enterprise">The organisation the workspace is part of; null outside of Enterprise Grid.</param>
/// <param name="installedAt">Null: the configured token, whose age nobody knows.</param>
internal sealed class Workspace(
    string id,
    string token,
    string botUser,
    string? botId,
    string? enterprise,
    DateTimeOffset? installedAt = null
)
{
    private string? death;

    public string Id => id;

    public string Token => token;

    public string BotUser => botUser;

    public string? BotId => botId;

    public string? Enterprise => enterprise;

    public DateTimeOffset? InstalledAt => installedAt;

    public bool IsAcrossOrganisation => id == enterprise;

    /// <summary>Slack does not let us in any more: no call is made until it is installed again.</summary>
    public bool IsDead => death is not null;

    /// <summary>Slack's code for it; null: it lives.</summary>
    public string? Death => death;

    /// <summary>Whether it is news.</summary>
    public bool Died(string error) => Interlocked.CompareExchange(ref death, error, null) is null;

    /// <summary>Errors that no waiting mends.</summary>
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
}
