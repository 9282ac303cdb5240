using InterviewBot.Delivery.Receiving;
using InterviewBot.Slack;
using InterviewBot.Teams;
using InterviewBot.Web;
using InterviewBot.Web.People;

namespace InterviewBot.Hosting;

/// <summary>Which channels are on. The local chat is the embedded default: on when nothing else is, or when asked for.</summary>
internal sealed record ChannelChoice(bool Web, bool Slack, bool Teams)
{
    public static ChannelChoice Of(IConfiguration configuration)
    {
        var slack = SlackSetup.IsConfigured(configuration);
        var teams = TeamsBot.IsConfigured(configuration);
        var web = configuration.GetValue<bool?>("Web:Enabled") ?? !(slack || teams);
        return web || slack || teams
            ? new ChannelChoice(web, slack, teams)
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
        if (Teams)
            services.AddTeams(configuration);
        // After the channels: the last one registered is the one that is asked.
        services.AddSingleton<IHouse>(s =>
        {
            var houses = new Dictionary<string, IHouse>();
            if (Web)
                houses[LocalPeople.Channel] = s.GetRequiredService<LocalHouse>();
            if (Slack)
                houses[SlackHouse.ChannelName] = s.GetRequiredService<SlackHouse>();
            if (Teams)
                houses[TeamsHouse.ChannelName] = s.GetRequiredService<TeamsHouse>();
            return new Houses(houses);
        });
    }

    public void Map(WebApplication app, LocalKey key)
    {
        if (Web)
            app.MapLocalChat(key);
        if (Slack)
            app.MapSlack();
        if (Teams)
            app.MapTeams();
    }
}
