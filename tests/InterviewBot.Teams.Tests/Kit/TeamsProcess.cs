using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace InterviewBot.Teams.Tests.Kit;

/// <summary>
/// The bot as a company runs it for Teams: a process of its own with the three keys of its Azure Bot and nothing else, behind the company's
/// proxy. <c>INTERVIEWBOT_PROGRAM</c> names the published program; without it the built one runs.
/// </summary>
public sealed class TeamsProcess : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Signer _signer = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interviewbot-teams-");
    private Process _process = null!;
    private HttpClient _client = null!;
    private int _ids;

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public Microsofts Microsofts { get; private set; } = null!;

    public string Output => string.Join('\n', _output);

    public static async Task<TeamsProcess> Start(string secret = BotHost.Secret)
    {
        var bot = new TeamsProcess();
        await bot.Run(secret);
        return bot;
    }

    /// <summary>From an interviewer's own chat with the bot, signed as Teams signs.</summary>
    public async Task<HttpStatusCode> Types(string text, Signer? by = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = $"f:{++_ids}",
            ["timestamp"] = now.ToString("O"),
            ["channelId"] = "msteams",
            ["serviceUrl"] = TeamsPlatform.ServiceUrl,
            ["from"] = new JsonObject
            {
                ["id"] = "29:ana",
                ["name"] = "Ana",
                ["aadObjectId"] = "ana-object",
            },
            ["recipient"] = new JsonObject { ["id"] = $"28:{BotHost.AppId}", ["name"] = "InterviewBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = Ana.Chat,
                ["conversationType"] = "personal",
                ["tenantId"] = BotHost.Tenant,
            },
            ["locale"] = "en-US",
            ["localTimezone"] = "Europe/Berlin",
            ["text"] = text,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Authorization", $"Bearer {(by ?? _signer).Token(now)}");
        using var answer = await _client.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Ctrl-C; its exit code.</summary>
    public async Task<int> Stop()
    {
        using var signal = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process?.Dispose();
        _client?.Dispose();
        if (Microsofts is not null)
            await Microsofts.DisposeAsync();
        _signer.Dispose();
        _folder.Delete(true);
    }

    private async Task Run(string secret)
    {
        var trusted = Path.Combine(_folder.FullName, "trusted.pem");
        Microsofts = await Microsofts.Start(trusted);
        Microsofts.Platform.Keys.Add(_signer.Jwk());
        Microsofts.Platform.Conversations[Ana.Chat] = true;
        var published = Environment.GetEnvironmentVariable("INTERVIEWBOT_PROGRAM");
        var start = new ProcessStartInfo(published ?? "dotnet")
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            .. published is null
                ? (string[])[Path.Combine(Root, "src/InterviewBot/bin/Release/net10.0/interviewbot.dll")]
                : [],
            "--data",
            Path.Combine(_folder.FullName, "data"),
            "--urls",
            "http://127.0.0.1:0",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["Teams__AppId"] = BotHost.AppId;
        start.Environment["Teams__TenantId"] = BotHost.Tenant;
        start.Environment["Teams__ClientSecret"] = secret;
        start.Environment["HTTPS_PROXY"] = Microsofts.Proxy;
        start.Environment["SSL_CERT_FILE"] = trusted;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        const string says = "InterviewBot is at ";
        await Until.True(() =>
            _process.HasExited || _output.Any(line => line.StartsWith(says, StringComparison.Ordinal))
        );
        Assert.False(_process.HasExited, Output);
        _client = new HttpClient
        {
            BaseAddress = new Uri(
                _output.First(line => line.StartsWith(says, StringComparison.Ordinal))[says.Length..]
            ),
        };
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private void Keep(string? line)
    {
        if (line is not null)
            _output.Enqueue(line);
    }
}
