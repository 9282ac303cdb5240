using InterviewBot.Delivery.Channels;
using InterviewBot.Slack.Calling;

namespace InterviewBot.Slack;

/// <summary>What Slack said of the configured tokens. The bot token is asked for as soon as somebody wants to know.</summary>
internal sealed class SlackHealth(Workspaces workspaces) : IChannelHealth
{
    private volatile string? appTokenRefused;

    public IReadOnlyList<string> Troubles
    {
        get
        {
            workspaces.AskSoon();
            return
            [
                .. new[]
                {
                    workspaces.Refused is { } bot ? $"Slack does not take the bot token: {bot}" : null,
                    appTokenRefused is { } app ? $"Slack does not take the app token: {app}" : null,
                }.OfType<string>(),
            ];
        }
    }

    public void AppTokenRefused(string error) => appTokenRefused = error;
}
