using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Delivery.Channels;
using InterviewBot.Delivery.Pumping;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Seams;
using InterviewBot.Slack.Receiving;
using InterviewBot.Slack.Signing;
using InterviewBot.Store.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>The bot as the host composes it, with Slack as its only channel and a store of its own.</summary>
internal sealed class Bot : IAsyncDisposable
{
    public const string Secret = "loopback-secret";

    // What is too slow is decided where it is tested, not by a busy machine.
    private static readonly Patience Unhurried = new()
    {
        Acknowledge = TimeSpan.FromSeconds(60),
        Question = TimeSpan.FromSeconds(60),
        Try = TimeSpan.FromSeconds(60),
        Sending = TimeSpan.FromSeconds(60),
    };
    private readonly WebApplication app;
    private readonly HttpClient client;

    private Bot(WebApplication app)
    {
        this.app = app;
        client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client => client;

    public IServiceProvider Services => app.Services;

    public static string NewFolder() => TestFolders.New();

    public static async Task<Bot> Start(
        LoopbackSlack slack,
        string folder,
        bool sockets = false,
        Action<IDictionary<string, string?>>? configure = null,
        Action<IServiceCollection>? services = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var settings = new Dictionary<string, string?>
        {
            ["Slack:BotToken"] = LoopbackSlack.BotToken,
            ["Slack:ApiBaseUrl"] = slack.ApiBase.ToString(),
            ["Slack:Recruiters:0"] = "U3",
        };
        settings[sockets ? "Slack:AppToken" : "Slack:SigningSecret"] = sockets ? LoopbackSlack.AppToken : Secret;
        configure?.Invoke(settings);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var rooms = builder.Services;
        rooms.AddSingleton(TimeProvider.System);
        rooms.AddSingleton(s => SqliteStore.Open(Path.Combine(folder, "interviews.db"), TimeProvider.System));
        rooms.AddSingleton<IInterviewLog>(s => s.GetRequiredService<SqliteStore>());
        rooms.AddSingleton<IGuideTexts>(s => s.GetRequiredService<SqliteStore>());
        rooms.AddSingleton<IReadRows>(s => s.GetRequiredService<SqliteStore>());
        rooms.AddSingleton<IOutbox>(s => s.GetRequiredService<SqliteStore>());
        rooms.AddSingleton<IAddressBook>(s => s.GetRequiredService<SqliteStore>());
        rooms.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        rooms.AddSingleton(Unhurried);
        rooms.AddSingleton<IGuides, PinnedGuides>();
        rooms.AddSingleton<IGuideShelf, OneGuide>();
        rooms.AddSingleton<InterviewDesk>();
        rooms.AddSingleton<LoopDesk>();
        rooms.AddSingleton<Errands>();
        rooms.AddSingleton<PlaceTroubles>();
        rooms.AddSingleton<LinesBelow>();
        rooms.AddSingleton<ISurfaceDrawer, SurfaceDrawer>();
        rooms.AddSingleton<IReception, Reception>();
        rooms.AddSingleton(s => new Pump(
            s.GetRequiredService<IOutbox>(),
            s.GetRequiredService<Errands>(),
            s.GetRequiredService<ISurfaceDrawer>(),
            s.GetServices<IChannel>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<Pump>>(),
            s.GetRequiredService<PlaceTroubles>()
        ));
        rooms.AddSlack(builder.Configuration);
        rooms.AddHostedService<Pumping>();
        services?.Invoke(rooms);
        var app = builder.Build();
        app.MapSlack();
        await app.StartAsync();
        return new Bot(app);
    }

    /// <summary>As Slack sends it: signed, over HTTP.</summary>
    public Task<HttpResponseMessage> Request(
        string body,
        string type,
        string path = "/slack/events",
        long? at = null,
        string? secret = null,
        Action<HttpRequestMessage>? change = null
    ) => Request(client, body, type, path, at, secret, change);

    public Task<(int Status, string Body)> Deliver(string kind, JsonObject payload) => Deliver(client, kind, payload);

    public static async Task<HttpResponseMessage> Request(
        HttpClient client,
        string body,
        string type,
        string path = "/slack/events",
        long? at = null,
        string? secret = null,
        Action<HttpRequestMessage>? change = null
    )
    {
        var stamp = $"{at ?? TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.Add(RequestSignature.TimestampHeader, stamp);
        request.Headers.Add(
            RequestSignature.SignatureHeader,
            new RequestSignature(secret ?? Secret, TimeProvider.System).Of(stamp, bytes)
        );
        change?.Invoke(request);
        return await client.SendAsync(request);
    }

    public static async Task<(int Status, string Body)> Deliver(HttpClient client, string kind, JsonObject payload)
    {
        using var response = kind switch
        {
            "events_api" => await Request(client, payload.ToJsonString(), "application/json; charset=utf-8"),
            "slash_commands" => await Request(
                client,
                Form(payload.Select(p => (p.Key, (string)p.Value!))),
                "application/x-www-form-urlencoded"
            ),
            _ => await Request(
                client,
                Form([("payload", payload.ToJsonString())]),
                "application/x-www-form-urlencoded"
            ),
        };
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task Stop() => app.StopAsync();

    /// <summary>Until nothing that follows acknowledgements is under way.</summary>
    public Task Settled() => Services.GetRequiredService<Afterwards>().Settled().WaitAsync(Until.Limit);

    /// <summary>The interviews that were committed: what was acknowledged stands there already.</summary>
    public async Task<int> Interviews(string organisation = $"slack:{LoopbackSlack.Team}") =>
        (
            await Services
                .GetRequiredService<IReadRows>()
                .List(ReadRowKinds.Interview, organisation, null, 100, CancellationToken.None)
        ).Count;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static string Form(IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"));

    private sealed class Pumping(Pump pump) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => pump.Run(stoppingToken);
    }

    private sealed class OneGuide : IGuideShelf
    {
        private static readonly string Text = File.ReadAllText(
            Path.Combine(Approved.Root, "tests", "InterviewBot.Slack.Tests", "Loopback", "backend.md")
        );

        public IReadOnlyList<ShelvedGuide> Guides { get; } = Read();

        private static IReadOnlyList<ShelvedGuide> Read()
        {
            var guide = GuideReader.Read("backend", Text).Guide!;
            return [new ShelvedGuide(new GuideText(guide.Hash, guide.Name, Text), guide)];
        }
    }
}
