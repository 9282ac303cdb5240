namespace InterviewBot.Teams.Calling;

/// <summary>The connections of this room: never over a redirect, as what is sent carries a token, and no cookies.</summary>
internal static class Transport
{
    public const string Connector = "teams-connector";
    public const string Metadata = "teams-metadata";

    public static SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(4),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
}
