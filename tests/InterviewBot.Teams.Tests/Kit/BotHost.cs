using System.Collections.Concurrent;
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
    public const string Secret = "the-secret";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interviewbot-teams-");
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly string _urls;
    private readonly Shelf _shelf;
    private WebApplication _app = null!;
    private HttpClient? _teams;
    private int _ids;

    private BotHost(TeamsPlatform platform, IReadOnlyDictionary<string, string?> settings, string urls, Shelf shelf)
    {
        (Platform, _settings, _urls, _shelf) = (platform, settings, urls, shelf);
        Platform.Keys.Add(Signer.Jwk());
    }

    public TeamsPlatform Platform { get; }

    /// <summary>What the next calls to the Connector end with, before anything reached it.</summary>
    public ConcurrentQueue<Exception> Breaks { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 13, 0, 0, TimeSpan.Zero));
    public Signer Signer { get; } = new();
    public IServiceProvider Services => _app.Services;
    internal FixedToken Token { get; } = new();
    public Shelf Shelf => Services.GetRequiredService<Shelf>();
    internal Pump Pump => _app.Services.GetRequiredService<Pump>();

    public static async Task<BotHost> Start(
        IReadOnlyDictionary<string, string?>? settings = null,
        string urls = "http://127.0.0.1:0",
        Shelf? shelf = null
    )
    {
        var host = new BotHost(
            await TeamsPlatform.Start(),
            settings ?? new Dictionary<string, string?>(),
            urls,
            shelf ?? new Shelf()
        );
        try
        {
            await host.Run();
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
        return host;
    }

    /// <summary>Stops, waits and starts again on the same file.</summary>
    public async Task Restart(TimeSpan away)
    {
        _teams!.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Clock.Advance(away);
        await Run();
    }

    private async Task Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Teams:AppId"] = AppId,
                ["Teams:TenantId"] = Tenant,
                ["Teams:ClientSecret"] = Secret,
                ["Teams:PlaygroundUrl"] = Platform.Address.ToString(),
                ["Teams:OpenIdMetadataUrl"] = $"{Platform.Address}openid",
            }
        );
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.WebHost.UseUrls(_urls);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        AddRooms(builder.Services, _folder, Clock, _shelf);
        builder.Services.AddSingleton<IBotToken>(Token);
        builder.Services.AddTeams(builder.Configuration);
        builder
            .Services.AddHttpClient(Transport.Connector)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new ToLoopback(Platform.Address, this) { InnerHandler = Transport.Handler() }
            );
        _app = builder.Build();
        _app.MapTeams();
        await _app.StartAsync();
        _teams = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
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
        using var answer = await _teams!.SendAsync(request);
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
        using var answer = await _teams!.SendAsync(request);
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> SendWith(
        JsonObject activity,
        string header,
        string value,
        string type = "application/json"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, type),
        };
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await _teams!.SendAsync(request);
        return answer.StatusCode;
    }

    // Under way on a clock that nobody moves, a sending would wait for ever, and CI with it.
    private static readonly TimeSpan LongestSettling = TimeSpan.FromMinutes(3);

    /// <summary>Everything that follows: private answers, cards.</summary>
    public async Task Settle()
    {
        await Services.GetRequiredService<Afterwards>().Settled();
        await Pump.RunUntilIdle().WaitAsync(LongestSettling, TimeProvider.System);
        await Services.GetRequiredService<Afterwards>().Settled();
    }

    public string NextId() => $"f:{++_ids}";

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Without it the start failed, and there is nothing to stop.
            if (_teams is not null)
            {
                _teams.Dispose();
                await _app.StopAsync();
            }
            await _app.DisposeAsync();
            await Platform.DisposeAsync();
            Signer.Dispose();
        }
        finally
        {
            // Also when stopping failed: thousands of folders are left behind otherwise.
            _folder.Delete(true);
        }
    }

    private static void AddRooms(IServiceCollection services, DirectoryInfo folder, TimeProvider clock, Shelf shelf)
    {
        services.AddSingleton(_ => SqliteStore.Open(Path.Combine(folder.FullName, "interviews.db"), clock));
        services.AddSingleton<IInterviewLog>(s => s.GetRequiredService<SqliteStore>());
        services.AddSingleton<IGuideTexts>(s => s.GetRequiredService<SqliteStore>());
        services.AddSingleton<IReadRows>(s => s.GetRequiredService<SqliteStore>());
        services.AddSingleton<IOutbox>(s => s.GetRequiredService<SqliteStore>());
        services.AddSingleton(s => new Book(s.GetRequiredService<SqliteStore>()));
        services.AddSingleton<IAddressBook>(s => s.GetRequiredService<Book>());
        services.AddSingleton(shelf);
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

    /// <summary>The platform's token, or a stale one first.</summary>
    internal sealed class FixedToken : IBotToken
    {
        public bool StartsStale { get; set; }
        public int Asked { get; private set; }

        public Task<string> Get(string? refused, CancellationToken ct)
        {
            Asked++;
            return Task.FromResult(StartsStale && refused is null ? "stale-token" : TeamsPlatform.BotToken);
        }
    }

    /// <summary>Leads what goes to Teams' own host to loopback, behind the check of hosts.</summary>
    private sealed class ToLoopback(Uri platform, BotHost host) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (host.Breaks.TryDequeue(out var how))
                throw how;
            if (request.RequestUri!.Host == "smba.trafficmanager.net")
                request.RequestUri = new Uri(platform, request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
