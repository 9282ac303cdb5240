using System.Collections.Concurrent;
using System.Diagnostics;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>The bot as an operator runs it: a process of its own, configured by its environment, with the loopback Slack in Slack's place.</summary>
internal sealed class HostProcess(LoopbackSlack slack, string folder, bool sockets) : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(
        Approved.Root,
        "src",
        "InterviewBot",
        "bin",
        "Release",
        "net10.0",
        "interviewbot.dll"
    );
    private const int MostTries = 500;
    private readonly ConcurrentQueue<string> output = new();
    private Process? process;

    public string Output => string.Join('\n', output);

    public HttpClient Client { get; private set; } = null!;

    public async Task Start()
    {
        // The published program, where one is named, passes the same tests as the built one.
        var published = Environment.GetEnvironmentVariable("INTERVIEWBOT_PROGRAM");
        Assert.True(
            File.Exists(published ?? Program),
            "The host is not built: dotnet build src/InterviewBot -c Release"
        );
        output.Clear();
        var start = new ProcessStartInfo(published ?? "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var guides = Directory.CreateDirectory(Path.Combine(folder, "guides")).FullName;
        File.Copy(
            Path.Combine(Approved.Root, "tests", "InterviewBot.Slack.Tests", "Loopback", "backend.md"),
            Path.Combine(guides, "backend.md"),
            overwrite: true
        );
        string[] arguments =
        [
            .. published is null ? (string[])[Program] : [],
            "--guides",
            guides,
            "--data",
            Path.Combine(folder, "data"),
            "--urls",
            "http://127.0.0.1:0",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["Slack__BotToken"] = LoopbackSlack.BotToken;
        start.Environment["Slack__ApiBaseUrl"] = slack.ApiBase.ToString();
        start.Environment["Slack__Recruiters__0"] = "U3";
        start.Environment[sockets ? "Slack__AppToken" : "Slack__SigningSecret"] = sockets
            ? LoopbackSlack.AppToken
            : Bot.Secret;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        const string says = "InterviewBot is at ";
        var address = await Until.Found(
            () => output.FirstOrDefault(l => l.StartsWith(says, StringComparison.Ordinal)),
            () => $"The bot did not start:\n{Output}"
        );
        Client = new HttpClient { BaseAddress = new Uri(address[says.Length..]) };
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
        process!.Kill();
        await process.WaitForExitAsync();
        Client.Dispose();
        if (sockets)
            await Until.True(() => !slack.Sockets.Any(s => s.IsOpen), "A dead process holds a connection.");
    }

    /// <summary>Ctrl-C; its exit code.</summary>
    public async Task<int> Stop()
    {
        using var signal = Process.Start("kill", ["-INT", $"{process!.Id}"]);
        await process.WaitForExitAsync().WaitAsync(Until.Limit);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
        process?.Dispose();
        Client?.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
            output.Enqueue(line);
    }
}
