using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using InterviewBot.Running;

namespace InterviewBot.EndToEnd;

/// <summary>The bot as a company runs it: a process of its own, on a free port of this machine, with its own data folder.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    private readonly string _guides;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly bool _asRun;
    private ProgramProcess? _process;

    /// <param name="settings">Further keys of the configuration, as in the environment (<c>Teams__Anonymous</c>).</param>
    /// <param name="asRun">As <c>./run</c> starts it, also where <c>INTERVIEWBOT_PROGRAM</c> names a published program.</param>
    public BotProcess(
        string guides,
        string? data = null,
        IReadOnlyDictionary<string, string>? settings = null,
        bool asRun = false
    )
    {
        _guides = guides;
        _asRun = asRun;
        _settings = settings ?? new Dictionary<string, string>();
        Data = data ?? Directory.CreateTempSubdirectory("interviewbot-").FullName;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    public Uri Address { get; }

    /// <summary>The printed address of the local pages, with their key.</summary>
    public Uri Pages =>
        new(Address, $"/?key={System.IO.File.ReadAllText(Path.Combine(Data, "keys", "local-pages")).Trim()}");

    public string Data { get; }
    public string File => Path.Combine(Data, "interviews.db");
    public string Output => _process?.Output ?? "";

    /// <summary>The folder that holds InterviewBot.sln.</summary>
    public static string Root => ProgramProcess.Root;

    /// <summary>Starts it and returns when it is ready to serve, with the time that took.</summary>
    public async Task<TimeSpan> Start()
    {
        var clock = Stopwatch.StartNew();
        if (_process is not null)
            await _process.DisposeAsync();
        _process = ProgramProcess.Start(
            ["--guides", _guides, "--data", Data, "--urls", Address.ToString()],
            _settings,
            _asRun,
            // Who writes beyond the limit of LimitFiles would be ended by a signal.
            ["env", "--ignore-signal=XFSZ"]
        );
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        while (clock.Elapsed < TimeSpan.FromSeconds(60) && !_process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return clock.Elapsed;
            }
            catch (Exception why) when (why is HttpRequestException or TaskCanceledException)
            {
                // not listening yet
            }
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
        throw new InvalidOperationException($"The bot did not become ready:\n{Output}");
    }

    /// <summary>A full disk, or one with room again (null).</summary>
    public Task LimitFiles(long? bytes) => _process!.LimitFiles(bytes);

    /// <summary>SIGKILL: no last words, no flushing.</summary>
    public Task Kill() => _process!.Kill();

    /// <summary>Ctrl-C. Returns the exit code.</summary>
    public Task<int> Stop() => _process!.Stop();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
