using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace InterviewBot.EndToEnd;

/// <summary>The bot as a company runs it: a process of its own, on a free port of this machine, with its own data folder.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    private readonly string _guides;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly bool _asRun;
    private Process? _process;
    private string _output = "";

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
    public string Data { get; }
    public string File => Path.Combine(Data, "interviews.db");
    public string Output => _output;

    /// <summary>The folder that holds InterviewBot.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Starts it and returns when it is ready to serve, with the time that took.</summary>
    public async Task<TimeSpan> Start()
    {
        var clock = Stopwatch.StartNew();
        // The published program, where one is named, passes the same tests as the built one.
        var published = _asRun ? null : Environment.GetEnvironmentVariable("INTERVIEWBOT_PROGRAM");
        var start = new ProcessStartInfo(published ?? "dotnet")
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (published is null)
            start.ArgumentList.Add(Path.Combine(Root, "src/InterviewBot/bin/Release/net10.0/interviewbot.dll"));
        foreach (var argument in (string[])["--guides", _guides, "--data", Data, "--urls", Address.ToString()])
            start.ArgumentList.Add(argument);
        foreach (var (key, value) in _settings)
            start.Environment[key] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _output += line.Data + "\n";
        _process.ErrorDataReceived += (_, line) => _output += line.Data + "\n";
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
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
        throw new InvalidOperationException($"The bot did not become ready:\n{_output}");
    }

    /// <summary>SIGKILL: no last words, no flushing.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ctrl-C. Returns the exit code.</summary>
    public async Task<int> Stop()
    {
        using var signal = Process.Start("kill", ["-INT", $"{_process!.Id}"]);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await Kill();
        _process?.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "InterviewBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("InterviewBot.sln is not above the tests.");
    }
}
