namespace InterviewBot.Hosting;

/// <summary>Which channels are on. The local chat is the embedded default: on when nothing else is, or when asked for.</summary>
internal sealed record ChannelChoice(bool Web)
{
    public static ChannelChoice Of(IConfiguration configuration)
    {
        if (!string.IsNullOrEmpty(configuration["Slack:BotToken"]))
            throw new CannotStart(
                "Slack:BotToken is set, but this release does not speak Slack yet; leave it out to use the local chat."
            );
        if (!string.IsNullOrEmpty(configuration["Teams:AppId"]) || configuration.GetValue<bool>("Teams:Anonymous"))
            throw new CannotStart(
                "Teams is configured, but this release does not speak Teams yet; leave it out to use the local chat."
            );
        return configuration.GetValue<bool?>("Web:Enabled") == false
            ? throw new CannotStart(
                "Web:Enabled is false and no other channel is configured: nobody could talk to the bot."
            )
            : new ChannelChoice(true);
    }
}
