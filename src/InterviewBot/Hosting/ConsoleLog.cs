using Microsoft.Extensions.Logging.Console;

namespace InterviewBot.Hosting;

/// <summary>One line with date and time an entry; <c>Logging:Console:FormatterName</c> <c>json</c> or <c>systemd</c> chooses another form.</summary>
internal static class ConsoleLog
{
    public static void AddTo(WebApplicationBuilder builder)
    {
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
        });
        // The line above sets the name too, after the configuration was read.
        if (builder.Configuration["Logging:Console:FormatterName"] is { Length: > 0 } name)
            builder.Services.PostConfigure<ConsoleLoggerOptions>(options => options.FormatterName = Known(name));
        builder.Services.Configure<JsonConsoleFormatterOptions>(static json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
    }

    private static string Known(string name) =>
        name.ToLowerInvariant()
            is ConsoleFormatterNames.Json
                or ConsoleFormatterNames.Systemd
                or ConsoleFormatterNames.Simple
            ? name.ToLowerInvariant()
            : throw new CannotStart($"Logging:Console:FormatterName is simple, json or systemd, not {name}.");
}
