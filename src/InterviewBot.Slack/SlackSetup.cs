using InterviewBot.Delivery.Channels;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Receiving;
using InterviewBot.Slack.Showing;
using InterviewBot.Slack.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace InterviewBot.Slack;

/// <summary>What the host calls to speak Slack.</summary>
public static class SlackSetup
{
    /// <summary>Slack is on when a bot token is configured, or a client id with which workspaces install the app themselves.</summary>
    public static bool IsConfigured(IConfiguration configuration) =>
        Has(configuration, nameof(SlackOptions.BotToken)) || Has(configuration, nameof(SlackOptions.ClientId));

    private static bool Has(IConfiguration configuration, string key) =>
        !string.IsNullOrWhiteSpace(configuration[$"{SlackOptions.Section}:{key}"]);

    /// <summary>
    /// Needs from the host: <c>IReception</c>, <c>IGuideShelf</c>, <c>IReadRows</c>, <c>IOutbox</c>, <c>ISurfaceDrawer</c>, <c>IAddressBook</c>, keys of Data Protection, logging. Gives
    /// <see cref="IChannel"/> "slack", and <see cref="SlackHouse"/> for persons of channel "slack".
    /// </summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SlackOptions>().Bind(configuration.GetSection(SlackOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        AddClients(services);
        services.AddDataProtection();
        services.TryAddSingleton(new Patience());
        services.AddSingleton<Vault>();
        services.AddSingleton<Workspaces>();
        services.AddHostedService(s => s.GetRequiredService<Workspaces>());
        services.AddSingleton(s => new SlackHouse(
            s.GetRequiredService<IOptions<SlackOptions>>(),
            s.GetRequiredService<Workspaces>()
        ));
        services.AddSingleton<IHouse>(s => s.GetRequiredService<SlackHouse>());
        services.AddSingleton<SlackApi>();
        services.AddSingleton<SlackHealth>();
        services.AddSingleton<IChannelHealth>(s => s.GetRequiredService<SlackHealth>());
        services.AddSingleton<People>();
        services.AddSingleton<MovedChannels>();
        services.AddSingleton<DirectMessages>();
        services.AddSingleton<Audiences>();
        services.AddSingleton<PostLookup>();
        services.AddSingleton<PictureFiles>();
        services.AddSingleton<SlackChannel>();
        services.AddSingleton<IChannel>(s => s.GetRequiredService<SlackChannel>());
        services.AddSingleton<Deliveries>();
        services.AddSingleton<Afterwards>();
        services.AddHostedService(s => s.GetRequiredService<Afterwards>());
        services.AddSingleton<PrivateAnswers>();
        services.AddSingleton<ShownCards>();
        services.AddSingleton<AnsweredLines>();
        services.AddSingleton<TypedText>();
        services.AddSingleton<Lines>();
        services.AddSingleton<BoardPlaces>();
        services.AddSingleton<Orders>();
        services.AddSingleton<EventInbox>();
        services.AddSingleton<CommandInbox>();
        services.AddSingleton<ActionInbox>();
        services.AddSingleton<ViewInbox>();
        services.AddSingleton<SlackInbox>();
        services.AddSingleton<DirectHistory>();
        services.AddSingleton<LateNews>();
        services.AddSingleton<CatchingUp>();
        services.AddSingleton<Gaps>();
        services.AddHostedService(s => s.GetRequiredService<CatchingUp>());
        services.AddSingleton<Installing.InstallState>();
        services.AddSingleton<Installing.InstallEndpoint>();
        if (Has(configuration, nameof(SlackOptions.AppToken)))
            services.AddHostedService<SocketMode>();
        else
            services.AddSingleton<Bodies>().AddSingleton<SlackEndpoint>();
        return services;
    }

    /// <summary>
    /// Slack's requests, all at <c>/slack/events</c> (also as <c>/slack/commands</c> and <c>/slack/interactivity</c>), but with Socket Mode; and
    /// <c>/slack/install</c> and <c>/slack/oauth</c> where workspaces install the app themselves.
    /// </summary>
    public static void MapSlack(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (options.TakesInstallations)
        {
            routes.MapGet(
                "/slack/install",
                (HttpContext context, Installing.InstallEndpoint install) => install.Begin(context)
            );
            routes.MapGet(
                "/slack/oauth",
                (HttpContext context, Installing.InstallEndpoint install) => install.Finish(context)
            );
        }
        if (options.UsesSockets)
            return;
        foreach (var path in (string[])["/slack/events", "/slack/commands", "/slack/interactivity"])
            routes
                .MapPost(path, (HttpRequest request, SlackEndpoint endpoint) => endpoint.Take(request))
                .DisableAntiforgery();
    }

    private static void AddClients(IServiceCollection services)
    {
        // No redirects: a redirect would carry the token to wherever it points.
        static SocketsHttpHandler Straight() =>
            new()
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            };

        services
            .AddHttpClient(
                SlackApi.SendingClient,
                (s, client) => client.Timeout = s.GetRequiredService<Patience>().Sending
            )
            .ConfigurePrimaryHttpMessageHandler(Straight);
        services
            .AddHttpClient(
                SlackApi.AskingClient,
                (s, client) => client.Timeout = s.GetRequiredService<Patience>().Sending
            )
            .ConfigurePrimaryHttpMessageHandler(Straight)
            .AddResilienceHandler(
                SlackApi.AskingClient,
                (pipeline, context) =>
                    pipeline
                        .AddRetry(
                            new HttpRetryStrategyOptions
                            {
                                MaxRetryAttempts = 2,
                                Delay = TimeSpan.FromMilliseconds(250),
                                BackoffType = DelayBackoffType.Exponential,
                                UseJitter = true,
                                // A long Retry-After is for the caller to keep; waiting for it here would outlast every patience.
                                ShouldRetryAfterHeader = false,
                                ShouldHandle = attempt =>
                                    ValueTask.FromResult(
                                        attempt.Outcome
                                            is { Exception: HttpRequestException }
                                                or {
                                                    Result.StatusCode: >= System.Net.HttpStatusCode.InternalServerError
                                                }
                                    ),
                            }
                        )
                        .AddTimeout(context.ServiceProvider.GetRequiredService<Patience>().Try)
            );
    }
}
