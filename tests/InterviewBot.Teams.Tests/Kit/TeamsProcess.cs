using System.Net;
using System.Text;
using InterviewBot.Running;
using Xunit;

namespace InterviewBot.Teams.Tests.Kit;

/// <summary>
/// The bot as a company runs it for Teams: a process of its own with the three keys of its Azure Bot and nothing else, behind the company's
/// proxy.
/// </summary>
public sealed class TeamsProcess : IAsyncDisposable
{
    private readonly Signer _signer = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interviewbot-teams-");
    private ProgramProcess? _process;
    private HttpClient? _client;
    private int _ids;

    public Microsofts Microsofts { get; private set; } = null!;

    public string Output => _process?.Output ?? "";

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
        var activity = Ana.Activity("message", $"f:{++_ids}", now);
        activity["text"] = text;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Authorization", $"Bearer {(by ?? _signer).Token(now)}");
        using var answer = await _client!.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Ctrl-C; its exit code.</summary>
    public Task<int> Stop() => _process!.Stop();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
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
        var bot = _process = ProgramProcess.Start(
            ["--data", Path.Combine(_folder.FullName, "data"), "--urls", "http://127.0.0.1:0"],
            new Dictionary<string, string>
            {
                ["Teams__AppId"] = BotHost.AppId,
                ["Teams__TenantId"] = BotHost.Tenant,
                ["Teams__ClientSecret"] = secret,
                ["HTTPS_PROXY"] = Microsofts.Proxy,
                ["SSL_CERT_FILE"] = trusted,
            }
        );
        await Until.True(() => bot.HasExited || bot.Address is not null);
        Assert.False(bot.HasExited, Output);
        _client = new HttpClient { BaseAddress = bot.Address };
    }
}
