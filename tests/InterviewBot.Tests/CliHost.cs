using System.CommandLine;
using System.Text.Json;
using InterviewBot.CommandLine;
using Xunit;

namespace InterviewBot.Tests;

/// <summary>Runs the commands for guide authors in this process, in a folder of their own.</summary>
public abstract class CliHost : IDisposable
{
    protected const string Clean =
        "# G\n## 1. A (required)\n```flow\nst=>start\nop=>operation: 问\ne=>end\nst->op->e\n```\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cli");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string Folder => _folder.FullName;

    protected string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    protected static async Task<Ran> Run(params string[] args)
    {
        var root = new RootCommand();
        foreach (var command in GuideCommands.Commands())
            root.Add(command);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var configuration = new InvocationConfiguration { Output = output, Error = error };
        var exit = await GuideCommands.Run(root, args, configuration, TestContext.Current.CancellationToken);
        return new Ran(exit, output.ToString(), error.ToString());
    }

    protected sealed record Ran(int Exit, string Output, string Error)
    {
        public JsonElement Json => JsonDocument.Parse(Output).RootElement;
    }
}
