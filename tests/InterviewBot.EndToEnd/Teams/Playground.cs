using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace InterviewBot.EndToEnd.Teams;

/// <summary>
/// Microsoft 365 Agents Playground, the Teams-like client by Microsoft (npm, tests/npm-teams), before a bot: headless, without telemetry, in a
/// folder of its own, where it leaves its log.
/// </summary>
public sealed class Playground : IAsyncDisposable
{
    /// <summary>Who sits at it, by its default configuration.</summary>
    public const string User = "user-id-0";

    public const string Channel = "channel-announcements-id";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("playground-");
    private readonly Process _process;
    private readonly HttpClient _http;
    private string _output = "";

    private Playground(Uri bot, int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}");
        var script = Path.Combine(
            BotProcess.Root,
            "tests/npm-teams/node_modules/@microsoft/m365agentsplayground/cli.js"
        );
        if (!File.Exists(script))
            throw new InvalidOperationException(
                "The Playground is missing: npm ci --ignore-scripts in tests/npm-teams."
            );
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var argument in (string[])
                [
                    script,
                    "start",
                    "-e",
                    new Uri(bot, "/api/messages").ToString(),
                    "-c",
                    "msteams",
                    "-p",
                    $"{Address.Port}",
                    "--disable-telemetry",
                ]
        )
            start.ArgumentList.Add(argument);
        // It opens no browser of its own.
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _output += line.Data + "\n";
        _process.ErrorDataReceived += (_, line) => _output += line.Data + "\n";
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public Uri Address { get; private set; }

    /// <summary>The id of the personal chat: a new one at each start.</summary>
    public string Chat { get; private set; } = "";

    public string Group { get; private set; } = "";
    public string Bot { get; private set; } = "";

    /// <param name="port">The one that the bot was told of.</param>
    public static async Task<Playground> Start(Uri bot, int port)
    {
        var playground = new Playground(bot, port);
        try
        {
            await playground.Ready();
            return playground;
        }
        catch
        {
            await playground.DisposeAsync();
            throw;
        }
    }

    /// <summary>The app is added to the personal chat: two events reach the bot.</summary>
    public async Task Install() => await Post($"/_debug/conversation/{Chat}/installation", new JsonObject());

    public Task Say(string text) => Say(Chat, text);

    public async Task Say(string conversation, string text, bool mentions = false) =>
        await Post(
            $"/_conversation/v1/conversations/{conversation}/messages",
            new JsonObject
            {
                ["from"] = new JsonObject { ["id"] = User },
                ["text"] = mentions ? $"<at>Test Bot</at> {text}" : text,
                ["textFormat"] = "plain",
                ["mentions"] = mentions
                    ? new JsonArray(
                        new JsonObject
                        {
                            ["mentioned"] = new JsonObject { ["id"] = Bot },
                            ["text"] = "<at>Test Bot</at>",
                        }
                    )
                    : new JsonArray(),
            }
        );

    /// <summary>The bot's answer to a press: <c>type</c> and <c>value</c>.</summary>
    public async Task<JsonObject> Press(string message, JsonObject action) =>
        (JsonObject)
            (
                await Post(
                    "/_conversation/v1/invoke",
                    new JsonObject
                    {
                        ["name"] = "adaptiveCard/action",
                        ["from"] = new JsonObject { ["id"] = User },
                        ["conversation"] = new JsonObject { ["id"] = Chat },
                        ["replyToId"] = message,
                        ["value"] = new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = "manual" },
                    }
                )
            )!;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
        _http.Dispose();
        _folder.Delete(true);
    }

    private async Task<JsonNode?> Post(string path, JsonObject body)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"The Playground answered {(int)answer.StatusCode} to {path}: {text}");
        return text.StartsWith('{') ? JsonNode.Parse(text) : null;
    }

    private async Task Ready()
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience && !_process.HasExited)
        {
            try
            {
                var config = await _http.GetFromJsonAsync<JsonObject>(
                    new Uri("/_internal/v1/testConfig", UriKind.Relative)
                );
                Chat = (string)config!["config"]!["personalChat"]!["id"]!;
                Group = (string)config["config"]!["groupChats"]![0]!["id"]!;
                Bot = (string)config["config"]!["bot"]!["id"]!;
                return;
            }
            catch (Exception why) when (why is HttpRequestException or TaskCanceledException)
            {
                // not listening yet
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        throw new InvalidOperationException($"The Playground did not become ready:\n{_output}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
