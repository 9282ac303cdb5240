using System.Net;
using Xunit;

namespace InterviewBot.EndToEnd;

/// <summary>
/// The real process as a proxy on the same machine reaches it that keeps still about itself (docs/behind-a-proxy.md): by its loopback
/// address, with the bot's own Host, in HTTP/1.1 and without a header of a proxy.
/// </summary>
public sealed class BehindAProxy
{
    private static readonly string[] LocalPaths =
    [
        "/",
        "/?as=recruiter",
        "/local/token",
        "/local/interviewer/live",
        "/local/assets/chat.js",
        "/guides",
        "/guides/backend-python.en",
        "/guides/assets/guides.css",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_local_is_served_without_the_key_whatever_channels_are_on(bool teams)
    {
        var settings = teams
            ? new Dictionary<string, string> { ["Teams__Anonymous"] = "true" }
            : new Dictionary<string, string>();
        await using var bot = new BotProcess(Path.Combine(BotProcess.Root, "flows"), settings: settings);
        await bot.Start();
        using var http = new HttpClient { BaseAddress = bot.Address };
        foreach (var path in LocalPaths)
        {
            using var answer = await http.GetAsync(
                new Uri(path, UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, path);
        }
        Assert.Equal(
            "live",
            await http.GetStringAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken)
        );
        var key = bot.Pages.Query[1..];
        var printed = new Uri(bot.Address, teams ? $"/guides?{key}" : $"/?{key}");
        Assert.Contains(printed.ToString(), bot.Output, StringComparison.Ordinal);
        using var opened = await http.GetAsync(printed, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(bot.Data, "keys", "local-pages"))
            );
        Assert.Equal(0, await bot.Stop());
    }
}
