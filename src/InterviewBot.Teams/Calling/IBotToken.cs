namespace InterviewBot.Teams.Calling;

/// <summary>The token by which the Connector knows the bot. Cached until shortly before it ends.</summary>
internal interface IBotToken
{
    /// <param name="fresh">The last one was turned down: get another.</param>
    Task<string> Get(bool fresh, CancellationToken ct);
}
