namespace InterviewBot.Teams.Calling;

/// <summary>The token by which the Connector knows the bot. Cached until shortly before it ends.</summary>
internal interface IBotToken
{
    /// <param name="refused">One that the Connector turned down: get another. Null: any that is valid.</param>
    /// <exception cref="NoToken">None is to be had.</exception>
    Task<string> Get(string? refused, CancellationToken ct);
}

/// <summary>No token could be got. Carries codes only, never the answer's text.</summary>
/// <param name="code">As the login tells it: <c>invalid_client</c>, <c>unauthorized_client</c>.</param>
internal sealed class NoToken(string code, Exception why) : Exception("No token for Teams.", why)
{
    public string Code { get; } = code;
}
