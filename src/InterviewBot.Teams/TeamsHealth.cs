using InterviewBot.Delivery.Channels;
using InterviewBot.Teams.Calling;

namespace InterviewBot.Teams;

/// <summary>What the login said of the configured secret, certificate or identity. It is asked as soon as somebody wants to know.</summary>
/// <param name="token">Null: no token is asked for (<c>Teams:Anonymous</c>).</param>
internal sealed class TeamsHealth(MsalToken? token) : IChannelHealth
{
    public IReadOnlyList<string> Troubles
    {
        get
        {
            token?.AskSoon();
            return token?.Refused is { } code
                ? [$"The login of Teams does not take the app's secret, certificate or identity: {code}"]
                : [];
        }
    }
}
