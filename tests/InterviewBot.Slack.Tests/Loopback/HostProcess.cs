using InterviewBot.Running;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>The bot as an operator runs it: a process of its own, configured by its environment, with the loopback Slack in Slack's place.</summary>
internal sealed class HostProcess(LoopbackSlack slack, string folder, bool sockets) : IAsyncDisposable
{
    private const int MostTries = 500;
    private ProgramProcess? process;

    public string Output => process?.Output ?? "";

    public HttpClient Client { get; private set; } = null!;

    public async Task Start()
    {
        var guides = Directory.CreateDirectory(Path.Combine(folder, "guides")).FullName;
        File.Copy(
            Path.Combine(Approved.Root, "tests", "InterviewBot.Slack.Tests", "Loopback", "backend.md"),
            Path.Combine(guides, "backend.md"),
            overwrite: true
        );
        var address = await Started(guides);
        Client = new HttpClient { BaseAddress = address };
        await Until.True(() => Output.Contains("Slack is on.", StringComparison.Ordinal), "Slack is off.");
    }

    /// <summary>As Slack delivers: what is not acknowledged, or finds nobody there, comes again.</summary>
    public Task<Deliver> Deliver()
    {
        if (sockets)
            return SocketDelivery.Of(slack);
        return Task.FromResult<Deliver>(
            async (kind, payload) =>
            {
                for (var tries = 0; ; tries++)
                {
                    try
                    {
                        var answer = await Bot.Deliver(Client, kind, payload);
                        // It had no time for it, and said so.
                        if (answer.Status != 503 || tries == MostTries)
                            return answer;
                    }
                    catch (HttpRequestException) when (tries < MostTries) { }
                    await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
                }
            }
        );
    }

    /// <summary>SIGKILL: no last words, no flushing.</summary>
    public async Task Kill()
    {
        await process!.Kill();
        Client.Dispose();
        if (sockets)
            await Until.True(() => !slack.Sockets.Any(s => s.IsOpen), "A dead process holds a connection.");
    }

    /// <summary>Ctrl-C; its exit code.</summary>
    public Task<int> Stop() => process!.Stop();

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
        Client?.Dispose();
    }

    private async Task<Uri> Started(string guides)
    {
        if (process is not null)
            await process.DisposeAsync();
        var bot = process = ProgramProcess.Start(
            ["--guides", guides, "--data", Path.Combine(folder, "data"), "--urls", "http://127.0.0.1:0"],
            new Dictionary<string, string>
            {
                ["Slack__BotToken"] = LoopbackSlack.BotToken,
                ["Slack__ApiBaseUrl"] = slack.ApiBase.ToString(),
                ["Slack__Recruiters__0"] = "U3",
                [sockets ? "Slack__AppToken" : "Slack__SigningSecret"] = sockets ? LoopbackSlack.AppToken : Bot.Secret,
            }
        );
        return await Until.Found(() => bot.Address, () => $"The bot did not start:\n{Output}");
    }
}
