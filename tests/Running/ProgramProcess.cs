using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace InterviewBot.Running;

/// <summary>
/// The bot as a process of its own. <c>INTERVIEWBOT_PROGRAM</c> names the published program, as <c>./test</c> does; without it the built one runs,
/// as <c>./run</c> starts it.
/// </summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(20);
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;
    private readonly TaskCompletionSource _said = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? _awaited;

    private ProgramProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The folder that holds InterviewBot.sln.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>What it has printed so far.</summary>
    public string Output => string.Join('\n', _output);

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Where it says that it is; null until it has said so.</summary>
    public Uri? Address
    {
        get
        {
            const string says = "InterviewBot is at ";
            var line = _output.FirstOrDefault(l => l.StartsWith(says, StringComparison.Ordinal));
            return line is null ? null : new Uri(line[says.Length..]);
        }
    }

    /// <param name="settings">Keys of the configuration, as in the environment (<c>Teams__Anonymous</c>).</param>
    /// <param name="isBuilt">The built program, whatever is published.</param>
    /// <param name="through">A command with arguments that becomes the program.</param>
    /// <param name="folder">The working folder; the root otherwise.</param>
    public static ProgramProcess Start(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> settings,
        bool isBuilt = false,
        string[]? through = null,
        string? folder = null
    )
    {
        var built = Path.Combine(Root, "src/InterviewBot/bin/Release/net10.0/interviewbot.dll");
        var published = isBuilt ? null : Environment.GetEnvironmentVariable("INTERVIEWBOT_PROGRAM");
        if (!File.Exists(published ?? built))
            throw new InvalidOperationException($"{published ?? built} is missing: ./test builds it.");
        string[] command = [.. through ?? [], .. published is null ? ["dotnet", built] : new[] { published }];
        var start = new ProcessStartInfo(command[0])
        {
            WorkingDirectory = folder ?? Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command.Skip(1).Concat(arguments))
            start.ArgumentList.Add(argument);
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return new ProgramProcess(start);
    }

    /// <summary>Linux: no file may grow beyond so many bytes, which is how a full disk feels; null for no limit.</summary>
    public async Task LimitFiles(long? bytes)
    {
        using var limit = Process.Start(
            "prlimit",
            ["--pid", $"{_process.Id}", $"--fsize={bytes?.ToString() ?? "unlimited"}:unlimited"]
        );
        await limit.WaitForExitAsync();
        if (limit.ExitCode != 0)
            throw new InvalidOperationException($"prlimit ended with {limit.ExitCode}.");
    }

    /// <summary>SIGKILL: no last words, no flushing.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ctrl-C; its exit code.</summary>
    public async Task<int> Stop()
    {
        using var signal = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        return await Exit(LongestStop);
    }

    /// <summary>The end of its terminal; its exit code.</summary>
    public async Task<int> HangUp()
    {
        using var signal = Process.Start("kill", ["-HUP", $"{_process.Id}"]);
        return await Exit(LongestStop);
    }

    /// <summary>Waits for a line that it prints.</summary>
    /// <exception cref="InvalidOperationException">It ended without.</exception>
    public async Task Says(string line, TimeSpan longest)
    {
        _awaited = line;
        if (
            !_output.Contains(line)
            && await Task.WhenAny(_said.Task, _process.WaitForExitAsync()).WaitAsync(longest, TimeProvider.System)
                != _said.Task
        )
            throw new InvalidOperationException($"It ended before it said \"{line}\":\n{Output}");
    }

    /// <summary>Waits until it has ended by itself and all it said is read; its exit code.</summary>
    public async Task<int> Exit(TimeSpan longest)
    {
        await _process.WaitForExitAsync().WaitAsync(longest, TimeProvider.System);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private void Keep(string? line)
    {
        if (line is not null)
            _output.Enqueue(line);
        if (line is not null && line == _awaited)
            _said.TrySetResult();
    }
}
