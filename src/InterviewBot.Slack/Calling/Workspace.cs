namespace InterviewBot.Slack.Calling;

/// <summary>The workspace that our token belongs to.</summary>
/// <param name="BotUser">What the bot is mentioned by.</param>
internal sealed record Workspace(string Team, string BotUser, string? BotId);

/// <summary>Asks once who we are (<c>auth.test</c>) and remembers it.</summary>
internal sealed class Workspaces(SlackApi api) : IDisposable
{
    private readonly SemaphoreSlim asking = new(1);
    private volatile Workspace? known;

    /// <summary>Null: Slack did not tell yet; ask again later.</summary>
    public async ValueTask<Workspace?> Ours(CancellationToken ct)
    {
        if (known is { } there)
            return there;
        await asking.WaitAsync(ct);
        try
        {
            if (known is not null)
                return known;
            var answer = await api.Ask("auth.test", [], ct);
            if (answer.Ok && answer.Body.Text("team_id") is { } team && answer.Body.Text("user_id") is { } user)
                known = new Workspace(team, user, answer.Body.Text("bot_id"));
            return known;
        }
        finally
        {
            asking.Release();
        }
    }

    public void Dispose() => asking.Dispose();
}
