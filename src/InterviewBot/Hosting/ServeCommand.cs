using System.CommandLine;
using System.Runtime.InteropServices;
using InterviewBot.Store.Sqlite;
using Microsoft.Extensions.Options;

namespace InterviewBot.Hosting;

/// <summary>The bot itself: what runs when no other command is given.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Guides = new("--guides")
    {
        Description = "Folder of the guides (configuration key Guides:Path)",
        HelpName = "FOLDER",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder for the data file (default: data)",
        HelpName = "FOLDER",
    };

    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = "Address to listen on (default: http://127.0.0.1:3978)",
        HelpName = "URL",
    };

    public static void AddTo(RootCommand root)
    {
        root.Add(Guides);
        root.Add(Data);
        root.Add(Urls);
        root.SetAction((parsed, ct) => Serve(parsed, ct));
    }

    private static async Task<int> Serve(ParseResult parsed, CancellationToken ct)
    {
        var settings = new Dictionary<string, string?>();
        if (parsed.GetValue(Guides) is { } guides)
            settings["Guides:Path"] = guides;
        if (parsed.GetValue(Data) is { } data)
            settings["Store:ConnectionString"] = SqliteStore.SourceOf(Path.Combine(data, "interviews.db"));
        if (parsed.GetValue(Urls) is { } urls)
            settings["urls"] = urls;
        try
        {
            await using var app = Server.Build(settings);
            // Before the host starts, which would log a stack for what is a matter of configuration.
            app.Services.GetService<IStartupValidator>()?.Validate();
            app.Services.GetRequiredService<SqliteStore>();
            // A terminal that is closed, or a service manager's reload: the bot stops as at any other signal.
            using var hangUp = OperatingSystem.IsWindows()
                ? null
                : PosixSignalRegistration.Create(
                    PosixSignal.SIGHUP,
                    signal =>
                    {
                        signal.Cancel = true;
                        app.Lifetime.StopApplication();
                    }
                );
            await app.RunAsync(ct);
            return 0;
        }
        catch (Exception why) when (CannotStart.Sentences(why) is { } sentences)
        {
            foreach (var sentence in sentences)
                await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }
}
