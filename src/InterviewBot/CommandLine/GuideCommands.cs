using System.CommandLine;

namespace InterviewBot.CommandLine;

/// <summary>The commands for authors of guides. None of them needs a network, a database or a configuration.</summary>
internal static class GuideCommands
{
    /// <summary>All was well.</summary>
    public const int Fine = 0;

    /// <summary>What was read has errors.</summary>
    public const int Broken = 1;

    /// <summary>The command line was wrong, or a file cannot be read.</summary>
    public const int BadUsage = 2;

    public static IEnumerable<Command> Commands() =>
        [
            LintCommand.Create(),
            FlowCommand.Create(),
            GuideCommand.Create(),
            RenderCommand.Create(),
            RehearseCommand.Create(),
            NewGuideCommand.Create(),
        ];

    /// <summary>Runs a command line; what the parser refuses is bad usage.</summary>
    public static async Task<int> Run(
        RootCommand root,
        IReadOnlyList<string> args,
        InvocationConfiguration configuration,
        CancellationToken ct = default
    )
    {
        // What people type first.
        if (args.Count > 0 && args[0] == "help")
            args = [.. args.Skip(1), "--help"];
        var parsed = root.Parse(args);
        var exit = await parsed.InvokeAsync(configuration, ct);
        return parsed.Errors.Count > 0 ? BadUsage : exit;
    }
}
