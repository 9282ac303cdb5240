using System.Diagnostics;
using System.Text.RegularExpressions;
using InterviewBot.Slack.Tests.Loopback;

namespace InterviewBot.Slack.Tests.Installing;

/// <summary>The way of a real browser from the link to the consent page of another site and back, with its cookie.</summary>
public sealed partial class InABrowser
{
    [Fact]
    public async Task A_workspace_is_installed_by_following_the_link()
    {
        await using var slack = await LoopbackSlack.Start();
        slack.Users["U7"] = ("Sue", "en-GB", "Europe/London");
        slack.Homes["U7"] = "T2";
        slack.Consents = ("xoxb-of-the-second", new Installed("T2", null, false, "UBOT2"));
        await using var bot = await Bot.Start(
            slack,
            Bot.NewFolder(),
            configure: settings =>
            {
                settings["Slack:ClientId"] = LoopbackSlack.ClientId;
                settings["Slack:ClientSecret"] = LoopbackSlack.ClientSecret;
                // Another host name than the bot's: to the browser, another site.
                settings["Slack:ApiBaseUrl"] = $"http://localhost:{slack.ApiBase.Port}/api/";
            }
        );
        slack.AppRedirect = new Uri(bot.Client.BaseAddress!, "/slack/oauth");

        Assert.Contains(
            "InterviewBot is installed in <b>T2</b>",
            await Visit(bot, "/slack/install"),
            StringComparison.Ordinal
        );
        Assert.Single(slack.Calls, c => c is { Method: "oauth.v2.access", Error: null });
        var sue = new Person(slack, bot.Deliver, "U7", "T2");
        await sue.Say("start backend for Mia Moe");
        await sue.Card("Mia Moe");

        // Somebody is sent only the end of another's way: the code and the state without the cookie.
        var theirs = slack.Consent("xoxb-of-a-third", new Installed("T3", null, false, "UBOT3"));
        Assert.Contains(
            "Nothing was installed",
            await Visit(bot, $"/slack/oauth?code={theirs}&state=theirs"),
            StringComparison.Ordinal
        );
    }

    /// <summary>The text of the page on which Chromium ends.</summary>
    private static async Task<string> Visit(Bot bot, string path)
    {
        var start = new ProcessStartInfo("chromium") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            $"--user-data-dir={TestFolders.New()}",
            "--dump-dom",
            new Uri(bot.Client.BaseAddress!, path).ToString(),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var chromium = Process.Start(start)!;
        var page = chromium.StandardOutput.ReadToEndAsync();
        var errors = chromium.StandardError.ReadToEndAsync();
        await chromium.WaitForExitAsync().WaitAsync(Until.Limit);
        Assert.True(chromium.ExitCode == 0, await errors);
        return Paragraph()
            .Match(await page)
            .Groups[1]
            .Value.Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal);
    }

    [GeneratedRegex("<p>(.*)</p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();
}
