using InterviewBot.Delivery.Receiving;
using InterviewBot.Slack;
using InterviewBot.Web;
using InterviewBot.Web.People;

namespace InterviewBot.Hosting;

/// <summary>Which channels are on. The local chat is the embedded default: on when nothing else is, or when asked for.</summary>
internal sealed record ChannelChoice(bool Web, bool Slack)
{
    public static ChannelChoice Of(IConfiguration configuration)
    {
        if (!string.IsNullOrEmpty(configuration["Teams:AppId"]) || configuration.GetValue<bool>("Teams:Anonymous"))
            throw new CannotStart(
                "Teams is configured, but this release does not speak Teams yet; leave it out to use the local chat."
            );
        var slack = SlackSetup.IsConfigured(configuration);
        var web = configuration.GetValue<bool?>("Web:Enabled") ?? !slack;
        return web || slack
            ? new ChannelChoice(web, slack)
            : throw new CannotStart(
                "Web:Enabled is false and no other channel is configured: nobody could talk to the bot."
            );
    }

    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        if (Web)
            services.AddLocalChat();
        if (Slack)
            services.AddSlack(configuration);
        services.AddSingleton<IHouse>(s =>
        {
            var houses = new Dictionary<string, IHouse>();
            if (Web)
                houses[LocalPeople.Channel] = s.GetRequiredService<LocalHouse>();
            if (Slack)
                houses[SlackHouse.ChannelName] = s.GetRequiredService<SlackHouse>();
            return new Houses(houses);
        });
    }

    public void Map(WebApplication app)
    {
        if (Web)
            app.MapLocalChat();
        if (Slack)
            app.MapSlack();
    }
}
