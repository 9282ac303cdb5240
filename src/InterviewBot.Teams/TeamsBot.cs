using System.Text;
using InterviewBot.Delivery.Channels;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Teams.Calling;
using InterviewBot.Teams.Cards;
using InterviewBot.Teams.Guarding;
using InterviewBot.Teams.Receiving;
using InterviewBot.Teams.Remembering;
using InterviewBot.Teams.Showing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;

namespace InterviewBot.Teams;

/// <summary>Microsoft Teams as a channel.</summary>
public static class TeamsBot
{
    public const string Path = "/api/messages";

    /// <summary>Whether the configuration asks for Teams.</summary>
    public static bool IsConfigured(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration[$"{TeamsOptions.Section}:AppId"])
        || configuration.GetValue<bool>($"{TeamsOptions.Section}:Anonymous");

    /// <summary>Needs from the host: <c>IAddressBook</c>, <c>IOutbox</c>, <c>IReadRows</c>, <c>IReception</c>, <c>IGuideShelf</c>, <c>ISurfaceDrawer</c>, logging.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<TeamsOptions>().Bind(configuration.GetSection(TeamsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>>(new TeamsOptionsCheck(configuration));
        AddGuard(services);
        AddCalls(services);
        services.AddSingleton<TeamsAddresses>();
        services.AddSingleton(s => new TeamsHouse(
            s.GetRequiredService<IOptions<TeamsOptions>>(),
            s.GetRequiredService<TeamsAddresses>()
        ));
        services.AddSingleton<IHouse>(s => s.GetRequiredService<TeamsHouse>());
        services.AddSingleton<Pace>();
        services.AddSingleton<Rosters>();
        services.AddSingleton<Reopening>();
        services.AddSingleton<Routes>();
        services.AddSingleton<Absences>();
        services.AddHostedService(s => s.GetRequiredService<Absences>());
        services.AddSingleton<TeamsChannel>();
        services.AddSingleton<IChannel>(s => s.GetRequiredService<TeamsChannel>());
        services.AddSingleton<Afterwards>();
        services.AddHostedService(s => s.GetRequiredService<Afterwards>());
        services.AddSingleton<PrivateAnswers>();
        services.AddSingleton<StartForm>();
        services.AddSingleton<People>();
        services.AddSingleton<Prompts>();
        services.AddSingleton<Repeats>();
        services.AddSingleton<CardPresses>();
        services.AddSingleton<Dialogs>();
        services.AddSingleton<Installing>();
        services.AddSingleton<Lines>();
        services.AddSingleton<Arrivals>();
        return services;
    }

    public static void MapTeams(this IEndpointRouteBuilder routes) =>
        routes.MapPost(
            Path,
            async (HttpContext context) =>
            {
                var services = context.RequestServices;
                var (activity, status) = await services.GetRequiredService<Gate>().Open(context);
                var answer = activity is null
                    ? new Answer(status)
                    // Never the request's cancellation: what was accepted is finished.
                    : await services.GetRequiredService<Arrivals>().Take(activity);
                context.Response.StatusCode = answer.Status;
                context.Response.Headers.CacheControl = "no-store";
                if (answer.Body is { } body)
                {
                    context.Response.ContentType = "application/json; charset=utf-8";
                    await context.Response.WriteAsync(
                        body.ToJsonString(AdaptiveCard.Json),
                        Encoding.UTF8,
                        CancellationToken.None
                    );
                }
            }
        );

    private static void AddGuard(IServiceCollection services)
    {
        services.AddSingleton<IDocumentRetriever, MetadataDocuments>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<TokenCheck>();
        services.AddSingleton<Gate>();
        services.AddHostedService<LoopbackAtStart>();
    }

    private static void AddCalls(IServiceCollection services)
    {
        services.AddSingleton<TrustedHosts>();
        services.TryAddSingleton<IBotToken>(s => new MsalToken(s.GetRequiredService<IOptions<TeamsOptions>>()));
        services.AddSingleton(s => new Lazy<IBotToken>(s.GetRequiredService<IBotToken>));
        services.AddSingleton<IChannelHealth>(s => new TeamsHealth(
            s.GetRequiredService<IOptions<TeamsOptions>>().Value.Anonymous
                ? null
                : s.GetRequiredService<IBotToken>() as MsalToken
        ));
        services.AddTransient<TokenHandler>();
        services
            .AddHttpClient(Transport.Connector)
            .ConfigurePrimaryHttpMessageHandler(Transport.Handler)
            .AddHttpMessageHandler<TokenHandler>()
            .RemoveAllLoggers();
        services
            .AddHttpClient(Transport.Metadata)
            .ConfigurePrimaryHttpMessageHandler(Transport.Handler)
            .RemoveAllLoggers();
        services.AddSingleton<Connector>();
    }
}
