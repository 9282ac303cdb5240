using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using InterviewBot.Delivery.Channels;
using InterviewBot.Delivery.Pumping;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Seams;
using InterviewBot.Store.Sqlite;
using InterviewBot.Teams.Calling;
using InterviewBot.Teams.Cards;
using InterviewBot.Teams.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Teams.Tests.Kit;

/// <summary>The bot with its real rooms on a file of its own, before the loopback platform.</summary>
public sealed class BotHost : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Tenant = "tenant-1";
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;
    private readonly HttpClient _teams;
    private int _ids;

    private BotHost(WebApplication app, DirectoryInfo folder, TeamsPlatform platform, FakeTimeProvider clock)
    {
        (_app, _folder, Platform, Clock) = (app, folder, platform, clock);
        _teams = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public TeamsPlatform Platform { get; }
    public FakeTimeProvider Clock { get; }
    public Signer Signer { get; } = new();
    public IServiceProvider Services => _app.Services;
    internal Pump Pump => _app.Services.GetRequiredService<Pump>();

    public static async Task<BotHost> Start(
        IReadOnlyDictionary<string, string?>? settings = null,
        string urls = "http://127.0.0.1:0"
    )
    {
        var platform = await TeamsPlatform.Start();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 13, 0, 0, TimeSpan.Zero));
        var folder = Directory.CreateTempSubdirectory("interviewbot-teams-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Teams:AppId"] = AppId,
                ["Teams:TenantId"] = Tenant,
                ["Teams:ClientSecret"] = "not-used",
                ["Teams:OpenIdMetadataUrl"] = $"{platform.Address}openid",
            }
        );
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.WebHost.UseUrls(urls);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        AddRooms(builder.Services, folder, clock);
        builder.Services.AddSingleton<IBotToken, FixedToken>();
        builder.Services.AddTeams(builder.Configuration);
        builder
            .Services.AddHttpClient(Transport.Connector)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new ToLoopback(platform.Address) { InnerHandler = Transport.Handler() }
            );
        var app = builder.Build();
        app.MapTeams();
        await app.StartAsync();
        var host = new BotHost(app, folder, platform, clock);
        platform.Keys.Add(host.Signer.Jwk());
        return host;
    }

    public async Task<(HttpStatusCode Status, JsonObject? Body)> Send(
        JsonObject activity,
        string? token = null,
        bool withToken = true
    )
    {
        Clock.Advance(TimeSpan.FromSeconds(2));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (withToken)
            request.Headers.TryAddWithoutValidation(
                "Authorization",
                token ?? $"Bearer {Signer.Token(Clock.GetUtcNow())}"
            );
        using var answer = await _teams.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject);
    }

    public async Task<HttpStatusCode> SendRaw(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Signer.Token(Clock.GetUtcNow())}");
        using var answer = await _teams.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Everything that follows: private answers, cards.</summary>
    public async Task Settle()
    {
        await Services.GetRequiredService<Afterwards>().Settled();
        await Pump.RunUntilIdle();
        await Services.GetRequiredService<Afterwards>().Settled();
    }

    public string NextId() => $"f:{++_ids}";

    public async ValueTask DisposeAsync()
    {
        _teams.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Platform.DisposeAsync();
        Signer.Dispose();
        _folder.Delete(true);
    }

    private static void AddRooms(IServiceCollection services, DirectoryInfo folder, TimeProvider clock)
    {
        services.AddSingleton(_ => SqliteStore.Open(Path.Combine(folder.FullName, "interviews.db"), clock));
        services.AddSingleton<IInterviewLog>(s => s.GetRequiredService<SqliteStore>());
        services.AddSingleton<IGuideTexts>(s => s.GetRequiredService<SqliteStore>());
        services.AddSingleton<IReadRows>(s => s.GetRequiredService<SqliteStore>());
        services.AddSingleton<IOutbox>(s => s.GetRequiredService<SqliteStore>());
        services.AddSingleton<IAddressBook>(s => s.GetRequiredService<SqliteStore>());
        services.AddSingleton<Shelf>();
        services.AddSingleton<IGuides>(s => s.GetRequiredService<Shelf>());
        services.AddSingleton<IGuideShelf>(s => s.GetRequiredService<Shelf>());
        services.AddSingleton<InterviewDesk>();
        services.AddSingleton<LoopDesk>();
        services.AddSingleton<Errands>();
        services.AddSingleton<PlaceTroubles>();
        services.AddSingleton<LinesBelow>();
        services.AddSingleton<ISurfaceDrawer, SurfaceDrawer>();
        services.AddSingleton<IReception, Reception>();
        services.AddSingleton(s => new Pump(
            s.GetRequiredService<IOutbox>(),
            s.GetRequiredService<Errands>(),
            s.GetRequiredService<ISurfaceDrawer>(),
            s.GetServices<IChannel>(),
            clock,
            NullLogger<Pump>.Instance,
            s.GetRequiredService<PlaceTroubles>()
        ));
    }

    private sealed class FixedToken : IBotToken
    {
        public Task<string> Get(string? refused, CancellationToken ct) => Task.FromResult(TeamsPlatform.BotToken);
    }

    /// <summary>Leads what goes to Teams' own host to loopback, behind the check of hosts.</summary>
    private sealed class ToLoopback(Uri platform) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.RequestUri!.Host == "smba.trafficmanager.net")
                request.RequestUri = new Uri(platform, request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
