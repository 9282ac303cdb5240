using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using InterviewBot.Slack.Tests.Loopback;

namespace InterviewBot.Slack.Tests.Official;

/// <summary>A script of <c>tests/npm-slack</c>, run by node. <c>./test</c> installs its packages (<c>npm ci --ignore-scripts</c>).</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> errors = new();

    private Node(Process process) => this.process = process;

    public ConcurrentQueue<string> Lines { get; } = new();

    public static Node Start(string script, params string[] arguments)
    {
        var folder = Path.Combine(Approved.Root, "tests", "npm-slack");
        Assert.True(
            Directory.Exists(Path.Combine(folder, "node_modules")),
            "tests/npm-slack has no packages yet: npm ci --ignore-scripts --prefix tests/npm-slack"
        );
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(folder, script));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var node = new Node(new Process { StartInfo = start });
        node.process.OutputDataReceived += (_, line) => Keep(node.Lines, line.Data);
        node.process.ErrorDataReceived += (_, line) => Keep(node.errors, line.Data);
        node.process.Start();
        node.process.BeginOutputReadLine();
        node.process.BeginErrorReadLine();
        return node;
    }

    public Task Write(string line) => process.StandardInput.WriteLineAsync(line);

    /// <summary>A line that says so.</summary>
    public Task<string> Says(string words) =>
        Until.Found(
            () => Lines.FirstOrDefault(l => l.Contains(words, StringComparison.Ordinal)),
            () => $"Node did not say {words}:\n{string.Join('\n', Lines)}\n{string.Join('\n', errors)}"
        );

    public async Task<JsonElement> SaysJson(string words) => JsonSerializer.Deserialize<JsonElement>(await Says(words));

    /// <summary>Until it is done; what it said, and its exit code.</summary>
    public async Task<(int Code, string Output)> End()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Until.Limit);
        return (process.ExitCode, string.Join('\n', Lines.Concat(errors)));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }
}
