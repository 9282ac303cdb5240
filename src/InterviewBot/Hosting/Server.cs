using InterviewBot.Delivery.Channels;
using InterviewBot.Delivery.Pumping;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Seams;
using InterviewBot.Shelf;
using InterviewBot.Store;
using InterviewBot.Store.Sqlite;
using InterviewBot.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace InterviewBot.Hosting;

/// <summary>Puts the rooms together: store, desks, channels, pump, pages.</summary>
internal static class Server
{
    /// <param name="settings">Wins over files, environment and command line.</param>
    /// <exception cref="CannotStart">The configuration asks for something impossible, an address is taken, or the data folder cannot be made.</exception>
    public static WebApplication Build(IReadOnlyDictionary<string, string?> settings)
    {
        var now = TimeProvider.System.GetUtcNow();
        var warm = WarmUp.Begin(now);
        // The slim builder: no Windows authentication, no event log, no start-up filters; a quarter of the start time.
        // Settings are read once. Following appsettings.json watches the whole working folder, which may be / and always holds the data.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] }
        );
        builder.Configuration.AddInMemoryCollection(settings);
        Addresses.Choose(builder);
        ConsoleLog.AddTo(builder);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Their words hold addresses and texts of exceptions; the rooms log what counts in their own.
        builder.Logging.AddFilter("Polly", LogLevel.None);
        builder.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.None);
        // The keys guard the tokens of the local page and lie beside the data, which is no better guarded.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        ConfigurationKeys.Check(builder.Configuration);
        var channels = ChannelChoice.Of(builder.Configuration);
        AddOptions(builder);
        GuideFolderRight.Check(new GuidesOptions { Path = builder.Configuration["Guides:Path"] }.FullFolder);
        AddStore(builder);
        var key = AddKeys(builder);
        AddDesks(builder.Services);
        channels.AddTo(builder.Services, builder.Configuration);
        builder.Services.AddGuidePages();
        builder.Services.AddProblemDetails();
        // Last in, first out: the pump stops before what it works with.
        builder.Services.AddHostedService<PumpService>();
        Telemetry.AddTo(builder);

        var app = builder.Build();
        Failures.AnswerWithout(app);
        WarmUp.GoOn(warm, app.Services, channels, now);
        Health.Map(app);
        app.MapGuidePages(key);
        channels.Map(app, key);
        Welcome.SayWhenStarted(app, channels, key);
        foreach (var unknown in ConfigurationKeys.Unknown(app.Configuration))
            app.Logger.UnknownKey(unknown);
        return app;
    }

    private static void AddOptions(WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StoreOptions>().BindConfiguration("Store");
        builder.Services.AddOptions<GuidesOptions>().BindConfiguration("Guides");
        builder.Services.AddOptions<WebOptions>().BindConfiguration("Web");
    }

    private static void AddStore(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services =>
        {
            var options = services.GetRequiredService<IOptions<StoreOptions>>().Value;
            try
            {
                return SqliteStore.Open(
                    options.ConnectionString,
                    services.GetRequiredService<TimeProvider>(),
                    services.GetRequiredService<ILogger<SqliteStore>>()
                );
            }
            catch (Exception why) when (why is StoreInUse or StoreTooNew or StoreUnusable)
            {
                throw new CannotStart(why.Message);
            }
        });
        builder.Services.AddSingleton<IInterviewLog>(s => s.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<IGuideTexts>(s => s.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<IGuideVersions>(s => s.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<IReadRows>(s => s.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<IOutbox>(s => s.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<ILocalMessages>(s => s.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<IAddressBook>(s => s.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<IStoreHealth>(s => s.GetRequiredService<SqliteStore>());
    }

    // Beside the data file, so that pages survive a restart and nothing is written to a home folder.
    private static LocalKey AddKeys(WebApplicationBuilder builder)
    {
        var store = new StoreOptions();
        builder.Configuration.GetSection("Store").Bind(store);
        var keys = DataFolder.MakeKeys(DataFolder.Make(store));
        builder
            .Services.AddDataProtection()
            .SetApplicationName("interviewbot")
            .PersistKeysToFileSystem(new DirectoryInfo(keys));
        return LocalKeyFile.Read(keys);
    }

    private static void AddDesks(IServiceCollection services)
    {
        services.AddSingleton<IGuides, PinnedGuides>();
        services.AddSingleton<GuideFolder>();
        services.AddSingleton<IGuideShelf>(s => s.GetRequiredService<GuideFolder>());
        services.AddSingleton<IGuideFiles>(s => s.GetRequiredService<GuideFolder>());
        services.AddHostedService<GuideWatch>();
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
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<Pump>>(),
            s.GetRequiredService<PlaceTroubles>()
        ));
    }
}
